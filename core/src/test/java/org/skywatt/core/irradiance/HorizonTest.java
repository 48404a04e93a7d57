package org.skywatt.core.irradiance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.solar.PlaneIrradiance;
import org.skywatt.core.solar.Transposition;

class HorizonTest {
  private static final Transposition.Plane LEVEL = new Transposition.Plane(0, 180);

  @ParameterizedTest
  @CsvSource({"5.3, 1", "5, 0.5", "4.7, 0", "NaN, NaN"})
  void theDiscSinksBehindTheHorizon(double elevation, double fraction) {
    Horizon horizon = new Horizon(azimuth -> 5);
    assertThat(horizon.beamFraction(elevation, 90)).isEqualTo(Double.valueOf(fraction));
  }

  /** Exact for a ring of hills: cos² on the level (Dozier and Frew 1990). */
  @ParameterizedTest
  @CsvSource({"0, 1", "10, 0.969846", "30, 0.75", "60, 0.25"})
  void aRingOfHillsLeavesCosSquared(double hills, double view) {
    assertThat(new Horizon(azimuth -> hills).skyView(LEVEL)).isCloseTo(view, within(1e-3));
  }

  @Test
  void aSouthWallSeesOnlySouthernHills() {
    Horizon north = new Horizon(azimuth -> azimuth > 90 && azimuth < 270 ? 0 : 40);
    Horizon south = new Horizon(azimuth -> azimuth > 90 && azimuth < 270 ? 40 : 0);
    Transposition.Plane wall = new Transposition.Plane(90, 180);
    assertThat(north.skyView(wall)).isCloseTo(1, within(1e-9));
    // On a wall the light of a ring is cos² of the elevation: 1 − (h + sin h cos h) / (π / 2).
    double h = Math.toRadians(40);
    assertThat(south.skyView(wall))
        .isCloseTo(1 - (h + Math.sin(h) * Math.cos(h)) / (Math.PI / 2), within(1e-3));
  }

  @Test
  void shadeCutsBeamAndSkyButNotTheGround() {
    PlaneIrradiance shaded = new PlaneIrradiance(500, 100, 40, 10, 7).shaded(0.25, 0.8);
    assertThat(shaded.global()).isCloseTo(125 + 80 + 10 + 8 + 7, within(1e-9));
  }
}
