package org.skywatt.core.irradiance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.solar.Airmass;
import org.skywatt.core.solar.ClearSky;
import org.skywatt.core.solar.Irradiance;
import org.skywatt.core.solar.PlaneIrradiance;
import org.skywatt.core.solar.Transposition;

class PerezTest {
  /** pvlib 0.16.1, irradiance.perez with random skies, airmass by Kasten and Young. */
  @ParameterizedTest
  @CsvSource({
    "72.5, 290.9, 48.3, 102.9, 35.1, 0, 35.1, 20.29099287936446",
    "4.1, 17.6, 88.9, 234.9, 93.632, 413.2, 85.7, 82.46427585972927",
    "87.7, 323.2, 75.9, 141.3, 172.081, 57.8, 158.0, 57.48753338434995",
    "50.0, 97.7, 78.9, 23.1, 369.339, 826.6, 210.2, 163.68739901702",
    "20.5, 322.4, 78.3, 6.7, 315.073, 478.2, 218.1, 288.51009866433776",
    "39.3, 73.2, 32.3, 290.2, 108.6, 0, 108.6, 91.22601050094359",
    "45.6, 85.0, 6.2, 336.0, 842.005, 802.7, 44.0, 36.80549523442711",
    "33.1, 342.4, 38.6, 337.1, 726.203, 704.4, 175.7, 220.0849397653527"
  })
  void agreesWithPvlib(
      double tilt,
      double azimuth,
      double zenith,
      double sunAzimuth,
      double ghi,
      double dni,
      double dhi,
      double skyDiffuse) {
    Transposition.Plane plane = new Transposition.Plane(tilt, azimuth);
    PlaneIrradiance light =
        Perez.onPlane(
            plane,
            zenith,
            sunAzimuth,
            new Irradiance(ghi, dni, dhi),
            ClearSky.SOLAR_CONSTANT_WM2,
            Airmass.relative(zenith),
            0.2);
    assertThat(light.skyDiffuse()).isCloseTo(skyDiffuse, within(1e-6));
    double cosIncidence = Transposition.cosIncidence(plane, zenith, sunAzimuth);
    assertThat(light.beam()).isCloseTo(dni * Math.max(0, cosIncidence), within(1e-9));
    assertThat(light.ground())
        .isCloseTo(ghi * 0.1 * (1 - Math.cos(Math.toRadians(tilt))), within(1e-9));
  }

  @Test
  void theLevelPlaneSeesTheWholeSky() {
    Irradiance sky = new Irradiance(600, 500, 250);
    PlaneIrradiance light =
        Perez.onPlane(new Transposition.Plane(0, 0), 45.573, 120, sky, 1366, 1.43, 0.2);
    assertThat(light.global()).isCloseTo(600, within(0.1));
  }

  @Test
  void withoutASunThereIsNoSkyAndMissingStaysMissing() {
    Transposition.Plane plane = new Transposition.Plane(30, 180);
    assertThat(Perez.onPlane(plane, 95, 0, new Irradiance(0, 0, 0), 1366, Double.NaN, 0.2).global())
        .isZero();
    Irradiance missing = new Irradiance(Double.NaN, Double.NaN, Double.NaN);
    assertThat(Perez.onPlane(plane, 40, 0, missing, 1366, 1.3, 0.2).global()).isNaN();
  }
}
