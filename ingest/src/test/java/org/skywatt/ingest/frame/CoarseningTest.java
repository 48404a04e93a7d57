package org.skywatt.ingest.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.ingest.satellite.Quantity;
import org.skywatt.ingest.satellite.RowTimes;
import org.skywatt.ingest.satellite.SatelliteImage;

class CoarseningTest {
  private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

  private static SatelliteImage image(float... values) {
    return new SatelliteImage(
        "Made-up-1",
        "vis",
        Quantity.REFLECTANCE,
        START,
        START.plusSeconds(4),
        0,
        new LatLonGrid(10, -0.1, 4, 20, 0.2, 5),
        values,
        RowTimes.linear(START, START.plusSeconds(3), 4));
  }

  @Test
  void blocksBecomeTheirMeansAtTheirMiddles() {
    float nan = Float.NaN;
    SatelliteImage coarse =
        Coarsening.of(
            image(
                1, 3, 5, 5, 9, //
                5, 7, 5, 5, 9, //
                2, nan, nan, nan, 9, //
                4, 6, nan, 8, 9),
            2);
    assertThat(coarse.values()).containsExactly(4, 5, 4, nan);
    LatLonGrid grid = (LatLonGrid) coarse.grid();
    assertThat(grid.latitude(0)).isCloseTo(9.95, within(1e-9));
    assertThat(grid.longitude(1)).isCloseTo(20.5, within(1e-9));
    assertThat(grid.rows()).isEqualTo(2);
    assertThat(grid.columns()).isEqualTo(2);
    assertThat(coarse.timeOfRow(1)).isEqualTo(START.plusMillis(2500));
  }

  @Test
  void smallImagesAndAFactorOfOneStayAsTheyAre() {
    SatelliteImage image = image(new float[20]);
    assertThat(Coarsening.of(image, 1)).isSameAs(image);
    assertThat(Coarsening.of(image, 6)).isSameAs(image);
  }
}
