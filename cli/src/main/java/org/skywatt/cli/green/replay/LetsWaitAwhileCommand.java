package org.skywatt.cli.green.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.skywatt.cli.Progress;
import org.skywatt.cli.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skywatt green replay lets-wait-awhile}. */
@Command(
    name = "lets-wait-awhile",
    mixinStandardHelpOptions = true,
    description = {
      "CO2 saved by shifting nightly and machine-learning jobs of 2020 in Germany, Great Britain",
      "and France (Wiesner et al. 2021): as the paper's program did it, or strictly, with",
      "forecasts from the past only."
    },
    footer = {
      "",
      "Example:",
      "  skywatt green replay lets-wait-awhile --data lets_wait_awhile --mode strict --json f.json"
    })
final class LetsWaitAwhileCommand implements Callable<Integer> {
  /** With the quirks of the paper's program, or without. */
  enum Mode {
    PAPER,
    STRICT
  }

  private static final List<LetsWaitAwhileReport.Planning> NONE = List.of();

  @Spec private CommandSpec spec;
  @Mixin private ReplayOptions options;

  @Option(
      names = "--mode",
      defaultValue = "paper",
      description = "paper or strict (default: ${DEFAULT-VALUE}).")
  private Mode mode;

  @Option(
      names = "--regions",
      split = ",",
      defaultValue = "ger,gb,fr",
      description = "Some of ger, gb, fr (default: ${DEFAULT-VALUE}).")
  private List<String> regions;

  @Override
  public Integer call() throws IOException {
    for (String region : regions) {
      if (!LetsWaitAwhileFiles.REGIONS.contains(region)) {
        throw new UsageException("--regions has '" + region + "': there are ger, gb and fr");
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out);
    LetsWaitAwhileFiles files =
        new LetsWaitAwhileFiles(options.folder("lets_wait_awhile", LetsWaitAwhileFiles.JOBS));
    List<LetsWaitAwhileReport.Cell> cells = new ArrayList<>();
    List<LetsWaitAwhileReport.Planning> planning = mode == Mode.PAPER ? null : new ArrayList<>();
    for (String region : regions) {
      List<LetsWaitAwhileReport.Cell> some;
      if (mode == Mode.PAPER) {
        some = PaperCells.of(files, region);
      } else {
        StrictCells.Replayed replayed = StrictCells.of(files, region);
        some = replayed.cells();
        planning.add(replayed.planning());
      }
      some.forEach(cell -> progress.say(line(cell)));
      cells.addAll(some);
    }
    String name = mode.name().toLowerCase(Locale.ROOT);
    options.write(new LetsWaitAwhileReport(name, cells, planning, progress.seconds()));
    for (LetsWaitAwhileReport.Planning each : planning == null ? NONE : planning) {
      progress.say(line(each));
    }
    progress.say("replayed " + cells.size() + " cells in " + name + " mode");
    return 0;
  }

  private static String line(LetsWaitAwhileReport.Cell cell) {
    StringBuilder line = new StringBuilder(cell.region()).append(' ').append(cell.scenario());
    append(line, "±", cell.windowSteps(), " slots");
    append(line, "", cell.deadline(), "");
    if (cell.interruptible() != null) {
      line.append(cell.interruptible() ? " interruptible" : " at one go");
    }
    append(line, "", cell.forecast(), "");
    append(line, "error ", cell.errorPct(), "%");
    append(line, "cap ", cell.capJobs(), " jobs");
    append(line, "restart ", cell.restartMinutes(), " min");
    line.append(String.format(Locale.ROOT, ": saves %.2f%%", cell.savingsPct()));
    if (cell.startsPerJob() != null) {
      line.append(String.format(Locale.ROOT, " at %.2f starts a job", cell.startsPerJob()));
    }
    return line.toString();
  }

  private static String line(LetsWaitAwhileReport.Planning planning) {
    return String.format(
        Locale.ROOT,
        "%s: a year of forecasts and plans took %.0f J (%s), %.3g g of CO2, and saved %.0f kg: %.2g%%",
        planning.region(),
        planning.joules(),
        planning.energyTier(),
        planning.planningGrams(),
        planning.savedGrams() / 1000,
        planning.sharePct());
  }

  private static void append(StringBuilder line, String before, Object value, String after) {
    if (value != null) {
      line.append(' ').append(before).append(value).append(after);
    }
  }
}
