package org.skywatt.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * What the runner of a job tells. The same start twice counts once, so it may be sent again.
 *
 * @param state running, paused, done or failed
 * @param start of the time in which energy was used; no energy is told if it is not before the end
 * @param kwh energy used between start and end, 0 or more
 */
public record Heartbeat(String state, Instant start, Instant end, double kwh) {
  private static final double MILLIS_PER_HOUR = 3.6e6;

  public Heartbeat {
    if (!(kwh >= 0 && kwh < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("energy must be 0 kWh or more, not " + kwh);
    }
  }

  /**
   * Of work that ran for some of the time.
   *
   * @param powerKw power while it ran, kW
   */
  public static Heartbeat of(
      String state, Instant start, Instant end, double powerKw, Duration ran) {
    return new Heartbeat(state, start, end, powerKw * ran.toMillis() / MILLIS_PER_HOUR);
  }

  ObjectNode toJson() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("state", state);
    if (start.isBefore(end)) {
      body.put("start", start.toString());
      body.put("end", end.toString());
      body.put("kwh", kwh);
    }
    return body;
  }
}
