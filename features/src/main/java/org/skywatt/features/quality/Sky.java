package org.skywatt.features.quality;

import java.time.Instant;
import java.time.ZoneOffset;
import org.skywatt.core.irradiance.Clearness;
import org.skywatt.core.irradiance.LinkeTurbidity;
import org.skywatt.core.site.Location;
import org.skywatt.core.solar.Airmass;
import org.skywatt.core.solar.ClearSky;
import org.skywatt.core.solar.Irradiance;
import org.skywatt.core.solar.SolarPositions;
import org.skywatt.core.solar.StandardAtmosphere;
import org.skywatt.core.solar.Transposition;

/**
 * The sun and the clear sky at the middle of each row.
 *
 * @param zenithDeg apparent zenith angle, degrees
 * @param azimuthDeg degrees clockwise from north
 * @param clear clear-sky irradiance (Ineichen, typical turbidity)
 * @param extraterrestrialWm2 normal irradiance above the atmosphere
 */
record Sky(
    double[] zenithDeg, double[] azimuthDeg, Irradiance[] clear, double[] extraterrestrialWm2) {

  static Sky over(long[] startSeconds, long stepSeconds, Location location) {
    int count = startSeconds.length;
    double[] middles = new double[count];
    for (int i = 0; i < count; i++) {
      middles[i] = startSeconds[i] + stepSeconds / 2.0;
    }
    SolarPositions sun = SolarPositions.of(middles, location);
    double pressure = StandardAtmosphere.pressurePa(location.elevationM());
    Irradiance[] clear = new Irradiance[count];
    double[] extraterrestrial = new double[count];
    for (int i = 0; i < count; i++) {
      int day = Instant.ofEpochSecond(startSeconds[i]).atOffset(ZoneOffset.UTC).getDayOfYear();
      double zenith = sun.apparentZenithDeg()[i];
      extraterrestrial[i] = Clearness.extraterrestrialWm2(day, ClearSky.SOLAR_CONSTANT_WM2);
      clear[i] =
          ClearSky.ineichen(
              zenith,
              Airmass.absolute(Airmass.relative(zenith), pressure),
              LinkeTurbidity.typical(location, day),
              location.elevationM(),
              extraterrestrial[i]);
    }
    return new Sky(sun.apparentZenithDeg(), sun.azimuthDeg(), clear, extraterrestrial);
  }

  double elevationDeg(int row) {
    return 90 - zenithDeg[row];
  }

  /** Clear-sky irradiance on a plane, W/m². */
  double planeWm2(int row, Transposition.Plane plane) {
    return Transposition.hayDavies(
        plane,
        zenithDeg[row],
        azimuthDeg[row],
        clear[row],
        extraterrestrialWm2[row],
        Transposition.TYPICAL_ALBEDO);
  }
}
