package org.skywatt.core.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.skywatt.core.projection.Ellipsoid;
import org.skywatt.core.projection.LambertConformal;
import org.skywatt.core.projection.Mercator;
import org.skywatt.core.projection.PlanePoint;
import org.skywatt.core.projection.RotatedLatLon;

/** Grids that are not regular in latitude and longitude. */
class GridsTest {
  private static final LambertConformal CONE =
      new LambertConformal(Ellipsoid.sphere(6371229), 38.5, -97.5, 38.5, 38.5);

  private static ProjectedGrid lambert() {
    PlanePoint first = CONE.toPlane(21.138, -122.72);
    return new ProjectedGrid(CONE, first.x(), 3000, 200, first.y(), 3000, 100);
  }

  private static RowsGrid reduced() {
    double[] latitudes = GaussianLatitudes.of(2);
    int[] counts = {4, 8, 8, 4};
    return new RowsGrid(latitudes, counts, new double[4], new double[] {90, 45, 45, 90}, false);
  }

  /** Every grid finds each of its own points with all the weight. */
  @Test
  void findsItsOwnPoints() {
    RotatedGrid rotated =
        new RotatedGrid(new LatLonGrid(-5, 0.5, 11, -10, 0.5, 21), new RotatedLatLon(-40, 10, 0));
    for (Grid grid : new Grid[] {lambert(), rotated, reduced()}) {
      for (int i = 0; i < grid.size(); i++) {
        BilinearWeights found =
            grid.findWeights(grid.pointLatitude(i), grid.pointLongitude(i)).orElseThrow();
        assertThat(found.nearest()).isEqualTo(i);
        float[] one = new float[grid.size()];
        one[i] = 1;
        assertThat(found.interpolate(one)).isCloseTo(1, within(1e-4));
      }
    }
  }

  @Test
  void interpolatesALinearFieldOfThePlane() {
    ProjectedGrid grid = lambert();
    float[] field = new float[grid.size()];
    for (int i = 0; i < field.length; i++) {
      int row = i / 200;
      field[i] = i % 200 + 1000 * row;
    }
    PlanePoint point = CONE.toPlane(22, -120);
    double expected =
        (point.x() - grid.firstX()) / 3000 + 1000 * (point.y() - grid.firstY()) / 3000;
    assertThat(grid.findWeights(22, -120).orElseThrow().interpolate(field))
        .isCloseTo(expected, within(1e-2));
    assertThat(grid.findWeights(21, -123)).isEmpty();
    assertThat(grid.findWeights(Double.NaN, 0)).isEmpty();
    assertThat(grid.northDeg(40, -107.5))
        .isCloseTo(-10 * Math.sin(Math.toRadians(38.5)), within(1e-6));
  }

  @Test
  void aMercatorRoundTheEarthHasNoSeam() {
    Mercator plane = new Mercator(Ellipsoid.sphere(6371229), 0, 0);
    double step = plane.xPeriod() / 36;
    ProjectedGrid grid = new ProjectedGrid(plane, 0, step, 36, -step, step, 3);
    BilinearWeights seam = grid.findWeights(0, 355).orElseThrow();
    assertThat(seam.topLeft() % 36).isEqualTo(35);
    assertThat(seam.topRight() % 36).isZero();
    assertThat(seam.right()).isCloseTo(0.5, within(1e-9));
  }

  /**
   * Roots of the Legendre polynomials of degree 4 and 64: ecCodes' N2 and N32 ({@code
   * distinctLatitudes}).
   */
  @Test
  void gaussianLatitudesAreThoseOfEcCodes() {
    assertThat(GaussianLatitudes.of(2))
        .containsExactly(
            new double[] {
              59.44440828916676, 19.87571914744094, -19.87571914744094, -59.44440828916676
            },
            within(1e-10));
    double[] n32 = GaussianLatitudes.of(32);
    assertThat(n32).hasSize(64);
    assertThat(n32[0]).isCloseTo(87.86379883923263, within(1e-9));
    assertThat(n32[31]).isCloseTo(1.39530691083655, within(1e-9));
  }

  @Test
  void rowsOfAReducedGridHaveFractionsOfTheirOwn() {
    RowsGrid grid = reduced();
    assertThat(grid.columns()).isZero();
    assertThat(grid.size()).isEqualTo(24);
    double middle = (GaussianLatitudes.of(2)[0] + GaussianLatitudes.of(2)[1]) / 2;
    BilinearWeights found = grid.findWeights(middle, 350).orElseThrow();
    assertThat(found.topLeft()).isEqualTo(3);
    assertThat(found.topRight()).isZero();
    assertThat(found.right()).isCloseTo(80 / 90.0, within(1e-9));
    assertThat(found.bottomLeft()).isEqualTo(11);
    assertThat(found.bottomRight()).isEqualTo(4);
    assertThat(found.rightBelow()).isCloseTo(35 / 45.0, within(1e-9));
    assertThat(found.down()).isCloseTo(0.5, within(1e-9));
    assertThat(grid.findWeights(89, 0).orElseThrow().topLeft()).isZero();
    assertThat(grid.findWeights(-89, 0).orElseThrow().down()).isEqualTo(1);
  }

  @Test
  void aThinnedSectorEndsAtItsEdges() {
    int[] counts = {3, 2};
    double[] first = {330, 330};
    RowsGrid sector =
        new RowsGrid(new double[] {0, 1}, counts, first, new double[] {45, 90}, false);
    Optional<BilinearWeights> found = sector.findWeights(0.5, 15);
    assertThat(found.orElseThrow().topLeft()).isEqualTo(1);
    assertThat(found.orElseThrow().right()).isCloseTo(0, within(1e-9));
    assertThat(sector.findWeights(0.5, 61)).isEmpty();
    assertThat(sector.findWeights(1.2, 0)).isEmpty();
    assertThat(sector)
        .isEqualTo(
            new RowsGrid(
                new double[] {0, 1},
                Arrays.copyOf(counts, 2),
                first.clone(),
                new double[] {45, 90},
                false));
  }
}
