package org.skywatt.ingest.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BilinearTest {
  private static float[] plane(LatLonGrid grid) {
    float[] values = new float[grid.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          (float) (3 * grid.latitude(i / grid.nx()) - 2 * grid.longitude(i % grid.nx()) + 1);
    }
    return values;
  }

  @Test
  void isExactOnAPlane() {
    LatLonGrid grid = new LatLonGrid(26, 26, 30.5, -1, 0.1, 0.1);
    double[] lat = {30.5, 28.0, 29.234, 28.05, 28.9};
    double[] lon = {-1, 1.5, 0.777, 361.23, -0.4};
    Bilinear bilinear = Bilinear.of(grid, lat, lon);
    float[] values = plane(grid);
    for (int i = 0; i < lat.length; i++) {
      double turned = lon[i] > 180 ? lon[i] - 360 : lon[i];
      assertThat((double) bilinear.at(i, values))
          .isCloseTo(3 * lat[i] - 2 * turned + 1, within(1e-4));
    }
  }

  @Test
  void isMissingOutsideAndBesideMissing() {
    LatLonGrid grid = new LatLonGrid(3, 3, 2, 0, 1, 1);
    Bilinear bilinear =
        Bilinear.of(grid, new double[] {2.5, 1, 1.5, 1}, new double[] {1, 3.1, 0.5, 1});
    float[] values = new float[9];
    values[0] = Float.NaN;
    assertThat(bilinear.covers(0)).isFalse();
    assertThat(bilinear.covers(1)).isFalse();
    assertThat(bilinear.at(0, values)).isNaN();
    assertThat(bilinear.at(2, values)).isNaN();
    assertThat(bilinear.at(3, values)).isZero();
  }

  @Test
  void goesRoundTheEarth() {
    LatLonGrid grid = new LatLonGrid(360, 3, 1, 0, 1, 1);
    float[] values = new float[grid.size()];
    values[360] = 10; // latitude 0, longitude 0
    values[360 + 359] = 20;
    Bilinear bilinear = Bilinear.of(grid, new double[] {0, 0}, new double[] {-0.25, 359.5});
    assertThat(bilinear.at(0, values)).isCloseTo(12.5f, within(1e-4f));
    assertThat(bilinear.at(1, values)).isCloseTo(15f, within(1e-4f));
  }
}
