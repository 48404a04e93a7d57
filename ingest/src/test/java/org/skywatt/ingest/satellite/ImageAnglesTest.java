package org.skywatt.ingest.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.skywatt.core.grid.LatLonGrid;

class ImageAnglesTest {
  private static final Instant NOON = Instant.parse("2020-04-01T12:00:00Z");

  /** Zenith and azimuth of the first and of the fourth pixel. */
  private static final float[] SUN = {51.26833f, 174.96918f, 45.25773f, 184.65138f};

  private static SatelliteImage image(Quantity quantity, double subLongitude, float value) {
    LatLonGrid grid = new LatLonGrid(56, -6, 3, -3, 7, 2);
    float[] values = new float[6];
    Arrays.fill(values, value);
    return new SatelliteImage(
        "Meteosat-10",
        "VIS006",
        quantity,
        NOON,
        NOON.plusSeconds(120),
        subLongitude,
        grid,
        values,
        RowTimes.linear(NOON, NOON.plusSeconds(120), 3));
  }

  /**
   * Satellite: {@code pyorbital.orbital.get_observer_look}. Sun: {@code
   * pvlib.solarposition.spa_python} at 12:00 for the first row and 12:01 for the second.
   */
  @Test
  void anglesAreThoseOfEachRowsTime() {
    ImageAngles angles = ImageAngles.of(image(Quantity.REFLECTANCE, 9.5, 0.3f));
    assertThat(angles.viewAzimuthDeg()[0]).isCloseTo(165.0204f, within(0.01f));
    assertThat(angles.viewZenithDeg()[0]).isCloseTo(64.7452f, within(0.01f));
    assertThat(angles.sunZenithDeg()[0]).isCloseTo(SUN[0], within(0.001f));
    assertThat(angles.sunAzimuthDeg()[0]).isCloseTo(SUN[1], within(0.002f));
    assertThat(angles.sunZenithDeg()[3]).isCloseTo(SUN[2], within(0.001f));
    assertThat(angles.sunAzimuthDeg()[3]).isCloseTo(SUN[3], within(0.002f));
    // Sun and satellite stand in the same quarter: light comes back, and no glint is near.
    assertThat(angles.scatteringDeg(0)).isBetween(150.0, 180.0);
    assertThat(angles.glintDeg(0)).isGreaterThan(90);
  }

  @Test
  void reflectanceIsDividedByTheSunsHeight() {
    SatelliteImage image = image(Quantity.REFLECTANCE, Double.NaN, 0.3f);
    ImageAngles angles = ImageAngles.of(image);
    double cosine = Math.cos(Math.toRadians(SUN[0]));
    assertThat(angles.bidirectional(image)[0]).isCloseTo((float) (0.3 / cosine), within(1e-4f));
    assertThat(angles.viewZenithDeg()[0]).isNaN();
    SatelliteImage counts = image(Quantity.COUNTS, 9.5, 300);
    assertThatThrownBy(() -> angles.bidirectional(counts)).hasMessageContaining("COUNTS");
  }
}
