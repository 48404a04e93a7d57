package org.skywatt.cli.model;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.models.bundle.BundleStore;
import org.skywatt.models.bundle.Promotions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skywatt models rollback}. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = {
      "Goes back to the model that forecast a technology before the last promotion. Before the",
      "first, the newest model forecast; after going back there, the newest does again."
    },
    footer = {"", "Example:", "  skywatt models rollback solar"})
final class RollbackCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;

  @Parameters(paramLabel = "TECHNOLOGY", description = "solar or wind")
  private String technology;

  @Option(names = "--at", paramLabel = "TIME", description = "From when on (default: now).")
  private String at;

  @Override
  public Integer call() throws Exception {
    Instant time =
        at == null ? Instant.now().truncatedTo(ChronoUnit.SECONDS) : TimeOptions.time("--at", at);
    BundleStore store = new BundleStore(dir.open().bundles());
    List<Promotions.Promotion> made =
        store.promotions().list().stream()
            .filter(each -> each.technology().equals(technology))
            .toList();
    if (made.isEmpty()) {
      throw new IOException("no model of " + technology + " was ever promoted");
    }
    Promotions.Promotion last = made.get(made.size() - 1);
    String before = made.size() < 2 ? null : made.get(made.size() - 2).id();
    store
        .promotions()
        .add(
            new Promotions.Promotion(
                technology, time.toString(), before, "rolled back from " + last.id()));
    spec.commandLine()
        .getOut()
        .printf(
            "%s forecasts %s from %s on%n",
            before == null ? "the newest model" : before, technology, time);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
