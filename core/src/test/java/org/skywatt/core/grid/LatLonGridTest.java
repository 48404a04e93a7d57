package org.skywatt.core.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatLonGridTest {
  private static final LatLonGrid GLOBAL_0_360 = new LatLonGrid(90, -0.25, 721, 0, 0.25, 1440);
  private static final LatLonGrid GLOBAL_180 = new LatLonGrid(-90, 1, 181, -180, 1, 360);
  private static final LatLonGrid REGION = new LatLonGrid(60, -0.5, 21, -10, 0.5, 41);

  @Property
  void aLinearFieldIsReproduced(
      @ForAll @DoubleRange(min = 50, max = 60) double latitude,
      @ForAll @DoubleRange(min = -10, max = 10) double longitude,
      @ForAll boolean southwards,
      @ForAll @IntRange(min = -1, max = 1) int turns) {
    LatLonGrid grid = southwards ? REGION : new LatLonGrid(50, 0.5, 21, 350, 0.5, 41);
    float[] field = new float[grid.size()];
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        double east = Math.IEEEremainder(grid.longitude(column), 360);
        // Eighths are exact in float.
        field[row * grid.columns() + column] = (float) (2 * grid.latitude(row) - 3 * east + 7);
      }
    }
    BilinearWeights weights = grid.findWeights(latitude, longitude + 360 * turns).orElseThrow();
    assertThat(weights.interpolate(field))
        .isCloseTo(2 * latitude - 3 * longitude + 7, within(1e-9));
  }

  @Property
  void aFieldThatGoesRoundTheEarthHasNoSeam(
      @ForAll @DoubleRange(min = -90, max = 90) double latitude,
      @ForAll @DoubleRange(min = -180, max = 180) double longitude) {
    for (LatLonGrid grid : new LatLonGrid[] {GLOBAL_0_360, GLOBAL_180}) {
      BilinearWeights weights = grid.findWeights(latitude, longitude).orElseThrow();
      float[] distanceEast = new float[grid.size()];
      int column = weights.topLeft() % grid.columns();
      int next = weights.topRight() % grid.columns();
      double west = grid.longitude(column);
      assertThat(Math.floorMod(next - column, grid.columns())).isEqualTo(1);
      double offset = (longitude - west) / 360;
      assertThat((offset - Math.floor(offset)) * 360)
          .isCloseTo(weights.right() * grid.longitudeStep(), within(1e-9));
      double expectedLatitude =
          grid.latitude(weights.topLeft() / grid.columns()) + weights.down() * grid.latitudeStep();
      assertThat(expectedLatitude).isCloseTo(latitude, within(1e-9));
      assertThat(weights.interpolate(distanceEast)).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"60.01, 0", "49.99, 0", "55, -10.01", "55, 10.01", "55, 180", "NaN, 0", "55, NaN"})
  void outsideIsEmpty(double latitude, double longitude) {
    assertThat(REGION.findWeights(latitude, longitude)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"60, -10, 0", "60, 10, 40", "50, -10, 820", "50, 10, 860", "50.0000000001, 370, 860"})
  void cornersBelongToTheGrid(double latitude, double longitude, int index) {
    assertThat(REGION.findWeights(latitude, longitude).orElseThrow().nearest()).isEqualTo(index);
  }

  @Test
  void roundedCoordinatesOnTheEdgeBelongToIt() {
    assertThat(REGION.findWeights(60 + 1e-9, -10 - 1e-9)).isPresent();
  }

  @Test
  void aMissingPointCountsOnlyWhereItHasWeight() {
    float[] field = new float[REGION.size()];
    field[1] = Float.NaN;
    assertThat(REGION.findWeights(60, -10).orElseThrow().interpolate(field)).isZero();
    assertThat(REGION.findWeights(60, -9.9).orElseThrow().interpolate(field)).isNaN();
  }

  @Test
  void aGridMayBeOneRowOrOnePoint() {
    LatLonGrid row = new LatLonGrid(50, -1, 1, 10, 1, 3);
    assertThat(row.findWeights(50, 11.5).orElseThrow().interpolate(new float[] {1, 2, 4}))
        .isEqualTo(3);
    assertThat(row.findWeights(49.9, 11)).isEmpty();
    LatLonGrid point = new LatLonGrid(-90, -1, 1, 0, 1, 1);
    assertThat(point.findWeights(-90, 0).orElseThrow().interpolate(new float[] {7})).isEqualTo(7);
    assertThat(point.findWeights(-90, 0.1)).isEmpty();
  }

  @Test
  void roundedCornersLeaveNoGapRoundTheEarth() {
    // A third of a degree, the last corner rounded to a thousandth as GRIB1 does.
    LatLonGrid grid = new LatLonGrid(1, -1, 3, 0, 359.667 / 1079, 1080);
    assertThat(grid.isGlobalInLongitude()).isTrue();
    assertThat(grid.findWeights(0, -0.1)).isPresent();
    assertThat(new LatLonGrid(1, -1, 3, 0, 1, 359).isGlobalInLongitude()).isFalse();
    assertThat(new LatLonGrid(90, -1, 181, 0, 1, 361).findWeights(0, -0.5)).isPresent();
  }

  @Test
  void placesKeepTheirOrder() {
    double[] latitudes = {60, 70, 50};
    double[] longitudes = {-10, 0, 10};
    assertThat(REGION.findWeights(latitudes, longitudes))
        .hasSize(3)
        .satisfies(
            weights -> {
              assertThat(weights.get(0).orElseThrow().nearest()).isZero();
              assertThat(weights.get(1)).isEmpty();
              assertThat(weights.get(2).orElseThrow().nearest()).isEqualTo(860);
            });
  }

  @Test
  void gridsThatLeaveTheEarthAreRefused() {
    assertThatThrownBy(() -> new LatLonGrid(80, 1, 20, 0, 1, 10)).hasMessageContaining("-90 to 90");
    assertThatThrownBy(() -> new LatLonGrid(0, 1, 20, 0, -1, 10)).hasMessageContaining("eastwards");
    assertThatThrownBy(() -> new LatLonGrid(0, 1, 20, 0, 1, 400)).hasMessageContaining("eastwards");
    assertThatThrownBy(() -> new LatLonGrid(0, 1, 0, 0, 1, 4)).hasMessageContaining("1 row");
  }
}
