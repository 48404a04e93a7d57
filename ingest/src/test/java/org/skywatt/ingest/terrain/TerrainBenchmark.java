package org.skywatt.ingest.terrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.ingest.raster.GeoTiffWriter;

/**
 * 10,000 sites on a made-up mountainous tile of 3600 × 3600 points (1″), file to samples, in CPU
 * time of one thread. Run by name only.
 */
class TerrainBenchmark {
  private static final int SITES = 10_000;
  private static final int SIDE = 3600;
  private static final int OCTAVES = 9;

  @TempDir Path folder;

  @Test
  void samplesATile() throws IOException {
    LatLonGrid grid = new LatLonGrid(47, -1.0 / SIDE, SIDE, 10, 1.0 / SIDE, SIDE);
    Random random = new Random(1);
    float[] heights = new float[grid.size()];
    for (int octave = 0; octave < OCTAVES; octave++) {
      double waves = Math.PI * (2 << octave) / SIDE;
      double turn = random.nextDouble() * Math.PI;
      double height = 900 / Math.pow(1.7, octave);
      for (int i = 0; i < heights.length; i++) {
        int column = i % SIDE;
        int row = i / SIDE;
        double x = waves * column;
        double y = waves * row;
        heights[i] +=
            (float)
                (height * (1 + Math.sin(x * Math.cos(turn) + y * Math.sin(turn)) * Math.cos(y)));
      }
    }
    Path file = folder.resolve("tile.tif");
    GeoTiffWriter.write(file, grid, heights, "made up");
    List<SolarSite> sites = new ArrayList<>();
    for (int i = 0; i < SITES; i++) {
      sites.add(
          new SolarSite(
              new SiteId("s" + i),
              "s" + i,
              "bench",
              new Location(
                  46.01 + 0.98 * random.nextDouble(), 10.01 + 0.98 * random.nextDouble(), 0),
              1,
              1,
              new Mount.Fixed(0, 180)));
    }
    for (int round = 0; round < 3; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long wall = System.nanoTime();
      int rows = new TerrainSampler(sites).sample(file).rows().size();
      System.out.printf(
          "%d sites: %.1f CPU s, %.1f s%n",
          rows,
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9,
          (System.nanoTime() - wall) / 1e9);
      assertThat(rows).isEqualTo(SITES);
    }
  }
}
