package org.skywatt.core.solar;

import org.skywatt.core.site.Location;

/**
 * Solar positions of one place at many times, column by column: each array has one value a time, in
 * the units of {@link SolarPosition}. Pressure is that of the standard atmosphere, temperature
 * {@link SolarPosition#TYPICAL_TEMPERATURE_K}, delta T by {@link DeltaT}.
 */
public record SolarPositions(double[] zenithDeg, double[] apparentZenithDeg, double[] azimuthDeg) {
  private static final double SECONDS_A_DAY = 86_400;

  /**
   * Positions at {@code epochSeconds} (seconds since 1970-01-01T00:00Z), in any order, within 1e-5°
   * of {@link SolarPosition}: from a {@link SunTable} where there are more times than days, else
   * one by one. For many places at the same times make the table once.
   *
   * @throws IllegalArgumentException if a time is NaN or outside 1941 to 2149
   */
  public static SolarPositions of(double[] epochSeconds, Location location) {
    double from = Double.POSITIVE_INFINITY;
    double to = Double.NEGATIVE_INFINITY;
    for (double time : epochSeconds) {
      from = Math.min(from, time);
      to = Math.max(to, time);
    }
    int count = epochSeconds.length;
    if (count > 4 && (to - from) / SECONDS_A_DAY < count - 4) {
      return SunTable.over(from, to).positions(epochSeconds, location);
    }
    double[] zenith = new double[count];
    double[] apparentZenith = new double[count];
    double[] azimuth = new double[count];
    Observer observer = Observer.at(location);
    double pressure = StandardAtmosphere.pressurePa(location.elevationM());
    for (int i = 0; i < count; i++) {
      SolarPosition position =
          SolarPosition.of(
              GeocentricSun.at(epochSeconds[i]),
              observer,
              pressure,
              SolarPosition.TYPICAL_TEMPERATURE_K,
              SolarPosition.REFRACTION_DEG);
      zenith[i] = position.zenithDeg();
      apparentZenith[i] = position.apparentZenithDeg();
      azimuth[i] = position.azimuthDeg();
    }
    return new SolarPositions(zenith, apparentZenith, azimuth);
  }
}
