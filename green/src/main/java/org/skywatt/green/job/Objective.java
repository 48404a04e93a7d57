package org.skywatt.green.job;

/** What a plan makes as small as it can, of the energy that no green power covers. */
public enum Objective {
  /** The energy itself. */
  GREEN,
  /** Its CO2, by the intensity of the grid. */
  CARBON,
  /** Its price. */
  PRICE,
  /** CO2 and price in equal parts, each as a share of its mean over the forecast. */
  MIXED
}
