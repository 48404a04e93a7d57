package org.skywatt.ingest.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Proxies named in the environment, as other programs read them: {@code HTTPS_PROXY}, {@code
 * HTTP_PROXY}, {@code NO_PROXY} (in either case). Java's own properties ({@code https.proxyHost} …)
 * come first. This machine is never reached through a proxy.
 */
final class EnvironmentProxies extends ProxySelector {
  private static final List<Proxy> NONE = List.of(Proxy.NO_PROXY);

  private final Map<String, String> environment;

  private EnvironmentProxies(Map<String, String> environment) {
    this.environment = environment;
  }

  /** What Java is told to use, else what the environment says. */
  static ProxySelector choose(Map<String, String> environment) {
    boolean told =
        System.getProperty("https.proxyHost") != null
            || System.getProperty("http.proxyHost") != null
            || System.getProperty("socksProxyHost") != null
            || Boolean.getBoolean("java.net.useSystemProxies");
    ProxySelector ofJava = ProxySelector.getDefault();
    return told && ofJava != null ? ofJava : new EnvironmentProxies(environment);
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    String proxy = variable(uri.getScheme().toLowerCase(Locale.ROOT) + "_proxy");
    if (proxy.isEmpty() || Addresses.isLoopback(host) || isExempt(host)) {
      return NONE;
    }
    URI address = Addresses.parse(proxy.contains("://") ? proxy : "http://" + proxy);
    int port = address.getPort() < 0 ? 80 : address.getPort();
    return List.of(
        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.getHost(), port)));
  }

  /** {@code *}, a host, or a domain (with or without its dot) of which the host is part. */
  private boolean isExempt(String host) {
    for (String each : variable("no_proxy").split("[,\\s]+")) {
      String domain = each.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", "");
      if (each.equals("*")
          || (!domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain)))) {
        return true;
      }
    }
    return false;
  }

  private String variable(String name) {
    String value = environment.getOrDefault(name, environment.get(name.toUpperCase(Locale.ROOT)));
    return value == null ? "" : value.strip();
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // The request fails with the same exception; there is no other proxy to try.
  }
}
