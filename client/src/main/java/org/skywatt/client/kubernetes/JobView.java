package org.skywatt.client.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
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
    for (JsonNode each : json.path("status").path("conditions")) {
      String type = each.path("type").asText();
      if (each.path("status").asText().equals("True")
          && (type.equals("Complete") || type.equals("Failed"))) {
        return type.equals("Complete") ? "done" : "failed";
      }
    }
    return "";
  }

  boolean isLeaving() {
    return json.path("metadata").has("deletionTimestamp");
  }

  /** Since when it runs; {@code otherwise} if that was not written down. */
  Instant runningSince(Instant otherwise) {
    try {
      return Instant.parse(GreenSpec.get(json, "running-since"));
    } catch (DateTimeException e) {
      return otherwise;
    }
  }

  /** For how long it ran before it was suspended last. */
  Duration ran() {
    try {
      return Duration.parse(GreenSpec.get(json, "ran"));
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }
}
