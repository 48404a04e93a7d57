package org.skywatt.ingest.grib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.grid.Grid;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * Framing, products and grids of damaged messages: flipped bits, hostile lengths, cut ends. Values
 * are not decoded here; {@code packing} does that.
 */
class GribFuzzTest {
  private static final long SEED = 20261124;
  private static final int CASES = 600;
  private static final String[] FILES = {
    "pygrib/regular_latlon_surface.grib1",
    "pygrib/regular_latlon_surface.grib2",
    "pygrib/scanning_mode_with_bitmap.grib2",
    "cfgrib/single_gridpoint.grib",
    "cfgrib/cfrzr_and_cprat_0s.grib",
    "netcdf_java/cosmo-eu.grib2",
    "netcdf_java/problem.pds9.grib2",
    "netcdf_java/thinGrid.grib1",
    "netcdf_java/ncepPredefinedGds.grib1",
  };

  @Test
  void damagedFilesAreReadOrRefused(@TempDir Path folder) throws IOException {
    Random random = new Random(SEED);
    Path root = Path.of(System.getProperty("skywatt.shared", "absent"), "grib");
    assumeTrue(Files.isDirectory(root), "needs the shared GRIB files");
    int refused = 0;
    for (String name : FILES) {
      byte[] whole = Files.readAllBytes(root.resolve(name));
      byte[] message = Arrays.copyOf(whole, Math.min(whole.length, 4096));
      for (int i = 0; i < CASES; i++) {
        Path file = Files.write(folder.resolve("damaged"), damaged(message, random));
        refused += read(file) ? 0 : 1;
      }
    }
    assertThat(refused).as("refused with seed " + SEED).isPositive();
  }

  /** Damage mostly lies in the headers, where it does most. */
  private static byte[] damaged(byte[] message, Random random) {
    byte[] bytes = message.clone();
    int head = Math.min(bytes.length, 200);
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : random.nextInt(head);
      int kind = random.nextInt(4);
      bytes[at] = (byte) (kind == 0 ? 255 : kind == 1 ? 0 : bytes[at] ^ (1 << random.nextInt(8)));
    }
    return random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  /** Whether all of it is read; anything but a clear refusal ends the test. */
  private static boolean read(Path file) throws IOException {
    try {
      GribReader.read(
          file,
          new FieldHandler() {
            @Override
            public boolean wants(FieldHeader header, Grid grid) {
              assertThat(grid.findWeights(50, 10)).isNotNull();
              return false;
            }

            @Override
            public void field(Field field) {
              throw new AssertionError("not wanted: " + field.where());
            }
          });
      return true;
    } catch (UnreadableFileException e) {
      assertThat(e.why()).isNotBlank().doesNotContain("Exception");
      return false;
    }
  }
}
