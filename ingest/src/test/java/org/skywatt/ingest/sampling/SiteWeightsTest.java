package org.skywatt.ingest.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;

class SiteWeightsTest {
  private static final LatLonGrid GRID = new LatLonGrid(40, -1, 2, 0, 1, 2);
  private static final float NONE = Float.NaN;

  static Site solar(double latitude, double longitude, double elevationM) {
    return new SolarSite(
        new SiteId("a"),
        "a",
        "demo",
        new Location(latitude, longitude, elevationM),
        100,
        120,
        new Mount.Fixed(30, 180));
  }

  static Site wind(double latitude, double longitude) {
    return new WindSite(
        new SiteId("b"), "b", "demo", new Location(latitude, longitude, 0), 100, 90, 100, "any");
  }

  private static float sample(Method method, Ground ground, Site site, float... field) {
    return new CellChoice(method, ground).find(GRID, List.of(site)).sample(field)[0];
  }

  /** Bilinear in a plane field is exact, so every place must give the plane's own value. */
  @Property(tries = 100)
  void givesAPlaneBackInTheOrderOfTheSites(@ForAll long seed) {
    Random random = new Random(seed);
    LatLonGrid grid = new LatLonGrid(60, -0.5, 41, -10, 0.5, 61);
    float[] field = new float[grid.size()];
    for (int i = 0; i < field.length; i++) {
      field[i] = (float) (3 + 0.5 * grid.pointLatitude(i) - 2 * grid.pointLongitude(i));
    }
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      sites.add(solar(38 + 24 * random.nextDouble(), -12 + 34 * random.nextDouble(), 0));
    }
    SiteWeights weights = new CellChoice(Method.BILINEAR, Ground.UNKNOWN).find(grid, sites);
    float[] values = weights.sample(field);
    float[] corners = weights.corners(field);
    float[] weighted = weights.weightedCorners(field);
    for (int i = 0; i < values.length; i++) {
      Location at = sites.get(i).location();
      boolean inside =
          at.latitude() >= 40
              && at.latitude() <= 60
              && at.longitude() >= -10
              && at.longitude() <= 20;
      assertThat(weights.inside()[i]).isEqualTo(inside);
      double plane = 3 + 0.5 * at.latitude() - 2 * at.longitude();
      assertThat((double) values[i]).isCloseTo(inside ? plane : Double.NaN, within(1e-4));
      float sum = 0;
      for (int corner = 0; corner < SiteWeights.CORNERS; corner++) {
        sum += weighted[SiteWeights.CORNERS * i + corner];
        assertThat(Float.isNaN(corners[SiteWeights.CORNERS * i + corner])).isEqualTo(!inside);
      }
      assertThat(sum).isCloseTo(values[i], within(1e-4f));
    }
  }

  @Test
  void aMissingPointMissesOnlyWhereItCounts() {
    Site middle = solar(39.5, 0.5, 0);
    Site onTheEdge = solar(40, 0.25, 0);
    assertThat(sample(Method.BILINEAR, Ground.UNKNOWN, middle, 1, 2, 3, NONE)).isNaN();
    assertThat(sample(Method.BILINEAR, Ground.UNKNOWN, onTheEdge, 1, 2, NONE, NONE))
        .isEqualTo(1.25f);
    assertThat(sample(Method.NEAREST, Ground.UNKNOWN, solar(39.6, 0.4, 0), 1, NONE, NONE, NONE))
        .isEqualTo(1);
  }

  @Test
  void takesPointsOfTheSitesOwnKind() {
    Ground coast = Ground.UNKNOWN.withLandFraction(new float[] {1, 0, 1, 0});
    // A solar site by the sea takes the land points, a wind site there the sea points.
    assertThat(sample(Method.LAND_SEA, coast, solar(39.5, 0.9, 0), 10, 20, 12, 22)).isEqualTo(11);
    assertThat(sample(Method.LAND_SEA, coast, wind(39.5, 0.9), 10, 20, 12, 22)).isEqualTo(21);
    assertThat(sample(Method.LAND_SEA, coast, wind(39.5, 0.1), 10, 20, 12, 22)).isEqualTo(11);
    Ground sea = Ground.UNKNOWN.withLandFraction(new float[] {0, 0, 0, 0});
    assertThat(sample(Method.LAND_SEA, sea, solar(39.5, 0.5, 0), 10, 20, 12, 22)).isEqualTo(16);
    assertThat(sample(Method.LAND_SEA, Ground.UNKNOWN, solar(39.5, 0.5, 0), 10, 20, 12, 22))
        .isEqualTo(16);
  }

  @Test
  void takesPointsOfTheSitesOwnHeight() {
    Ground valley = Ground.UNKNOWN.withOrography(new float[] {500, 1500, 500, 1500});
    float low = sample(Method.TERRAIN, valley, solar(39.5, 0.5, 500), 10, 20, 10, 20);
    // Half the weight at 100 m: (1 × 10 + 20 / 101) / (1 + 1 / 101)
    assertThat(low).isCloseTo(10.098039f, within(1e-5f));
    assertThat(sample(Method.TERRAIN, Ground.UNKNOWN, solar(39.5, 0.5, 500), 10, 20, 10, 20))
        .isEqualTo(15);
  }
}
