package org.skywatt.features.schema;

import java.time.Duration;
import org.skywatt.core.time.Interval;
import org.skywatt.features.view.SiteView;

/** A formula that is the same for all steps of an issue. */
@FunctionalInterface
public interface IssueFormula extends Formula {
  /** The feature for steps of length {@code step}, in its unit; NaN if it cannot be known. */
  double at(SiteView view, Duration step);

  /** The formula, where its kind cannot be told from the lambda. */
  static Formula issue(IssueFormula formula) {
    return formula;
  }

  @Override
  default double at(SiteView view, Interval interval) {
    return at(view, interval.length());
  }
}
