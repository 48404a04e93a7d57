package org.skywatt.ingest.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.ingest.file.UnreadableFileException;

/** Real rasters beside GDAL 3.6.2, written ones, and damaged ones. */
class RasterFilesTest {
  private static final String GRID =
      "ncols 3\nnrows 2\nxllcorner 5\nyllcorner 49\ncellsize 0.5\nNODATA_value -9999\n";

  @TempDir Path folder;

  private static Path shared(String name) {
    Path file = Path.of(System.getProperty("skywatt.shared", "absent"), "dem", name);
    assumeTrue(Files.exists(file), "needs the shared file dem/" + name);
    return file;
  }

  private static float[] all(Path file) throws IOException {
    try (RasterFile raster = RasterFiles.open(file)) {
      return raster.read(0, raster.whole());
    }
  }

  /** The value of the pixel around a place. */
  private static float nearest(Path file, double latitude, double longitude) throws IOException {
    try (RasterFile raster = RasterFiles.open(file)) {
      Grid grid = raster.grid().orElseThrow();
      int at = grid.findWeights(latitude, longitude).orElseThrow().nearest();
      int columns = raster.columns();
      return raster.read(0, new RasterFile.Window(at % columns, at / columns, 1, 1))[0];
    }
  }

  @Test
  void readsBackAGeoTiff() throws IOException {
    LatLonGrid grid = new LatLonGrid(29.75, -0.25, 3, -1.5, 0.5, 4);
    float[] heights = {1, 2, 3, 4, 5.5f, 6, Float.NaN, 8, 9, -10, 11, 1234.5f};
    Path file = folder.resolve("dem.tif");
    GeoTiffWriter.write(file, grid, heights, "SIMULATED");
    try (RasterFile raster = RasterFiles.open(file)) {
      assertThat(raster.grid()).contains(grid);
      assertThat(raster.read(0, raster.whole())).containsExactly(heights);
      assertThat(raster.read(0, new RasterFile.Window(1, 1, 2, 2)))
          .containsExactly(6, Float.NaN, -10, 11);
    }
    assertThat(new String(Files.readAllBytes(file), 0, 300, StandardCharsets.ISO_8859_1))
        .contains("SIMULATED");
  }

  @Test
  void readsRealRastersWhereGdalDoes() throws IOException {
    // gdallocationinfo -valonly -wgs84 FILE LONGITUDE LATITUDE
    assertThat(nearest(shared("srtm.tiff"), 44, -103.5)).isEqualTo(1478); // NAD27, zone 13
    assertThat(nearest(shared("N38W028.SRTMGL3.hgt.zip"), 38.75, -27.25)).isEqualTo(524);
    assertThat(nearest(shared("N38W028.SRTMGL3.hgt.zip"), 38.58, -27.9)).isEqualTo(666);
    Path britain = shared("ukv_orography_osgb_2km.tif");
    assertThat(nearest(britain, 56.8, -5)).isCloseTo(812.36346f, within(1e-4f));
    assertThat(nearest(britain, 53.07, -3.9)).isCloseTo(379.30603f, within(1e-4f));
    assertThat(nearest(britain, 54.6, -2.3)).isCloseTo(643.23303f, within(1e-4f));
  }

  @Test
  void knowsLuxembourg() throws IOException {
    // As the R package terra documents its elev.tif: 90 rows, 95 columns, extent 5.741667 to
    // 6.533333 E and 49.44167 to 50.19167 N, heights from 141 to 547 m.
    try (RasterFile raster = RasterFiles.open(shared("terra_luxembourg_elev.tif"))) {
      LatLonGrid grid = (LatLonGrid) raster.grid().orElseThrow();
      assertThat(grid.columns()).isEqualTo(95);
      assertThat(grid.rows()).isEqualTo(90);
      assertThat(grid.firstLongitude() - grid.longitudeStep() / 2)
          .isCloseTo(5.741667, within(1e-5));
      assertThat(grid.firstLatitude() - grid.latitudeStep() / 2).isCloseTo(50.19167, within(1e-5));
      float min = Float.POSITIVE_INFINITY;
      float max = 0;
      for (float elevation : raster.read(0, raster.whole())) {
        min = Float.isNaN(elevation) ? min : Math.min(min, elevation);
        max = Float.isNaN(elevation) ? max : Math.max(max, elevation);
      }
      assertThat(min).isEqualTo(141);
      assertThat(max).isEqualTo(547);
    }
  }

  @Test
  void readsSrtmPlainAndZippedInAllQuarters() throws IOException {
    byte[] tile = {0, 1, 0, 2, (byte) 0x80, 0, 0, 4}; // 1 2 / void 4
    Path plain = Files.write(folder.resolve("S34W071.hgt"), tile);
    try (RasterFile raster = RasterFiles.open(plain)) {
      assertThat(raster.grid()).contains(new LatLonGrid(-33, -1, 2, -71, 1, 2));
      assertThat(raster.read(0, raster.whole())).containsExactly(1, 2, Float.NaN, 4);
    }
    Path zipped = folder.resolve("N00E010.SRTMGL1.hgt.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(zipped))) {
      zip.putNextEntry(new ZipEntry("N00E010.hgt"));
      zip.write(tile);
    }
    assertThat(all(zipped)).containsExactly(1, 2, Float.NaN, 4);
    Path cut = Files.write(folder.resolve("N00E011.hgt"), Arrays.copyOf(tile, 7));
    assertThatThrownBy(() -> RasterFiles.open(cut)).hasMessageContaining("no square of heights");
    Path nowhere = Files.write(folder.resolve("N95E011.hgt"), tile);
    assertThatThrownBy(() -> RasterFiles.open(nowhere)).hasMessageContaining("not on earth");
    Path damaged = Files.write(folder.resolve("N00E012.hgt.zip"), tile);
    assertThatThrownBy(() -> RasterFiles.open(damaged)).hasMessageContaining("a damaged zip file");
  }

  @Test
  void readsEsriGrids() throws IOException {
    Path file = Files.writeString(folder.resolve("dem.asc"), GRID + "1 2 3\n4 -9999 6.5\n");
    try (RasterFile raster = RasterFiles.open(file)) {
      assertThat(raster.grid()).contains(new LatLonGrid(49.75, -0.5, 2, 5.25, 0.5, 3));
      assertThat(raster.read(0, raster.whole())).containsExactly(1, 2, 3, 4, Float.NaN, 6.5f);
    }
  }

  @Test
  void refusesOtherFilesInOneLine() throws IOException {
    refuse("cut.asc", GRID + "1 2 3\n4", "truncated: 4 of 6");
    refuse("more.asc", GRID + "1 2 3 4 5 6 7", "more values than points");
    refuse("words.asc", GRID + "1 2 x 4 5 6", "no ESRI grid");
    refuse("huge.asc", GRID.replace("ncols 3", "ncols 3000000000"), "more than the file holds");
    refuse("none.asc", GRID.replace("nrows 2", "nrows 0"), "no nrows above 0");
    refuse("metres.asc", GRID.replace("corner 5", "corner 500000") + "1 2 3 4 5 6", "in degrees");
    refuse("text.tif", "hello", "not a GeoTIFF");
    refuse("empty.tif", "", "not a GeoTIFF");
    Path cut = folder.resolve("cut.tif");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(shared("terra_luxembourg_elev.tif")), 3000));
    assertThatThrownBy(() -> RasterFiles.open(cut)).hasMessageContaining("cut.tif: truncated");
  }

  private void refuse(String name, String text, String reason) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    assertThatThrownBy(() -> all(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(reason);
  }

  @Test
  void damagedFilesEndInValuesOrAReason() throws IOException {
    LatLonGrid grid = new LatLonGrid(29.75, -0.25, 30, -1.5, 0.5, 40);
    Path tiff = folder.resolve("dem.tif");
    GeoTiffWriter.write(tiff, grid, new float[grid.size()], "test");
    String text = GRID + "1 2 3\n4 5 6\n";
    byte[][] wholes = {Files.readAllBytes(tiff), text.getBytes(StandardCharsets.US_ASCII)};
    Random random = new Random(11);
    int refused = 0;
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = wholes[i % 2].clone();
      for (int flips = 0; flips < 3; flips++) {
        bytes[random.nextInt(Math.min(bytes.length, 400))] ^= (byte) (1 << random.nextInt(8));
      }
      if (i % 5 == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      Path file = Files.write(folder.resolve("damaged" + (i % 2 == 0 ? ".tif" : ".asc")), bytes);
      try {
        all(file);
      } catch (UnreadableFileException e) {
        assertThat(e.getMessage()).doesNotContain("\n");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(500);
  }
}
