package org.skywatt.ingest.grib.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skywatt.ingest.grib.EcCodes;

/** Every packing against the numbers that ecCodes gives, in scan order. */
class PackingConformanceTest {
  private static final int MOST_POINTS = 250_000;

  /** Spectral; corrupt on purpose; a grid that ecCodes or the framing of these tests lacks. */
  private static final Set<String> APART =
      Set.of(
          "spherical_harmonics.grib",
          "spherical_pressure_level.grib1",
          "era5-levels-corrupted.grib",
          "ncepPredefinedGds.grib1",
          "ofs_atl.grib2",
          "rap-native.grib2");

  @TempDir Path folder;

  private static Path shared(String name) {
    Path file = Path.of(System.getProperty("skywatt.shared", "absent"), "grib").resolve(name);
    assumeTrue(Files.exists(file), "needs the shared file grib/" + name);
    return file;
  }

  static List<String> files() throws IOException {
    Path root = Path.of(System.getProperty("skywatt.shared", "absent"), "grib");
    if (!Files.isDirectory(root)) {
      return List.of("any");
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !APART.contains(file.getFileName().toString()))
          .map(file -> root.relativize(file).toString())
          .filter(name -> !name.contains("LICENSE") && !name.endsWith(".txt"))
          .sorted()
          .toList();
    }
  }

  /** The first and the last field of each file, but for large ones of common packings. */
  @ParameterizedTest
  @MethodSource("files")
  void givesWhatEcCodesGives(String name) throws IOException {
    Path file = shared(name);
    List<PackedMessages.Packed> fields = PackedMessages.of(file);
    TreeSet<Integer> some = new TreeSet<>(Set.of(0));
    some.add(fields.size() - 1);
    if (!name.startsWith("ecmwf_ccsds")) {
      some.removeIf(field -> fields.get(field).rows().points() > MOST_POINTS);
    }
    assertThat(fields).isNotEmpty();
    compare(file, fields, some);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cfgrib/regular_ll_msl.grib        | packingType=grid_ccsds
          cfgrib/regular_ll_msl.grib        | packingType=grid_ccsds,bitsPerValue=1
          cfgrib/regular_ll_msl.grib        | packingType=grid_ccsds,bitsPerValue=8,ccsdsBlockSize=8
          cfgrib/regular_ll_msl.grib        | packingType=grid_ccsds,ccsdsBlockSize=64,ccsdsRsi=4096
          cfgrib/regular_ll_msl.grib        | packingType=grid_ccsds,ccsdsBlockSize=16,ccsdsRsi=1
          cfgrib/regular_ll_msl.grib        | packingType=grid_ccsds,ccsdsFlags=6
          cfgrib/regular_ll_msl.grib        | packingType=grid_ccsds,bitsPerValue=4,ccsdsFlags=30
          cfgrib/regular_ll_msl.grib        | packingType=grid_ccsds,bitsPerValue=2,ccsdsFlags=30
          cfgrib/regular_ll_msl.grib        | packingType=grid_jpeg
          cfgrib/regular_ll_msl.grib        | packingType=grid_jpeg,bitsPerValue=7
          cfgrib/regular_ll_msl.grib        | packingType=grid_png,bitsPerValue=1
          cfgrib/regular_ll_msl.grib        | packingType=grid_png,bitsPerValue=4
          cfgrib/regular_ll_msl.grib        | packingType=grid_png,bitsPerValue=8
          cfgrib/regular_ll_msl.grib        | packingType=grid_png
          cfgrib/regular_ll_msl.grib        | packingType=grid_complex
          cfgrib/regular_ll_msl.grib        | packingType=grid_complex_spatial_differencing
          cfgrib/regular_ll_msl.grib        | packingType=grid_second_order
          cfgrib/regular_ll_msl.grib        | packingType=grid_second_order_SPD1
          cfgrib/regular_ll_msl.grib        | packingType=grid_second_order_SPD3
          cfgrib/regular_ll_msl.grib        | packingType=grid_second_order_no_SPD
          cfgrib/regular_ll_msl.grib        | packingType=grid_ieee,precision=1
          cfgrib/regular_ll_msl.grib        | packingType=grid_ieee,precision=2
          cfgrib/regular_ll_msl.grib        | packingType=grid_simple_log_preprocessing
          cfgrib/regular_ll_msl.grib        | packingType=grid_simple,bitsPerValue=3
          cfgrib/regular_ll_msl.grib        | packingType=grid_simple,bitsPerValue=24
          cfgrib/regular_ll_msl.grib        | packingType=grid_simple,bitsPerValue=32
          cfgrib/regular_ll_msl.grib        | packingType=grid_simple,decimalPrecision=-2
          cfgrib/fields_with_missing_values.grib | packingType=grid_ieee
          cfgrib/fields_with_missing_values.grib | packingType=grid_second_order
          cfgrib/fields_with_missing_values.grib | edition=2,packingType=grid_ccsds
          cfgrib/fields_with_missing_values.grib | edition=2,packingType=grid_complex
          pygrib/regular_latlon_surface.grib1 | packingType=grid_second_order
          pygrib/regular_latlon_surface.grib1 | packingType=grid_second_order_SPD1
          pygrib/regular_latlon_surface.grib1 | packingType=grid_second_order_SPD3
          pygrib/regular_latlon_surface.grib1 | packingType=grid_second_order_no_SPD
          pygrib/regular_latlon_surface.grib1 | packingType=grid_ieee
          pygrib/regular_latlon_surface.grib2 | packingType=grid_ccsds
          pygrib/regular_latlon_surface.grib2 | packingType=grid_jpeg
          pygrib/scanning_mode_with_bitmap.grib2 | packingType=grid_ccsds
          pygrib/scanning_mode_with_bitmap.grib2 | packingType=grid_jpeg
          """)
  void givesWhatEcCodesRepacks(String name, String keys) throws IOException {
    Path to = folder.resolve("repacked.grib");
    assertThat(EcCodes.repacked(shared(name), keys, to)).as("ecCodes can").isPresent();
    List<PackedMessages.Packed> fields = PackedMessages.of(to);
    TreeSet<Integer> all = new TreeSet<>();
    for (int field = 0; field < fields.size(); field++) {
      all.add(field);
    }
    compare(to, fields, all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cfgrib/spherical_harmonics.grib", "pygrib/spherical_pressure_level.grib1"})
  void refusesSpectralDataByName(String name) throws IOException {
    PackedMessages.Packed field = PackedMessages.of(shared(name)).get(0);
    assertThatThrownBy(field::values)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "packing spectral_complex is not supported: its values are spectral coefficients, not"
                + " points of a grid");
  }

  private static void compare(Path file, List<PackedMessages.Packed> fields, Set<Integer> which)
      throws IOException {
    List<String[]> names = EcCodes.keys(file, "packingType");
    List<double[]> golden = EcCodes.values(file, which.stream().map(field -> field + 1).toList());
    int next = 0;
    for (int field : which) {
      PackedMessages.Packed packed = fields.get(field);
      assertThat(packed.packing()).isEqualTo(names.get(field)[0]);
      assertThat(mismatch(packed.values(), golden.get(next++))).as("field " + field).isEmpty();
    }
  }

  /** The first point that is not as near as it must be; empty where all are. */
  private static String mismatch(float[] values, double[] golden) {
    if (values.length != golden.length) {
      return values.length + " values, not " + golden.length;
    }
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : golden) {
      least = value < least ? value : least;
      largest = value > largest ? value : largest;
    }
    double range = largest > least ? largest - least : 0;
    for (int i = 0; i < golden.length; i++) {
      boolean missing = Double.isNaN(golden[i]);
      double allowed = Math.max(1e-6 * range, 1e-7 * Math.abs(golden[i]));
      if (missing != Float.isNaN(values[i])
          || (!missing && Math.abs(values[i] - golden[i]) > allowed)) {
        return "point " + i + ": " + values[i] + ", not " + golden[i];
      }
    }
    return "";
  }
}
