package org.skywatt.core.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GridWindowTest {
  private static final LatLonGrid GLOBAL = new LatLonGrid(90, -2, 91, 0, 2, 180);
  private static final LatLonGrid REGION = new LatLonGrid(40, 0.5, 41, -12, 0.5, 61);

  @Property(tries = 300)
  void samplingThePartGivesTheBitsOfTheWhole(
      @ForAll @DoubleRange(min = -89, max = 89) double south,
      @ForAll @DoubleRange(min = -180, max = 180) double west,
      @ForAll @DoubleRange(min = 0, max = 300) double width,
      @ForAll @IntRange(max = 1000) int seed) {
    assertSameBits(GLOBAL, new Area(south, Math.min(90, south + 9), west, width), seed);
    assertSameBits(REGION, new Area(Math.max(south, 30), 90, west, width), seed);
  }

  private static void assertSameBits(Grid grid, Area area, int seed) {
    Random random = new Random(seed);
    double[] latitudes = new double[8];
    double[] longitudes = new double[8];
    for (int i = 0; i < latitudes.length; i++) {
      latitudes[i] = area.south() + random.nextDouble() * (area.north() - area.south());
      longitudes[i] = area.west() + random.nextDouble() * area.widthDeg();
    }
    float[] values = new float[grid.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    var found = GridWindows.find(grid, area, latitudes, longitudes);
    for (int i = 0; i < latitudes.length; i++) {
      var whole = grid.findWeights(latitudes[i], longitudes[i]);
      if (found.isEmpty()) {
        assertThat(whole).isEmpty();
        continue;
      }
      GridWindow window = found.get();
      float[] part = window.crop(values);
      var weights = window.findWeights(latitudes[i], longitudes[i]);
      assertThat(weights.isPresent()).isEqualTo(whole.isPresent());
      if (whole.isPresent()) {
        assertThat(weights.get().interpolate(part)).isEqualTo(whole.get().interpolate(values));
      }
    }
  }

  @Test
  void aSmallAreaOverTheFirstMeridianIsASmallPart() {
    Area area = new Area(50, 60, -8, 12);
    GridWindow window = GridWindows.find(GLOBAL, area, new double[0], new double[0]).orElseThrow();
    // Rows at 60 to 50 N and columns at 8 W to 4 E, every 2 degrees, and one more on each side.
    assertThat(window.rows()).isEqualTo(6 + 2);
    assertThat(window.columns()).isEqualTo(7 + 2);
    assertThat(window.pointLatitude(0)).isEqualTo(62);
    assertThat(window.pointLongitude(0)).isEqualTo(350);
    assertThat(window.pointLongitude(window.size() - 1)).isEqualTo(6);
  }

  @Test
  void anAreaBesideTheGridHasNoPart() {
    assertThat(GridWindows.find(REGION, new Area(-20, -10, 0, 5), new double[0], new double[0]))
        .isEmpty();
  }

  @Test
  void theBoxOfSitesOverTheDateLineIsNarrow() {
    Area area = Area.around(new double[] {-17, -18}, new double[] {179, -179}, 1);
    assertThat(area).isEqualTo(new Area(-19, -16, 178, 4));
    assertThat(area.contains(-17, 180)).isTrue();
    assertThat(area.contains(-17, -178.5)).isTrue();
    assertThat(area.contains(-17, 0)).isFalse();
  }
}
