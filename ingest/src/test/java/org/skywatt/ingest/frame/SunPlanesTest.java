package org.skywatt.ingest.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.motion.Plane;
import org.skywatt.core.site.Location;
import org.skywatt.core.solar.SolarPosition;

/** Beside the sun's position computed at each pixel. */
class SunPlanesTest {
  @ParameterizedTest
  @ValueSource(strings = {"2026-06-21T11:50:00Z", "2026-12-21T15:30:00Z", "2026-03-20T06:10:00Z"})
  void isThatOfEachPixel(String time) {
    // Sizes that are no multiples of the lattice's step, pixels of 3 km.
    LatLonGrid grid = new LatLonGrid(52, -0.03, 101, -3, 0.045, 75);
    Instant at = Instant.parse(time);
    Plane zenith = SunPlanes.zenithDeg(grid, at);
    for (int i = 0; i < grid.size(); i++) {
      Location place = new Location(grid.pointLatitude(i), grid.pointLongitude(i), 0);
      assertThat((double) zenith.values()[i])
          .as("pixel %d", i)
          .isCloseTo(SolarPosition.of(at, place).zenithDeg(), within(0.02));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 9})
  void smallImagesHaveASunToo(int size) {
    LatLonGrid grid = new LatLonGrid(52, -0.03, Math.max(2, size), -3, 0.045, Math.max(2, size));
    Plane zenith = SunPlanes.zenithDeg(grid, Instant.parse("2026-06-21T11:50:00Z"));
    for (float value : zenith.values()) {
      assertThat(value).isBetween(20f, 40f);
    }
  }
}
