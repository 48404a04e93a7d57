package org.skywatt.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A job that the service knows.
 *
 * @param state queued, planned, running, paused, done, failed or cancelled
 * @param plan the newest; empty while the job is queued
 */
public record GreenJob(String id, String state, Optional<GreenPlan> plan) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,100}");

  static GreenJob of(JsonNode node) throws IOException {
    String id = Answers.text(node, "id");
    if (!isId(id)) {
      throw Answers.wrong("id");
    }
    return new GreenJob(id, node.path("state").asText(""), plan(node));
  }

  /** Whether it can be an id; it becomes part of a path, and must not lead to another one. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  static Optional<GreenPlan> plan(JsonNode node) throws IOException {
    return node.hasNonNull("plan")
        ? Optional.of(GreenPlan.of(node.path("plan")))
        : Optional.empty();
  }
}
