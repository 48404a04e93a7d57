package org.skywatt.serving.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a scaler needs to know now; null where it is not known. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "GreenMetrics")
public record GreenMetricsJson(
    Instant at,
    String runId,
    @Schema(nullable = true, description = "Green power now, with the probability, kW")
        Double greenKw,
    @Schema(nullable = true, description = "What planned jobs take of it now, kW")
        Double reservedKw,
    @Schema(nullable = true, description = "What is left, kW") Double freeKw,
    @Schema(nullable = true, description = "How many workers of worker_kw run on what is left")
        Integer workers,
    Jobs jobs) {
  /** Jobs of the organisation that are not over. */
  @Schema(name = "GreenMetricsJobs")
  public record Jobs(
      int queued,
      int planned,
      int running,
      int paused,
      @Schema(description = "Those that are to run now by their plans") int due) {}

  /** As Prometheus reads it (text format 0.0.4); what is not known is left out. */
  String toPrometheus() {
    StringBuilder text = new StringBuilder();
    gauge(text, "skywatt_green_power_kw", "Green power now, with the probability", greenKw);
    gauge(text, "skywatt_green_reserved_kw", "What planned jobs take of it now", reservedKw);
    gauge(text, "skywatt_green_free_kw", "What is left of it now", freeKw);
    gauge(text, "skywatt_green_workers", "Workers that run on what is left", workers);
    gauge(text, "skywatt_green_jobs_due", "Jobs that are to run now", jobs.due);
    text.append("# HELP skywatt_green_jobs Jobs that are not over\n");
    text.append("# TYPE skywatt_green_jobs gauge\n");
    state(text, "queued", jobs.queued);
    state(text, "planned", jobs.planned);
    state(text, "running", jobs.running);
    state(text, "paused", jobs.paused);
    return text.toString();
  }

  private static void state(StringBuilder text, String state, int count) {
    text.append("skywatt_green_jobs{state=\"" + state + "\"} " + count + "\n");
  }

  private static void gauge(StringBuilder text, String name, String help, Number value) {
    if (value != null) {
      text.append("# HELP " + name + " " + help + "\n# TYPE " + name + " gauge\n");
      text.append(String.format(Locale.ROOT, "%s %.6g%n", name, value.doubleValue()));
    }
  }
}
