package org.skywatt.features.schema;

import org.skywatt.core.time.Interval;
import org.skywatt.features.view.SiteView;

/** Computes one feature from what could be known. */
@FunctionalInterface
public interface Formula {
  /** The feature for the step {@code interval}, in its unit; NaN if it cannot be known. */
  double at(SiteView view, Interval interval);
}
