package org.skywatt.cli.model;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.DirOption;
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
      "Takes the last promotion of a technology back; once more, the one before. Where none is",
      "left, the newest model forecasts."
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
    DataHome home = dir.open();
    Instant time = ChoiceTime.of(at, home);
    Promotions promotions = new BundleStore(home.bundles()).promotions();
    String last =
        promotions
            .find(technology, time)
            .orElseThrow(
                () -> new IOException("no promotion of a model of " + technology + " is left"));
    promotions.add(
        new Promotions.Promotion(technology, time.toString(), null, "rolled back from " + last));
    String before = promotions.find(technology, time).orElse("the newest model");
    spec.commandLine()
        .getOut()
        .printf("%s forecasts %s from %s on, not %s%n", before, technology, time, last);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
