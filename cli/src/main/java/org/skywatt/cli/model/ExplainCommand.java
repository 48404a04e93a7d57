package org.skywatt.cli.model;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Json;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.pipeline.OpenHistories;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.core.time.Interval;
import org.skywatt.core.time.Steps;
import org.skywatt.models.bundle.BundleStore;
import org.skywatt.models.job.ExplainJob;
import org.skywatt.models.predict.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skywatt models explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Why a forecast is what it is: what each input adds to the median, or takes from it, beside",
      "what the model says on average (exact Shapley values of its trees)."
    },
    footer = {
      "",
      "Example:",
      "  skywatt models explain --site solar-1 --as-of 2026-06-01T06:00:00Z --lead 4h"
    })
final class ExplainCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofDays(10);

  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;

  @Option(names = "--site", required = true, paramLabel = "ID")
  private String site;

  @Option(names = "--as-of", paramLabel = "TIME", description = "Issue time (default: now).")
  private String asOf;

  @Option(
      names = "--lead",
      defaultValue = "3h",
      description = "From the issue time to a moment in the step (default: ${DEFAULT-VALUE}).")
  private String lead;

  @Option(
      names = "--step",
      defaultValue = "1h",
      description = "Length of a step (default: ${DEFAULT-VALUE}).")
  private String step;

  @Option(
      names = "--top",
      defaultValue = "10",
      description = "How many inputs are named (default: ${DEFAULT-VALUE}).")
  private int top;

  @Option(names = "--json", description = "Print JSON, with every input.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Instant issueTime = TimeOptions.timeOrNow("--as-of", asOf);
    Duration length = TimeOptions.step("--step", step);
    Duration ahead = TimeOptions.duration("--lead", lead);
    if (ahead.compareTo(LONGEST) > 0) {
      throw new UsageException("--lead " + lead + " is beyond every forecast: at most 10d");
    }
    if (top < 0) {
      throw new UsageException("--top " + top + " must not be negative");
    }
    Instant start = Steps.floor(issueTime.plus(ahead), length);
    Interval interval = new Interval(start, start.plus(length));
    DataHome home = dir.open();
    Explanation explanation =
        OpenHistories.use(
            home,
            issueTime,
            histories ->
                new ExplainJob(histories)
                    .run(site, new BundleStore(home.bundles()), issueTime, interval));
    if (json) {
      spec.commandLine().getOut().println(Json.MAPPER.writeValueAsString(explanation));
    } else {
      spec.commandLine().getOut().print(explanation.text(top));
    }
    spec.commandLine().getOut().flush();
    return 0;
  }
}
