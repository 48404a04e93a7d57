package org.skywatt.cli.green;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Json;
import org.skywatt.cli.pipeline.TimeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skywatt green window}. */
@Command(
    name = "window",
    mixinStandardHelpOptions = true,
    description = {
      "The contiguous windows with the most expected green energy of chosen sites, compared with",
      "starting now. Asks a running service with --url, else reads the newest published run."
    },
    footer = {
      "",
      "Example:",
      "  skywatt green window --duration 3h --deadline 24h --sites solar-coast,wind-ridge"
    })
final class GreenWindowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;

  @Option(names = "--duration", required = true, description = "Length of the work, like 3h.")
  private String duration;

  @Option(
      names = "--deadline",
      required = true,
      paramLabel = "TIME",
      description = "End no later: a time, or a duration from now like 24h.")
  private String deadline;

  @Option(
      names = "--earliest",
      paramLabel = "TIME",
      description = "Start no sooner (default: now).")
  private String earliest;

  @Option(
      names = "--sites",
      split = ",",
      paramLabel = "ID",
      description = "Sites, separated by commas (default: all).")
  private List<String> sites = List.of();

  @Option(
      names = "--top",
      defaultValue = "3",
      description = "How many windows (default: ${DEFAULT-VALUE}).")
  private int top;

  @Option(names = "--url", description = "A running service, like http://127.0.0.1:8080.")
  private URI url;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Instant now = Instant.now();
    WindowQuery query =
        new WindowQuery(
            sites,
            TimeOptions.duration("--duration", duration),
            earliest == null ? now : TimeOptions.time("--earliest", earliest),
            end(now),
            top);
    JsonNode plan =
        url == null
            ? PublishedWindows.plan(dir.open(), query, now)
            : ServiceWindows.plan(url, query);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.MAPPER.writeValueAsString(plan));
    } else {
      print(plan, out);
    }
    out.flush();
    return 0;
  }

  private Instant end(Instant now) {
    if (deadline.contains("T") && deadline.length() > 12) {
      return TimeOptions.time("--deadline", deadline);
    }
    Duration from = TimeOptions.duration("--deadline", deadline);
    return now.plus(from);
  }

  private static void print(JsonNode plan, PrintWriter out) {
    if (plan.path("simulated").asBoolean()) {
      out.println("SIMULATED");
    }
    out.printf("run %s%n", plan.path("runId").asText());
    if (plan.path("stale").asBoolean()) {
      out.println("STALE: the next run was expected at " + plan.path("nextRunExpected").asText());
    }
    JsonNode levels = plan.path("levels");
    out.println("            start                 end                   expected kWh   range");
    line("now", plan.path("now"), levels, out);
    int rank = 1;
    for (JsonNode window : plan.path("windows")) {
      line(Integer.toString(rank++), window, levels, out);
    }
  }

  private static void line(String name, JsonNode window, JsonNode levels, PrintWriter out) {
    JsonNode energy = window.path("greenKwh");
    JsonNode quantiles = energy.path("quantiles");
    if (!energy.path("mean").isNumber()) {
      out.printf("  %-8s  %s  %s  no forecast%n", name, text(window, "start"), text(window, "end"));
      return;
    }
    int last = quantiles.size() - 1;
    out.printf(
        Locale.ROOT,
        "  %-8s  %s  %s  %12.0f   %.0f to %.0f (%.0f%% to %.0f%%)%n",
        name,
        text(window, "start"),
        text(window, "end"),
        energy.path("mean").asDouble(),
        quantiles.path(0).asDouble(),
        quantiles.path(last).asDouble(),
        100 * levels.path(0).asDouble(),
        100 * levels.path(last).asDouble());
  }

  private static String text(JsonNode window, String field) {
    return window.path(field).asText();
  }
}
