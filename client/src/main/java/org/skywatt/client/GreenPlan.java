package org.skywatt.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a job runs.
 *
 * @param version 1 for the first plan of a job
 * @param place of a job with places; empty otherwise
 * @param segments in order of time
 * @param promisedGreen share of the energy that is green at least, with the job's probability
 * @param expectedGreen expected share
 * @param greenIfNow expected share if it started at once
 * @param explanation one sentence
 */
public record GreenPlan(
    int version,
    Optional<String> place,
    List<Segment> segments,
    double promisedGreen,
    double expectedGreen,
    double greenIfNow,
    String explanation) {
  /**
   * A stretch of time, its end not included.
   *
   * @param powerKw of the job meanwhile, kW; NaN if the service does not tell
   */
  public record Segment(Instant start, Instant end, double powerKw) {}

  static GreenPlan of(JsonNode node) throws IOException {
    List<Segment> segments = new ArrayList<>();
    for (JsonNode each : node.path("segments")) {
      segments.add(
          new Segment(
              Answers.time(each, "start"),
              Answers.time(each, "end"),
              Answers.number(each, "powerKw")));
    }
    return new GreenPlan(
        node.path("version").asInt(),
        Optional.ofNullable(node.path("place").asText(null)),
        List.copyOf(segments),
        Answers.number(node, "promisedGreen"),
        Answers.number(node, "expectedGreen"),
        Answers.number(node, "greenIfNow"),
        node.path("explanation").asText(""));
  }

  /** Whether the job should run; work that takes longer than was said runs on after the plan. */
  public boolean runsAt(Instant now) {
    Optional<Instant> next = nextStart(now);
    return next.isEmpty() || !now.isBefore(next.get());
  }

  /**
   * The start of the stretch that {@code now} lies in, or of the next one; empty after the last.
   */
  public Optional<Instant> nextStart(Instant now) {
    return segments.stream()
        .filter(each -> now.isBefore(each.end()))
        .findFirst()
        .map(Segment::start);
  }
}
