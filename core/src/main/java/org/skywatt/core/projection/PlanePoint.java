package org.skywatt.core.projection;

/** A point of a projection's plane, in the plane's unit; NaN where there is none. */
public record PlanePoint(double x, double y) {
  static final PlanePoint NOWHERE = new PlanePoint(Double.NaN, Double.NaN);
}
