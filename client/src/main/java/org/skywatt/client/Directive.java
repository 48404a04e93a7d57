package org.skywatt.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * What the runner of a job should do now.
 *
 * @param powerKw to run at; NaN if it is not to run, or the service does not tell
 * @param plan the newest; empty if there is none
 */
public record Directive(Action action, double powerKw, Optional<GreenPlan> plan) {
  /** What to do. */
  public enum Action {
    RUN,
    WAIT,
    /** The job is over. */
    STOP
  }

  static Directive of(JsonNode node) throws IOException {
    String action = Answers.text(node, "action");
    for (Action each : Action.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(action)) {
        return new Directive(each, Answers.number(node, "powerKw"), GreenJob.plan(node));
      }
    }
    throw new IOException("the service's answer has no readable 'action'");
  }
}
