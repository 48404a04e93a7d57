package org.skywatt.cli.green;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.skywatt.cli.UsageException;
import org.skywatt.client.kubernetes.Cluster;
import org.skywatt.client.kubernetes.KubernetesMain;
import picocli.CommandLine.Command;

/** {@code skywatt green kubernetes}. */
@Command(
    name = "kubernetes",
    mixinStandardHelpOptions = true,
    description = {
      "Suspends and resumes annotated Jobs of a Kubernetes namespace in green hours, until it is",
      "ended. Settings stand in the environment: SKYWATT_URL, SKYWATT_API_KEY_FILE, SKYWATT_POLL",
      "(PT30S); outside a pod SKYWATT_KUBERNETES_PROXY and SKYWATT_NAMESPACE."
    },
    footer = {
      "",
      "Example, beside kubectl proxy:",
      "  SKYWATT_URL=http://127.0.0.1:8080 SKYWATT_KUBERNETES_PROXY=http://127.0.0.1:8001 \\",
      "      skywatt green kubernetes"
    })
public final class GreenKubernetesCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    try {
      KubernetesMain.controller(System.getenv(), Cluster.ACCOUNT).run();
      return 0;
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
