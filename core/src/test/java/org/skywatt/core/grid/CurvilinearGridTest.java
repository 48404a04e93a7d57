package org.skywatt.core.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.projection.Ellipsoid;
import org.skywatt.core.projection.PlanePoint;
import org.skywatt.core.projection.PolarStereographic;
import org.skywatt.core.projection.Projection;

/** Compared with grids of known projections, whose points it is given. */
class CurvilinearGridTest {
  private static final Projection POLAR =
      new PolarStereographic(Ellipsoid.sphere(6371229), true, 30, 60);

  /** A square of 3,000 km around a place on the plane, so that one holds the pole. */
  private static ProjectedGrid around(double x, double y) {
    return new ProjectedGrid(POLAR, x - 1.5e6, 1e5, 31, y + 1.5e6, -1e5, 31);
  }

  private static CurvilinearGrid copy(Grid grid) {
    double[] latitudes = new double[grid.size()];
    double[] longitudes = new double[grid.size()];
    for (int i = 0; i < latitudes.length; i++) {
      latitudes[i] = grid.pointLatitude(i);
      longitudes[i] = grid.pointLongitude(i);
    }
    return new CurvilinearGrid(grid.rows(), grid.columns(), latitudes, longitudes);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 3.3e6", "-3.3e6, 0"}) // the pole, the date line, 60 degrees west
  void findsThePlacesOfAKnownProjection(double x, double y) {
    ProjectedGrid known = around(x, y);
    CurvilinearGrid grid = copy(known);
    float[] eastings = new float[known.size()];
    float[] northings = new float[known.size()];
    for (int i = 0; i < eastings.length; i++) {
      PlanePoint point = POLAR.toPlane(known.pointLatitude(i), known.pointLongitude(i));
      eastings[i] = (float) point.x();
      northings[i] = (float) point.y();
    }
    Random random = new Random(7);
    int inside = 0;
    for (int i = 0; i < 2000; i++) {
      double px = x + (random.nextDouble() - 0.5) * 3.6e6;
      double py = y + (random.nextDouble() - 0.5) * 3.6e6;
      double latitude = POLAR.toEarth(px, py).latitude();
      double longitude = POLAR.toEarth(px, py).longitude();
      Optional<BilinearWeights> expected = known.findWeights(latitude, longitude);
      Optional<BilinearWeights> found = grid.findWeights(latitude, longitude);
      boolean atEdge = Math.abs(Math.max(Math.abs(px - x), Math.abs(py - y)) - 1.5e6) < 2e3;
      if (atEdge) {
        continue;
      }
      assertThat(found.isPresent()).isEqualTo(expected.isPresent());
      if (found.isPresent()) {
        inside++;
        // A field that is linear on the plane: cells of 100 km are not quite flat.
        assertThat(found.get().interpolate(eastings)).isCloseTo(px, within(300.0));
        assertThat(found.get().interpolate(northings)).isCloseTo(py, within(300.0));
      }
    }
    assertThat(inside).isGreaterThan(1000);
  }

  @Test
  void itsPointsAreTheirOwnPlaces() {
    CurvilinearGrid grid = copy(around(0, 0));
    for (int i = 0; i < grid.size(); i++) {
      BilinearWeights weights =
          grid.findWeights(grid.pointLatitude(i), grid.pointLongitude(i)).orElseThrow();
      assertThat(weights.nearest()).isEqualTo(i);
    }
  }

  @Test
  void northIsThatOfTheProjection() {
    ProjectedGrid known = around(0, -3.3e6);
    CurvilinearGrid grid = copy(known);
    assertThat(grid.northDeg(60, 45)).isCloseTo(known.northDeg(60, 45), within(0.1));
    assertThat(grid.northDeg(-60, 45)).isZero();
  }

  @Test
  void cellsOfMissingPointsHoldNoPlace() {
    double[] latitudes = {1, 1, 1, 0, 0, 0};
    double[] longitudes = {0, 1, 2, 0, 1, Double.NaN};
    CurvilinearGrid grid = new CurvilinearGrid(2, 3, latitudes, longitudes);
    assertThat(grid.findWeights(0.5, 0.5)).isPresent();
    assertThat(grid.findWeights(0.5, 1.5)).isEmpty();
    assertThat(grid.findWeights(Double.NaN, 0)).isEmpty();
    assertThat(grid.findWeights(-0.5, 180.5)).isEmpty();
    assertThat(grid).isEqualTo(new CurvilinearGrid(2, 3, latitudes, longitudes));
  }

  @Test
  void refusesPointsThatAreNotOnEarth() {
    assertThatThrownBy(() -> new CurvilinearGrid(1, 2, new double[] {95, 0}, new double[2]))
        .hasMessageContaining("95");
    assertThatThrownBy(() -> new CurvilinearGrid(2, 2, new double[3], new double[4]))
        .hasMessageContaining("2 rows of 2");
  }
}
