package org.skywatt.client.kubernetes;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import org.skywatt.client.ApiKey;
import org.skywatt.client.GreenService;
import org.skywatt.client.ServiceConnection;

/**
 * The controller as a program of its own, for a small image. Settings in the environment: {@code
 * SKYWATT_URL}, {@code SKYWATT_API_KEY_FILE}, {@code SKYWATT_POLL} (PT30S); outside a cluster
 * {@code SKYWATT_KUBERNETES_PROXY}, the address of {@code kubectl proxy}, and {@code
 * SKYWATT_NAMESPACE}.
 */
public final class KubernetesMain {
  private KubernetesMain() {}

  public static void main(String... arguments) {
    try {
      controller(System.getenv(), Cluster.ACCOUNT).run();
    } catch (IOException | IllegalArgumentException e) {
      say(e.getMessage());
      System.exit(1);
    }
  }

  /**
   * The controller that an environment asks for.
   *
   * @throws IOException if this is no pod, or a file cannot be read
   * @throws IllegalArgumentException if a setting is missing or cannot be read
   */
  public static GreenController controller(Map<String, String> environment, Path account)
      throws IOException {
    String url = environment.get("SKYWATT_URL");
    if (url == null) {
      throw new IllegalArgumentException("SKYWATT_URL is not set: the address of the service");
    }
    Duration poll = poll(environment.getOrDefault("SKYWATT_POLL", "PT30S"));
    ServiceConnection connection =
        new ServiceConnection(URI.create(url), ApiKey.fromEnvironment(environment));
    String proxy = environment.get("SKYWATT_KUBERNETES_PROXY");
    Cluster cluster =
        proxy == null
            ? Cluster.inside(environment, account)
            : Cluster.behindProxy(
                URI.create(proxy), environment.getOrDefault("SKYWATT_NAMESPACE", "default"));
    return new GreenController(cluster, new GreenService(connection), poll, KubernetesMain::say);
  }

  private static Duration poll(String text) {
    Duration poll;
    try {
      poll = Duration.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("SKYWATT_POLL '" + text + "' must be like PT30S", e);
    }
    if (poll.toSeconds() < 1 || poll.toHours() >= 1) {
      throw new IllegalArgumentException("SKYWATT_POLL must be from PT1S to under PT1H");
    }
    return poll;
  }

  private static void say(String line) {
    System.err.println("skywatt green kubernetes: " + line);
  }
}
