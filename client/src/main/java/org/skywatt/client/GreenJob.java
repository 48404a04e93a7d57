package org.skywatt.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/**
 * A job that the service knows.
 *
 * @param state queued, planned, running, paused, done, failed or cancelled
 * @param plan the newest; empty while the job is queued
 */
public record GreenJob(String id, String state, Optional<GreenPlan> plan) {
  static GreenJob of(JsonNode node) throws IOException {
    return new GreenJob(Answers.text(node, "id"), node.path("state").asText(""), plan(node));
  }

  static Optional<GreenPlan> plan(JsonNode node) throws IOException {
    return node.hasNonNull("plan")
        ? Optional.of(GreenPlan.of(node.path("plan")))
        : Optional.empty();
  }
}
