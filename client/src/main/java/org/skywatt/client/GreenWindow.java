package org.skywatt.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;

/**
 * A stretch of time with much green energy.
 *
 * @param meanKwh expected green energy, kWh; NaN if it is not known
 */
public record GreenWindow(Instant start, Instant end, double meanKwh) {
  static GreenWindow of(JsonNode node) throws IOException {
    return new GreenWindow(
        Answers.time(node, "start"),
        Answers.time(node, "end"),
        Answers.number(node.path("greenKwh"), "mean"));
  }
}
