package org.skywatt.cli.model;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.pipeline.OpenHistories;
import org.skywatt.models.bundle.BundleStore;
import org.skywatt.models.bundle.Card;
import org.skywatt.models.bundle.ModelBundle;
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
      "higher for sure (95% of days drawn again), over at least five days. The",
      "newest, while none was promoted, needs no comparison."
    },
    footer = {"", "Example:", "  skywatt models promote solar-20260615t060000z"})
final class PromoteCommand implements Callable<Integer> {
  /** A smaller loss than the choice of days makes. */
  private static final double TOLERANCE = 0.02;

  private static final int LEAST_DAYS = 5;

  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;
  @Mixin private ComparedPeriod period;

  @Parameters(index = "0", paramLabel = "ID")
  private String id;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "From when on; not before the newest published run (default: now).")
  private String at;

  @Option(names = "--force", description = "Promote without comparing; the log says so.")
  private boolean force;

  @Override
  public Integer call() throws Exception {
    DataHome home = dir.open();
    BundleStore store = new BundleStore(home.bundles());
    Card candidate = store.get(id).card();
    Instant time = ChoiceTime.of(at, home);
    if (Instant.parse(candidate.fitUntil()).isAfter(time)) {
      throw new IOException(id + " was fitted to what became known after " + time);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (store.promotions().find(candidate.technology(), time).filter(id::equals).isPresent()) {
      out.println(id + " forecasts already");
      out.flush();
      return 0;
    }
    String why = force ? "forced" : compared(home, store, candidate, time, out);
    store
        .promotions()
        .add(new Promotions.Promotion(candidate.technology(), time.toString(), id, why));
    out.printf("%s forecasts %s from %s on: %s%n", id, candidate.technology(), time, why);
    out.flush();
    return 0;
  }

  /** Why it may be promoted, in words. */
  private String compared(
      DataHome home, BundleStore store, Card candidate, Instant time, PrintWriter out)
      throws Exception {
    ModelBundle served;
    try {
      served = store.find(candidate.technology(), time).orElseThrow();
    } catch (IOException e) {
      throw new IOException(
          "there is nothing to compare with, for " + e.getMessage() + "; or promote with --force",
          e);
    }
    if (served.card().id().equals(id)) {
      return "it is the newest";
    }
    ModelBundle other = store.get(id);
    Comparison.Period asked = period.period(Comparison.bothFitted(served.card(), candidate), time);
    Comparison comparison =
        OpenHistories.use(home, time, histories -> Comparison.of(histories, served, other, asked));
    comparison.print(out);
    PairedBootstrap overall = comparison.overall();
    if (overall.days() < LEAST_DAYS) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s is not promoted: %d days are too few to tell, %d are needed (or --force)",
              id,
              overall.days(),
              LEAST_DAYS));
    }
    if (!(overall.change() <= TOLERANCE && overall.lower() <= 0)) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s is not promoted: its CRPS is %.1f%% higher than that of %s",
              id,
              100 * overall.change(),
              served.card().id()));
    }
    return String.format(
        Locale.ROOT,
        "CRPS %+.1f%% (%+.1f to %+.1f) beside %s on %d steps of %d days",
        100 * overall.change(),
        100 * overall.lower(),
        100 * overall.upper(),
        served.card().id(),
        comparison.n(),
        overall.days());
  }
}
