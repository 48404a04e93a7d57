package org.skywatt.core.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.site.Mount;

class PlaneOfArrayTest {
  /** pvlib 0.16.1, get_total_irradiance with model haydavies and albedo 0.2. */
  @ParameterizedTest
  @CsvSource({
    "30, 180, 40, 200, 700, 800, 90, 1360, 883.0151923265411",
    "20, 0, 80, 95, 150, 300, 98, 1400, 131.91208651125652",
    "60, 90, 70, 260, 300, 600, 95, 1330, 54.10714285714286",
    "0, 0, 30, 100, 800, 850, 64, 1366, 800.1215932167729"
  })
  void hayDaviesAgreesWithPvlib(
      double tilt,
      double azimuth,
      double zenith,
      double sunAzimuth,
      double ghi,
      double dni,
      double dhi,
      double extraterrestrial,
      double global) {
    double plane =
        Transposition.hayDavies(
            new Transposition.Plane(tilt, azimuth),
            zenith,
            sunAzimuth,
            new Irradiance(ghi, dni, dhi),
            extraterrestrial,
            0.2);
    assertThat(plane).isCloseTo(global, within(1e-9));
  }

  /** pvlib 0.16.1, tracking.singleaxis with backtracking. */
  @ParameterizedTest
  @CsvSource({
    "30, 120, 0, 60, 0.3, 26.565051177077986, 26.56505117707798, 90.0",
    "80, 95, 0, 60, 0.4, 15.794231190900405, 15.794231190900414, 90.0",
    "85, 270, 0, 55, 0.35, -9.41931591218561, 9.419315912185608, 270.0",
    "70, 250, 20, 45, 0.5, -33.71295766846933, 33.71295766846932, 290.0",
    "60, 100, 180, 60, 0.4, -59.6187448575295, 59.6187448575295, 90.0",
    "10, 300, 0, 60, 0.3, -8.682203901046165, 8.682203901046186, 270.0"
  })
  void trackerAgreesWithPvlib(
      double zenith,
      double azimuth,
      double axis,
      double limit,
      double groundCover,
      double rotation,
      double tilt,
      double surfaceAzimuth) {
    Mount.SingleAxisTracker tracker = new Mount.SingleAxisTracker(axis, limit, groundCover);
    double turned = SingleAxisTracking.rotationDeg(zenith, azimuth, tracker);
    assertThat(turned).isCloseTo(rotation, within(1e-9));
    Transposition.Plane plane = SingleAxisTracking.plane(turned, tracker);
    assertThat(plane.tiltDeg()).isCloseTo(tilt, within(1e-9));
    assertThat(plane.azimuthDeg()).isCloseTo(surfaceAzimuth, within(1e-9));
  }
}
