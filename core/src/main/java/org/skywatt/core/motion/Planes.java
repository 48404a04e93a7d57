package org.skywatt.core.motion;

/** Arithmetic of rasters of the same shape. */
final class Planes {
  private Planes() {}

  static Plane difference(Plane one, Plane other) {
    Plane out = new Plane(one.rows(), one.columns());
    for (int i = 0; i < out.values().length; i++) {
      out.values()[i] = one.values()[i] - other.values()[i];
    }
    return out;
  }

  static Plane product(Plane one, Plane other) {
    Plane out = new Plane(one.rows(), one.columns());
    for (int i = 0; i < out.values().length; i++) {
      out.values()[i] = one.values()[i] * other.values()[i];
    }
    return out;
  }

  /** Adds a number to every pixel. */
  static void add(Plane plane, float number) {
    for (int i = 0; i < plane.values().length; i++) {
      plane.values()[i] += number;
    }
  }

  static float mean(Plane plane) {
    double sum = 0;
    for (float value : plane.values()) {
      sum += value;
    }
    return (float) (sum / plane.values().length);
  }

  static float deviation(Plane plane) {
    double mean = mean(plane);
    double squares = 0;
    for (float value : plane.values()) {
      squares += (value - mean) * (value - mean);
    }
    return (float) Math.sqrt(squares / plane.values().length);
  }
}
