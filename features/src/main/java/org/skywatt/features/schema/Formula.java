package org.skywatt.features.schema;

import org.skywatt.features.view.IssueSteps;
import org.skywatt.features.view.SunSteps;
import org.skywatt.features.view.WeatherSteps;

/**
 * Computes one feature from what could be known. A formula sees no more than its kind lets it see,
 * so what it gives stays the same for as long as that does. All give the feature in its unit; NaN
 * where it cannot be known. Steps go by their number.
 */
public sealed interface Formula {
  /** Hangs on the site and the sun alone: always the same. */
  @FunctionalInterface
  non-sealed interface OfSun extends Formula {
    double at(SunSteps sun, int step);
  }

  /** Hangs on the weather model or the ground too: the same until more of them is known. */
  @FunctionalInterface
  non-sealed interface OfWeather extends Formula {
    double at(WeatherSteps weather, int step);
  }

  /** Hangs on all that is known at the issue, but not on the step. */
  @FunctionalInterface
  non-sealed interface OfIssue extends Formula {
    double at(IssueSteps known);
  }

  /** Hangs on all of it and on the step. */
  @FunctionalInterface
  non-sealed interface OfStep extends Formula {
    double at(IssueSteps known, int step);
  }

  /**
   * Hangs on all that is known at the issue and, of steps that are not over, on the time of day
   * alone: the same a day later.
   */
  @FunctionalInterface
  non-sealed interface OfDay extends Formula {
    double at(IssueSteps known, int step);
  }

  /** Hangs on all of it and on the step; NaN beyond what the newest scan tells of. */
  @FunctionalInterface
  non-sealed interface OfScan extends Formula {
    double at(IssueSteps known, int step);
  }

  static Formula sun(OfSun formula) {
    return formula;
  }

  static Formula weather(OfWeather formula) {
    return formula;
  }

  static Formula issue(OfIssue formula) {
    return formula;
  }

  static Formula step(OfStep formula) {
    return formula;
  }

  static Formula day(OfDay formula) {
    return formula;
  }

  static Formula scan(OfScan formula) {
    return formula;
  }
}
