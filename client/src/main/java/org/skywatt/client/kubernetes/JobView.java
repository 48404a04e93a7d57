package org.skywatt.client.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** What stands in a job of the cluster, of which we wrote some down ourselves. */
record JobView(JsonNode json) {
  String uid() {
    return json.path("metadata").path("uid").asText();
  }

  String name() {
    return json.path("metadata").path("name").asText();
  }

  boolean isSuspended() {
    return json.path("spec").path("suspend").asBoolean();
  }

  /** done or failed; empty while it is neither. */
  String end() {
    return switch (finish().path("type").asText()) {
      case "Complete" -> "done";
      case "Failed" -> "failed";
      default -> "";
    };
  }

  /** When it became done or failed; {@code otherwise} if that was not written down. */
  Instant endedAt(Instant otherwise) {
    return time(finish().path("lastTransitionTime").asText(), otherwise);
  }

  /** The condition that says so; missing while there is none. */
  private JsonNode finish() {
    for (JsonNode each : json.path("status").path("conditions")) {
      String type = each.path("type").asText();
      if (each.path("status").asText().equals("True")
          && (type.equals("Complete") || type.equals("Failed"))) {
        return each;
      }
    }
    return MissingNode.getInstance();
  }

  boolean isLeaving() {
    return json.path("metadata").has("deletionTimestamp");
  }

  /** For how long it has been running; zero if it is suspended. */
  Duration running(Instant now) {
    Instant since = time(GreenSpec.get(json, "running-since"), now);
    return isSuspended() || since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
  }

  /** For how long it ran before it was suspended last. */
  Duration ran() {
    try {
      return Duration.parse(GreenSpec.get(json, "ran"));
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }

  private static Instant time(String text, Instant otherwise) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return otherwise;
    }
  }
}
