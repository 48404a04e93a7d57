package org.skywatt.ingest.grib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skywatt.ingest.file.UnreadableFileException;

/** Real files against ecCodes; broken ones against their one clear line. */
class GribReaderTest {
  private static final int MOST_FIELDS = 12;

  @TempDir Path folder;

  private static Path shared(String name) {
    Path file = Path.of(System.getProperty("skywatt.shared", "absent"), "grib", name);
    assumeTrue(Files.exists(file), "needs the shared file grib/" + name);
    return file;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nwp_consumer/test_MODatahub_UM-Global_t2m_20241120T00_S00.grib",
        "nwp_consumer/test_NOAAS3_HRES-GFS_10u_20210509T06_S00.grib",
        "nwp_consumer/test_NOAAS3_HRES-GFS_dswrf-dlwrf_20250129T06_S27.grib",
        "pygrib/scanning_mode_with_bitmap.grib2",
        "pygrib/scanning_mode.grib2",
        "pygrib/regular_latlon_surface.grib2",
        "cfgrib/cfrzr_and_cprat.grib",
        "cfgrib/cfrzr_and_cprat_0s.grib",
        "cfgrib/step_60m.grib",
        "cfgrib/hpa_and_pa.grib",
        "cfgrib/regular_ll_msl.grib",
        "netcdf_java/berkes.grib2",
        "netcdf_java/pdsScale.pds1.grib2"
      })
  void readsWhatEcCodesReads(String name) throws IOException {
    Path file = shared(name);
    GribFields ours = GribFields.of(file);
    List<String[]> keys =
        EcCodes.keys(
            file,
            "discipline,parameterCategory,parameterNumber,dataDate,dataTime,validityDate,"
                + "validityTime,stepType,typeOfFirstFixedSurface:l,packingType,Ni,Nj");
    assertThat(ours.refused).isEmpty();
    assertThat(ours.fields).hasSize(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      GribField field = ours.fields.get(i);
      GribProduct product = field.product();
      String[] key = keys.get(i);
      assertThat(product.parameter().toString()).isEqualTo(key[0] + "." + key[1] + "." + key[2]);
      assertThat(product.initTime()).isEqualTo(instant(key[3], key[4]));
      assertThat(product.validTime()).isEqualTo(instant(key[5], key[6]));
      if (!product.period().isZero()) {
        assertThat(product.stepType().ecCodesName()).isEqualTo(key[7]);
      }
      assertThat(product.level().type()).isEqualTo(Integer.parseInt(key[8]));
      assertThat(field.packing()).isEqualTo(key[9]);
      assertThat(field.grid().columns() + " " + field.grid().rows())
          .isEqualTo(key[10] + " " + key[11]);
    }
    compareValues(file, ours.fields);
  }

  private static void compareValues(Path file, List<GribField> fields) throws IOException {
    List<List<EcCodes.Point>> golden = EcCodes.data(file);
    for (int i = 0; i < Math.min(fields.size(), MOST_FIELDS); i++) {
      GribField field = fields.get(i);
      List<EcCodes.Point> points = golden.get(i);
      assertThat(points).hasSize(field.values().length);
      double range = 0;
      for (EcCodes.Point point : points) {
        range = Double.isNaN(point.value()) ? range : Math.max(range, Math.abs(point.value()));
      }
      double worst = 0;
      for (EcCodes.Point point : points) {
        int nearest =
            field.grid().findWeights(point.latitude(), point.longitude()).orElseThrow().nearest();
        float value = field.values()[nearest];
        boolean missing = Double.isNaN(point.value());
        if (missing != Float.isNaN(value)) {
          worst = Double.POSITIVE_INFINITY;
        } else if (!missing) {
          worst = Math.max(worst, Math.abs(value - point.value()));
        }
      }
      assertThat(worst).as(field.where()).isLessThanOrEqualTo(range * 1e-6);
    }
  }

  @Test
  void turnsAlternateRows() throws IOException {
    Path file = shared("cfgrib/alternate-scanning.grib");
    GribField field = GribFields.of(file).fields.get(0);
    // ecCodes 2.28 prints such a field in scan order beside positions that all run eastwards, so
    // only its values are golden; the order is that of flag table 3.4, bit 4.
    List<EcCodes.Point> scanned = EcCodes.data(file).get(0);
    int nx = field.grid().columns();
    for (int i = 0; i < scanned.size(); i++) {
      int row = i / nx;
      int column = row % 2 == 0 ? i % nx : nx - 1 - i % nx;
      assertThat((double) field.values()[row * nx + column])
          .isCloseTo(scanned.get(i).value(), within(1e-3));
    }
  }

  private static Instant instant(String date, String time) {
    String hours = String.format("%04d", Integer.parseInt(time));
    return Instant.parse(
        date.substring(0, 4)
            + "-"
            + date.substring(4, 6)
            + "-"
            + date.substring(6)
            + "T"
            + hours.substring(0, 2)
            + ":"
            + hours.substring(2)
            + ":00Z");
  }

  @Test
  void goesOnAfterABrokenMessage() throws IOException {
    byte[] whole = Files.readAllBytes(shared("cfgrib/hpa_and_pa.grib"));
    int second = indexOf(whole, 4);
    byte[] corrupt = whole.clone();
    corrupt[second + 16 + 3] = 99; // length of section 1 of the second message
    GribFields fields = GribFields.of(Files.write(folder.resolve("corrupt.grib2"), corrupt));
    assertThat(fields.fields).hasSize(2);
    assertThat(fields.refused).hasSize(1);
    assertThat(fields.refused.get(0))
        .hasMessageContaining("message 1, field 1")
        .hasMessageContaining("corrupt");
  }

  @Test
  void saysWhereAFileIsCutOff() throws IOException {
    byte[] whole = Files.readAllBytes(shared("cfgrib/hpa_and_pa.grib"));
    Path cut = Files.write(folder.resolve("cut.grib2"), Arrays.copyOf(whole, whole.length - 60));
    List<GribField> read = new ArrayList<>();
    assertThatThrownBy(() -> GribReader.read(cut, read::add))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("cut.grib2, message 2 at byte")
        .hasMessageContaining("truncated");
    assertThat(read).hasSize(2);
  }

  @Test
  void refusesWhatIsNotGrib() throws IOException {
    Path text = Files.writeString(folder.resolve("run.grib2"), "<html>404 not found</html>");
    Path empty = Files.write(folder.resolve("empty.grib2"), new byte[0]);
    assertThatThrownBy(() -> GribFields.of(text)).hasMessageContaining("not a GRIB file");
    assertThatThrownBy(() -> GribFields.of(empty)).hasMessageContaining("empty");
    assertThatThrownBy(() -> GribFields.of(folder.resolve("no.grib2")))
        .hasMessageContaining("no such file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cfgrib/era5-levels-members.grib",
        "pygrib/flux.grb",
        "netcdf_java/cosmo-eu.grib2",
        "netcdf_java/thinGrid.grib2"
      })
  void refusesUnknownKindsByName(String name) throws IOException {
    GribFields fields = GribFields.of(shared(name));
    assertThat(fields.fields).isEmpty();
    assertThat(fields.refused).isNotEmpty();
    assertThat(fields.refused.get(0)).hasMessageContaining("is not supported");
  }

  private static int indexOf(byte[] bytes, int from) {
    for (int i = from; ; i++) {
      if (bytes[i] == 'G' && bytes[i + 1] == 'R' && bytes[i + 2] == 'I' && bytes[i + 3] == 'B') {
        return i;
      }
    }
  }
}
