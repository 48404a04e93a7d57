package org.skywatt.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The job that is asked for. Only what the client itself needs is checked here; the service checks
 * the rest and says what is wrong.
 *
 * @param sites ids of the sites whose green power it is to run on, one or more; none if the terms
 *     name places
 * @param name for people, or null
 * @param duration of the work; not sent if the terms have speeds
 * @param powerKw power while it runs, kW
 * @param deadline by which it ends
 * @param interruptible whether it may be suspended
 * @param minimumRun the shortest run at a time, or null
 * @param green share of its energy that is to be green, 0 (as much as can be) to 1
 * @param probability of that promise, between 0 and 1
 * @param terms what else is asked
 */
public record JobRequest(
    List<String> sites,
    String name,
    Duration duration,
    double powerKw,
    Instant deadline,
    boolean interruptible,
    Duration minimumRun,
    double green,
    double probability,
    JobTerms terms) {
  /** Nothing else is asked. */
  public JobRequest(
      List<String> sites,
      String name,
      Duration duration,
      double powerKw,
      Instant deadline,
      boolean interruptible,
      Duration minimumRun,
      double green,
      double probability) {
    this(
        sites,
        name,
        duration,
        powerKw,
        deadline,
        interruptible,
        minimumRun,
        green,
        probability,
        JobTerms.NONE);
  }

  public JobRequest {
    sites = List.copyOf(sites);
    if ((sites.isEmpty() && terms.places().isEmpty())
        || duration.isNegative()
        || duration.isZero()) {
      throw new IllegalArgumentException(
          "a job needs a site or a place, and a duration above zero");
    }
    if (!(powerKw >= 0 && powerKw < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("power must be 0 kW or more, not " + powerKw);
    }
  }

  /**
   * Reads a deadline: an ISO 8601 duration from {@code from} on, or a time with offset.
   *
   * @throws java.time.DateTimeException if it is neither
   */
  public static Instant deadline(String text, Instant from) {
    return text.startsWith("P")
        ? from.plus(Duration.parse(text))
        : OffsetDateTime.parse(text).toInstant();
  }

  /** As the API has it. */
  public ObjectNode toJson() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode ids = body.putArray("sites");
    sites.forEach(ids::add);
    if (name != null) {
      body.put("name", name);
    }
    body.put("duration", duration.toString());
    body.put("powerKw", powerKw);
    body.put("deadline", deadline.toString());
    body.put("interruptible", interruptible);
    if (minimumRun != null) {
      body.put("minimumRun", minimumRun.toString());
    }
    body.put("green", green);
    body.put("probability", probability);
    terms.addTo(body);
    return body;
  }
}
