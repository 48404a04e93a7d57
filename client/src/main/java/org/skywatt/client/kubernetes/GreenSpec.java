package org.skywatt.client.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.skywatt.client.JobRequest;

/** What the annotations of a job ask for. */
final class GreenSpec {
  static final String PREFIX = "skywatt.org/";

  private GreenSpec() {}

  /**
   * @param job of the API {@code batch/v1}
   * @throws IllegalArgumentException with one line if an annotation is missing or cannot be read
   */
  static JobRequest read(JsonNode job) {
    String deadline = required(job, "deadline");
    try {
      Instant created = Instant.parse(job.path("metadata").path("creationTimestamp").asText());
      return new JobRequest(
          List.of(required(job, "sites").split("\\s*,\\s*", -1)),
          job.path("metadata").path("name").asText(),
          Duration.parse(required(job, "duration")),
          number(job, "power-kw", 0.3),
          JobRequest.deadline(deadline, created),
          get(job, "checkpoints").equals("true"),
          null,
          number(job, "green", 0),
          number(job, "probability", 0.9));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "durations must be like PT6H and times like 2026-06-01T09:00:00Z: " + e.getMessage(), e);
    }
  }

  /** An annotation of ours; empty if it is absent. */
  static String get(JsonNode job, String name) {
    return job.path("metadata").path("annotations").path(PREFIX + name).asText("");
  }

  private static String required(JsonNode job, String name) {
    String value = get(job, name).strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException("the annotation " + PREFIX + name + " is missing");
    }
    return value;
  }

  private static double number(JsonNode job, String name, double otherwise) {
    String value = get(job, name).strip();
    try {
      return value.isEmpty() ? otherwise : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(PREFIX + name + " '" + value + "' is no number", e);
    }
  }
}
