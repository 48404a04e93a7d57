package org.skywatt.core.solar;

import org.skywatt.core.site.Location;

/**
 * Solar positions of one place at many times, column by column: each array has one value a time, in
 * the units of {@link SolarPosition}. Pressure is that of the standard atmosphere, temperature
 * {@link SolarPosition#TYPICAL_TEMPERATURE_K}, delta T by {@link DeltaT}.
 */
public record SolarPositions(double[] zenithDeg, double[] apparentZenithDeg, double[] azimuthDeg) {
  private static final double SPAN_SECONDS = 86_400;
  private static final int DENSE = 6;

  /**
   * Positions at {@code epochSeconds} (seconds since 1970-01-01T00:00Z), within 1e-5° of {@link
   * SolarPosition}: times that follow each other closely and in order share geocentric knots.
   */
  public static SolarPositions of(double[] epochSeconds, Location location) {
    int count = epochSeconds.length;
    double[] zenith = new double[count];
    double[] apparentZenith = new double[count];
    double[] azimuth = new double[count];
    Observer observer = Observer.at(location);
    double pressure = StandardAtmosphere.pressurePa(location.elevationM());
    int i = 0;
    while (i < count) {
      int next = endOfSpan(epochSeconds, i);
      SunPath path =
          next - i < DENSE ? null : SunPath.over(epochSeconds[i], epochSeconds[next - 1]);
      for (; i < next; i++) {
        double time = epochSeconds[i];
        SolarPosition position =
            SolarPosition.of(
                path == null ? GeocentricSun.at(time) : path.at(time),
                observer,
                pressure,
                SolarPosition.TYPICAL_TEMPERATURE_K,
                SolarPosition.REFRACTION_DEG);
        zenith[i] = position.zenithDeg();
        apparentZenith[i] = position.apparentZenithDeg();
        azimuth[i] = position.azimuthDeg();
      }
    }
    return new SolarPositions(zenith, apparentZenith, azimuth);
  }

  /** First index after {@code begin} whose time is before the last or more than a day off. */
  private static int endOfSpan(double[] times, int begin) {
    int i = begin + 1;
    while (i < times.length && times[i] > times[i - 1] && times[i] - times[begin] <= SPAN_SECONDS) {
      i++;
    }
    return i;
  }
}
