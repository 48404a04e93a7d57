package org.skywatt.ingest.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.ingest.field.Field;

/**
 * Small files that zarr-python 3.1.6, numcodecs 0.16 and netCDF4-python wrote ({@code
 * src/test/python/array_fixtures.py}): an array a codec, all of the same values.
 */
class ArrayFixturesTest {
  private static final int ROWS = 12;
  private static final int COLUMNS = 20;

  static Path fixture(String name) {
    try {
      return Path.of(ArrayFixturesTest.class.getResource("/arrays/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"zarr2.zip, 38, 2", "zarr3.zip, 23, 0", "codecs.nc.gz, 9, 2"})
  void everyCodecGivesTheValuesThatWereWritten(String name, int fields, int refusals)
      throws IOException {
    Collected read = Collected.of(fixture(name));
    assertThat(read.fields).hasSize(fields);
    for (Field field : read.fields) {
      assertThat(field.grid()).isEqualTo(new LatLonGrid(60, -0.5, ROWS, -10, 0.5, COLUMNS));
      assertThat(field.header().validTime()).isEqualTo(Instant.parse("2024-06-01T06:00:00Z"));
      String variable = field.header().code().parameter();
      int missing = variable.equals("missing") ? (name.equals("zarr2.zip") ? 3 : 6) : 0;
      for (int i = 0; i < ROWS * COLUMNS; i++) {
        Float expected = i / COLUMNS < missing ? Float.NaN : 250 + i / COLUMNS + i % COLUMNS / 8f;
        assertThat(field.values()[i]).as(variable + " " + i).isEqualTo(expected);
      }
    }
    assertThat(read.refusals).hasSize(refusals).allMatch(each -> each.contains(" refused_"));
  }

  @Test
  void namesWhatItRefuses() throws IOException {
    assertThat(Collected.of(fixture("zarr2.zip")).refusals)
        .anyMatch(each -> each.endsWith("codec 'packbits' is not read"))
        .anyMatch(each -> each.contains("data type \"<c8\" is not read"));
    assertThat(Collected.of(fixture("codecs.nc.gz")).refusals)
        .anyMatch(each -> each.contains("filter type=32015"))
        .anyMatch(each -> each.contains("type vlen is not read"))
        .allMatch(each -> each.contains("codecs.nc.gz"));
  }

  @Test
  void tellsHowEachArrayIsStored() throws IOException {
    Collected zarr = Collected.of(fixture("zarr2.zip"));
    assertThat(zarr.field("blosc_lz4_1").packing()).isEqualTo("float32 blosc-lz4");
    assertThat(zarr.field("packed_big").packing()).isEqualTo("uint16 zlib");
    Collected netcdf = Collected.of(fixture("codecs.nc.gz"));
    assertThat(netcdf.field("packed_unsigned").packing()).isEqualTo("uint8");
    assertThat(netcdf.field("forecast/within").gridType()).isEqualTo("regular_ll");
  }

  @Test
  void givesVariablesThatAreNoFieldsIfTheyAreWanted() throws IOException {
    Collected read = Collected.of(fixture("codecs.nc.gz"));
    Set<String> names =
        Set.copyOf(read.series.stream().map(each -> each.code().parameter()).toList());
    assertThat(names).containsExactlyInAnyOrder("time", "lat", "lon", "name");
  }
}
