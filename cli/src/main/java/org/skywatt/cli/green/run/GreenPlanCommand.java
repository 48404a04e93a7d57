package org.skywatt.cli.green.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.skywatt.cli.Json;
import org.skywatt.cli.pipeline.TimeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skywatt green plan}. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "When a service would run a job, and what it could promise. Submits nothing. With --as-of it",
      "knows only what was known then."
    },
    footer = {
      "",
      "Example:",
      "  skywatt green plan --duration 6h --deadline \"Mon 09:00\" --sites solar-coast"
    })
public final class GreenPlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private JobOptions job;

  @Option(names = "--as-of", paramLabel = "TIME", description = "Plan as at this time.")
  private String asOf;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Instant now = asOf == null ? Instant.now() : TimeOptions.time("--as-of", asOf);
    JsonNode plan =
        job.connection()
            .post("v1/green/plans/simulate?as_of=" + now, job.request(job.end(now), null).toJson());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.MAPPER.writeValueAsString(plan));
    } else {
      for (JsonNode each : plan.path("segments")) {
        out.printf("run  %s  %s%n", each.path("start").asText(), each.path("end").asText());
      }
      out.printf(
          Locale.ROOT,
          "promised green %.1f%%, expected %.1f%%, at once %.1f%%%n",
          100 * plan.path("promisedGreen").asDouble(),
          100 * plan.path("expectedGreen").asDouble(),
          100 * plan.path("greenIfNow").asDouble());
      out.println(plan.path("explanation").asText());
    }
    out.flush();
    return 0;
  }
}
