package org.skywatt.cli.model;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.pipeline.OpenHistories;
import org.skywatt.models.bundle.BundleStore;
import org.skywatt.models.bundle.Card;
import org.skywatt.models.bundle.Promotions;
import org.skywatt.models.score.PairedBootstrap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skywatt models promote}. */
@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a model the one that forecasts its technology from now on, if it is not worse than the",
      "present one on the forecasts since both were fitted: its CRPS at most 2% higher, and not",
      "higher for sure (95% of days drawn again)."
    },
    footer = {"", "Example:", "  skywatt models promote solar-20260615t060000z"})
final class PromoteCommand implements Callable<Integer> {
  /** A smaller loss than the choice of days makes. */
  private static final double TOLERANCE = 0.02;

  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;
  @Mixin private ComparedPeriod period;

  @Parameters(index = "0", paramLabel = "ID")
  private String id;

  @Option(names = "--force", description = "Promote without comparing; the log says so.")
  private boolean force;

  @Override
  public Integer call() throws Exception {
    DataHome home = dir.open();
    BundleStore store = new BundleStore(home.bundles());
    Card candidate = store.getCard(id);
    Instant at = period.to();
    if (Instant.parse(candidate.fitUntil()).isAfter(at)) {
      throw new IOException(id + " was fitted to what became known after " + at);
    }
    Optional<Card> present = store.findCard(candidate.technology(), at);
    PrintWriter out = spec.commandLine().getOut();
    String why = "forced";
    if (present.isPresent() && present.get().id().equals(id)) {
      why = "it forecasts already";
    } else if (!force) {
      Card served = present.orElseThrow();
      Comparison comparison =
          OpenHistories.use(
              home,
              at,
              histories ->
                  Comparison.of(
                      histories,
                      store.get(served.id()),
                      store.get(id),
                      period.period(Comparison.bothFitted(served, candidate))));
      comparison.print(out);
      PairedBootstrap overall = comparison.overall();
      if (overall.change() > TOLERANCE || overall.lower() > 0) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s is not promoted: its CRPS is %.1f%% higher than that of %s",
                id,
                100 * overall.change(),
                served.id()));
      }
      why =
          String.format(
              Locale.ROOT,
              "CRPS %+.1f%% (%+.1f to %+.1f) beside %s on %d steps",
              100 * overall.change(),
              100 * overall.lower(),
              100 * overall.upper(),
              served.id(),
              comparison.n());
    }
    store
        .promotions()
        .add(new Promotions.Promotion(candidate.technology(), at.toString(), id, why));
    out.printf("%s forecasts %s from %s on: %s%n", id, candidate.technology(), at, why);
    out.flush();
    return 0;
  }
}
