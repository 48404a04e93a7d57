package org.skywatt.core.wind;

/**
 * A turbine that stops in a storm and starts again only when the wind has fallen well below.
 *
 * @param stopSpeed m/s at hub height; from here up it stops
 * @param restartSpeed m/s, below {@code stopSpeed}; from here down it runs again
 */
public record StormCutOut(double stopSpeed, double restartSpeed) {
  public StormCutOut {
    if (!(restartSpeed > 0 && stopSpeed > restartSpeed)) {
      throw new IllegalArgumentException(
          "a turbine that stops at "
              + stopSpeed
              + " m/s cannot restart at "
              + restartSpeed
              + " m/s");
    }
  }

  /**
   * Whether the turbine runs at each speed, in time order. A NaN speed leaves it as it was.
   *
   * @param runsBefore whether it ran before the first
   */
  public boolean[] runs(double[] speeds, boolean runsBefore) {
    boolean[] runs = new boolean[speeds.length];
    boolean state = runsBefore;
    for (int i = 0; i < speeds.length; i++) {
      if (speeds[i] >= stopSpeed) {
        state = false;
      } else if (speeds[i] <= restartSpeed) {
        state = true;
      }
      runs[i] = state;
    }
    return runs;
  }
}
