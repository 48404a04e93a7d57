package org.skywatt.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Fields of an answer, each refused with its name if it is not what it should be. */
final class Answers {
  private Answers() {}

  static String text(JsonNode node, String field) throws IOException {
    if (!node.path(field).isTextual()) {
      throw wrong(field);
    }
    return node.path(field).asText();
  }

  static Instant time(JsonNode node, String field) throws IOException {
    try {
      return Instant.parse(text(node, field));
    } catch (DateTimeException e) {
      throw new IOException("the service's answer has no readable '" + field + "'", e);
    }
  }

  /** A number; NaN if it is absent. */
  static double number(JsonNode node, String field) throws IOException {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Double.NaN;
    }
    if (!value.isNumber()) {
      throw wrong(field);
    }
    return value.asDouble();
  }

  static IOException wrong(String field) {
    return new IOException("the service's answer has no readable '" + field + "'");
  }
}
