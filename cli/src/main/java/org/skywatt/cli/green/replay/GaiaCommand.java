package org.skywatt.cli.green.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.skywatt.cli.Progress;
import org.skywatt.green.intensity.IntensityHistory;
import org.skywatt.green.replay.TraceJob;
import org.skywatt.green.replay.TraceReplay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skywatt green replay gaia}. */
@Command(
    name = "gaia",
    mixinStandardHelpOptions = true,
    description = {
      "A week of a thousand cluster jobs (Hanafy et al. 2024), repeated through 2020 on the carbon",
      "intensity of Germany, Great Britain and France, each planned once when it arrives."
    },
    footer = {
      "",
      "Example:",
      "  skywatt green replay gaia --data gaia --intensity lets_wait_awhile --json figures.json"
    })
final class GaiaCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReplayOptions options;

  @Option(
      names = "--intensity",
      paramLabel = "DIR",
      description = "Folder of lets-wait-awhile (default: lets_wait_awhile beside the data).")
  private Path intensity;

  @Override
  public Integer call() throws IOException {
    Progress progress = new Progress(spec.commandLine().getOut());
    Path folder = options.folder("gaia", GaiaFiles.TRACE);
    List<TraceJob> jobs = GaiaFiles.jobs(folder);
    LetsWaitAwhileFiles files =
        new LetsWaitAwhileFiles(
            intensity == null ? ReplayOptions.beside(folder, "lets_wait_awhile") : intensity);
    List<GaiaReport.Cell> cells = new ArrayList<>();
    for (String region : LetsWaitAwhileFiles.REGIONS) {
      IntensityHistory history = files.history(region);
      for (boolean interruptible : new boolean[] {false, true}) {
        for (boolean foresight : new boolean[] {true, false}) {
          TraceReplay.Saving saving = TraceReplay.run(jobs, history, interruptible, foresight);
          GaiaReport.Cell cell =
              new GaiaReport.Cell(
                  region,
                  interruptible ? "interruptible" : "contiguous",
                  foresight ? "oracle" : "ours",
                  saving.savingsPct(),
                  saving.waitHours(),
                  saving.jobs());
          cells.add(cell);
          progress.say(line(cell));
        }
      }
    }
    options.write(new GaiaReport(cells, progress.seconds()));
    return 0;
  }

  private static String line(GaiaReport.Cell cell) {
    return String.format(
        Locale.ROOT,
        "%-3s %-13s %-6s: saves %5.2f%%, jobs end %.1f h later",
        cell.region(),
        cell.policy(),
        cell.forecast(),
        cell.savingsPct(),
        cell.waitHours());
  }
}
