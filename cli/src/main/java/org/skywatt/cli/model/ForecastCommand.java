package org.skywatt.cli.model;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.pipeline.Forecasting;
import org.skywatt.cli.pipeline.HorizonOptions;
import org.skywatt.cli.pipeline.OpenHistories;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.core.run.RunFile;
import org.skywatt.models.job.ForecastJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skywatt forecast}. */
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    description = {
      "Forecasts every site and publishes the run. With --as-of, uses only what was known then",
      "(data and models): the run published at that time comes out byte for byte."
    },
    footer = {
      "",
      "Example:",
      "  skywatt forecast",
      "  skywatt forecast --as-of 2026-06-01T06:00:00Z --out replayed/"
    })
public final class ForecastCommand implements Callable<Integer> {
  private static final int MOST_GENERATIONS = 5;

  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;
  @Mixin private HorizonOptions ahead;

  @Option(names = "--as-of", paramLabel = "TIME", description = "Issue time (default: now).")
  private String asOf;

  @Option(
      names = "--every",
      defaultValue = "1h",
      description = "Time until the next run (default: ${DEFAULT-VALUE}).")
  private String every;

  @Option(
      names = "--no-adjust",
      description = "Do not move forecasts for what those of the last days got wrong.")
  private boolean unadjusted;

  @Option(
      names = "--blend-generations",
      paramLabel = "N",
      defaultValue = "1",
      description = {
        "Forecast by the mean of the model that forecasts and the newest others, N in all (1 to 5),",
        "weighed by their recent skill (default: ${DEFAULT-VALUE})."
      })
  private int generations;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the run file there instead of publishing it.")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    Duration length = ahead.step();
    Duration horizon = ahead.horizon();
    Duration next = TimeOptions.duration("--every", every);
    Instant issueTime = TimeOptions.timeOrNow("--as-of", asOf);
    if (generations < 1 || generations > MOST_GENERATIONS) {
      throw new UsageException(
          "--blend-generations " + generations + " must be 1 to " + MOST_GENERATIONS);
    }
    DataHome home = dir.open();
    Path target = folder == null ? home.published().resolve("runs") : folder;
    Path file =
        OpenHistories.use(
            home,
            issueTime,
            histories -> {
              Forecasting forecasting = new Forecasting(histories, home, generations);
              Path run = forecasting.run(issueTime, horizon, length, next, !unadjusted, target);
              if (folder == null) {
                forecasting.publishSites(issueTime);
              }
              return run;
            });
    tell(file);
    return 0;
  }

  private void tell(Path file) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (RunFile run = RunFile.open(file)) {
      out.printf(
          "%s: %d sites, %d steps from %s by %s%n",
          file,
          run.siteCount(),
          run.header().steps(),
          run.header().firstStart(),
          run.header().model());
      if (run.header().model().contains(ForecastJob.PHYSICAL)) {
        out.println(
            "  physical-…: from the plant's data and the weather model alone, with assumed bands;"
                + " train on metered power for better ones (skywatt train)");
      }
    }
  }
}
