package org.skywatt.cli.green.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.skywatt.cli.Progress;
import org.skywatt.cli.UsageException;
import org.skywatt.green.replay.DeadlineRule;
import org.skywatt.green.replay.FarmPromises;
import org.skywatt.green.replay.IntensityPromises;
import org.skywatt.green.replay.PromiseReplay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skywatt green replay promises}. */
@Command(
    name = "promises",
    mixinStandardHelpOptions = true,
    description = {
      "Promises with a probability, made through a year and settled: the green share of jobs on"
          + " the",
      "power of seven wind farms in 2010 (GEFCom2012), and the carbon of the jobs of",
      "lets-wait-awhile in 2020. Forecasts and calibration know only what is past."
    },
    footer = {
      "",
      "Example:",
      "  skywatt green replay promises --data gefcom2012_wind --json figures.json"
    })
final class PromisesCommand implements Callable<Integer> {
  private static final double[] PROBABILITIES = {0.8, 0.9, 0.95};
  private static final int YEAR = 2010;

  @Spec private CommandSpec spec;
  @Mixin private ReplayOptions options;

  @Option(
      names = "--intensity",
      paramLabel = "DIR",
      description = "Folder of lets-wait-awhile (default: lets_wait_awhile beside the data).")
  private Path intensity;

  @Option(
      names = "--farms",
      split = ",",
      defaultValue = "1,2,3,4,5,6,7",
      description = "Some of the seven farms (default: ${DEFAULT-VALUE}).")
  private List<Integer> farmNumbers;

  @Option(
      names = "--regions",
      split = ",",
      defaultValue = "ger,gb,fr",
      description = "Some of ger, gb, fr; none for farms only (default: ${DEFAULT-VALUE}).")
  private List<String> regions;

  @Option(
      names = "--every",
      paramLabel = "N",
      defaultValue = "1",
      description = "Take every Nth of the jobs of lets-wait-awhile, for less time.")
  private int every;

  @Override
  public Integer call() throws IOException {
    requireKnown();
    Progress progress = new Progress(spec.commandLine().getOut());
    Path folder = options.folder("gefcom2012_wind", WindForecastFiles.POWER);
    PromiseTotals totals = new PromiseTotals(PROBABILITIES);
    WindForecastFiles farms = new WindForecastFiles(folder);
    for (int farm : farmNumbers) {
      List<PromiseReplay> replays = PromiseReplay.of(PROBABILITIES);
      FarmPromises.run(
          farms.issues(farm), farms.power(farm), WindForecastFiles.firstHour(YEAR), farm, replays);
      totals.add("farm " + farm, replays).forEach(cell -> progress.say(line(cell)));
    }
    LetsWaitAwhileFiles grids =
        new LetsWaitAwhileFiles(
            intensity == null ? ReplayOptions.beside(folder, "lets_wait_awhile") : intensity);
    for (String region : regions.equals(List.of("none")) ? List.<String>of() : regions) {
      List<PromiseReplay> replays = PromiseReplay.of(PROBABILITIES);
      IntensityPromises.run(
          grids.history(region), grids.jobs(), DeadlineRule.SEMI_WEEKLY, every, replays);
      totals.add("grid " + region, replays).forEach(cell -> progress.say(line(cell)));
    }
    List<PromisesReport.Cell> cells = new ArrayList<>(totals.sites());
    for (PromisesReport.Cell cell : totals.together()) {
      progress.say(line(cell));
      cells.add(cell);
    }
    options.write(new PromisesReport(cells, progress.seconds()));
    return 0;
  }

  private void requireKnown() {
    for (int farm : farmNumbers) {
      if (farm < 1 || farm > WindForecastFiles.FARMS) {
        throw new UsageException("--farms has " + farm + ": there are 1 to 7");
      }
    }
    for (String region : regions) {
      if (!LetsWaitAwhileFiles.REGIONS.contains(region) && !regions.equals(List.of("none"))) {
        throw new UsageException("--regions has '" + region + "': there are ger, gb and fr");
      }
    }
    if (every < 1) {
      throw new UsageException("--every " + every + " must be 1 or more");
    }
  }

  private static String line(PromisesReport.Cell cell) {
    String means =
        cell.promised() == null
            ? ""
            : String.format(
                Locale.ROOT,
                "; promised %.3f, came %.3f, at once %.3f",
                cell.promised(),
                cell.outcome(),
                cell.atOnce());
    return String.format(
        Locale.ROOT,
        "%-9s %.2f: kept %6.2f%% of %d, declined %d%s",
        cell.site(),
        cell.probability(),
        cell.keptPct(),
        cell.made(),
        cell.declined(),
        means);
  }
}
