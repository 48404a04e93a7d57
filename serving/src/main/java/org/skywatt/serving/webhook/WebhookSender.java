package org.skywatt.serving.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.skywatt.serving.config.SkywattConfig;

/** Posts to the address of a {@link Target}: no redirect is followed, no answer's body is read. */
@ApplicationScoped
class WebhookSender {
  private static final int TIMEOUT_SECONDS = 10;

  private final HttpClient client;

  WebhookSender(Vertx vertx, SkywattConfig config) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setKeepAlive(false)
            .setConnectTimeout(TIMEOUT_SECONDS * 1000)
            .setMaxInitialLineLength(4096)
            .setMaxHeaderSize(16 * 1024)
            .setMaxPoolSize(16);
    config
        .webhooks()
        .certificateAuthority()
        .ifPresent(
            file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
    this.client = vertx.createHttpClient(options);
  }

  /**
   * The status of the answer.
   *
   * @throws IllegalStateException with the reason, if there is none in 10 s
   */
  int post(Target target, String id, long timestamp, String signature, byte[] body) {
    RequestOptions request =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(
                SocketAddress.inetSocketAddress(target.port(), target.address().getHostAddress()))
            .setHost(target.url().getHost())
            .setPort(target.port())
            .setSsl(target.isTls())
            .setURI(target.path())
            .setFollowRedirects(false)
            .setTimeout(TIMEOUT_SECONDS * 1000L)
            .putHeader("Content-Type", "application/json")
            .putHeader("User-Agent", "skywatt")
            .putHeader("webhook-id", id)
            .putHeader("webhook-timestamp", Long.toString(timestamp))
            .putHeader("webhook-signature", signature);
    try {
      return client
          .request(request)
          .compose(
              open ->
                  open.send(Buffer.buffer(body))
                      .map(
                          response -> {
                            int status = response.statusCode();
                            open.connection().close();
                            return status;
                          }))
          .toCompletionStage()
          .toCompletableFuture()
          .get(TIMEOUT_SECONDS + 1, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(reason(e.getCause()), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("no answer in " + TIMEOUT_SECONDS + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the service stops", e);
    }
  }

  private static String reason(Throwable why) {
    if (why instanceof io.vertx.core.http.HttpClosedException) {
      return "the connection was closed";
    }
    if (why instanceof javax.net.ssl.SSLException) {
      return "TLS: its certificate is not one to trust";
    }
    return why instanceof java.net.ConnectException ? "no connection" : "no good answer";
  }
}
