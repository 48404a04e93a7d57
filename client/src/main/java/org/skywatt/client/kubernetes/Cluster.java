package org.skywatt.client.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The API server as a pod reaches it: its address in the environment, its certificate authority,
 * the namespace and the service account's token in a mounted folder.
 */
public final class Cluster {
  /** Where Kubernetes mounts the service account. */
  public static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final URI api;
  private final String namespace;
  private final Path token;
  private final HttpClient http;

  private Cluster(URI api, String namespace, Path token, HttpClient http) {
    this.api = api;
    this.namespace = namespace;
    this.token = token;
    this.http = http;
  }

  /**
   * The cluster that this process runs in.
   *
   * @param account the folder, usually {@link #ACCOUNT}
   * @throws IOException if this is no pod, or the folder cannot be read
   */
  public static Cluster inside(Map<String, String> environment, Path account) throws IOException {
    String host = environment.get("KUBERNETES_SERVICE_HOST");
    if (host == null) {
      throw new IOException("this is no pod of a cluster: KUBERNETES_SERVICE_HOST is not set");
    }
    String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443");
    URI api = URI.create("https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    HttpClient http =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .sslContext(trusting(account.resolve("ca.crt")))
            .build();
    return new Cluster(
        api,
        Files.readString(account.resolve("namespace")).strip(),
        account.resolve("token"),
        http);
  }

  /**
   * A cluster behind {@code kubectl proxy}, which adds the credentials itself.
   *
   * @throws IllegalArgumentException if that is no proxy on this machine
   */
  static Cluster behindProxy(URI api, String namespace) {
    if (!"http".equals(api.getScheme()) || !"127.0.0.1".equals(api.getHost())) {
      throw new IllegalArgumentException("a proxy must be like http://127.0.0.1:8001, not " + api);
    }
    HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    return new Cluster(api, namespace, null, http);
  }

  private static SSLContext trusting(Path authority) throws IOException {
    try (InputStream file = Files.newInputStream(authority)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
        store.setCertificateEntry("authority-" + count++, each);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(authority + " holds no certificates: " + e.getMessage(), e);
    }
  }

  String namespace() {
    return namespace;
  }

  HttpClient http() {
    return http;
  }

  /** A request with the token as it is now: Kubernetes renews it while the pod runs. */
  HttpRequest.Builder request(String path) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path));
    if (token != null) {
      request.header("Authorization", "Bearer " + Files.readString(token).strip());
    }
    return request;
  }
}
