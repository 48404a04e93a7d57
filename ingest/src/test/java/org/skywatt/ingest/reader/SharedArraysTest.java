package org.skywatt.ingest.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.grid.Grid;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldLevel;
import org.skywatt.ingest.field.Series;

/** Public NetCDF files and Zarr stores; golden statistics are xarray's (2025.11, zarr 3.1). */
class SharedArraysTest {
  private static Path shared(String name) {
    Path file = Path.of(System.getProperty("skywatt.shared", "absent"), name);
    assumeTrue(Files.exists(file), "needs the shared file " + name);
    return file;
  }

  private static double[] statistics(float[] values) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double sum = 0;
    int count = 0;
    for (float value : values) {
      if (!Float.isNaN(value)) {
        min = Math.min(min, value);
        max = Math.max(max, value);
        sum += value;
        count++;
      }
    }
    return new double[] {min, max, sum / count, values.length - count};
  }

  @ParameterizedTest
  @CsvSource({
    "0, si10, 0.0, 16.0, 6.086247252405442",
    "1, r2, 60.4427490234375, 99.9947509765625, 89.44707448672757",
    "2, t, 274.4217529296875, 283.99664306640625, 281.0249796367752",
    "3, vis, 22.0, 63922.0, 16896.6683446002",
    "4, dlwrf, 259.68896484375, 363.69287109375, 337.91458586912404",
    "5, dswrf, 0.0, 126.03759765625, 27.69493392230504",
    "6, prate, 0.0, 0.002095848321914673, 2.4831200815124193e-05"
  })
  void readsAStackOfVariables(int index, String name, double min, double max, double mean)
      throws IOException {
    List<Field> fields = Collected.of(shared("ukv_20230221/sample_prod_nwp.zarr")).fields;
    assertThat(fields).hasSize(33);
    Field field = fields.get(index);
    assertThat(field.header().code().parameter()).isEqualTo(name);
    assertThat(field.header().initTime()).isEqualTo(Instant.parse("2023-02-21T08:00:00Z"));
    assertThat(field.header().validTime()).isEqualTo(Instant.parse("2023-02-21T08:00:00Z"));
    assertThat(fields.get(32).header().validTime())
        .isEqualTo(Instant.parse("2023-02-21T10:00:00Z"));
    double[] ours = statistics(field.values());
    assertThat(ours[0]).isCloseTo(min, within(1e-6 * max));
    assertThat(ours[1]).isCloseTo(max, within(1e-6 * max));
    assertThat(ours[2]).isCloseTo(mean, within(1e-6 * max));
    assertThat(ours[3]).isZero();
  }

  /** The store's own latitudes are clamped near the edges; within, they are 0.7 km off at most. */
  @Test
  void placesBritishNationalGrid() throws IOException {
    Collected read = Collected.of(shared("ukv_20230221/sample_prod_nwp.zarr"));
    Grid grid = read.fields.get(0).grid();
    double[] latitudes = series(read, "latitude");
    double[] longitudes = series(read, "longitude");
    for (int row = 100; row < 600; row += 50) {
      for (int column = 100; column < 450; column += 50) {
        int index = row * grid.columns() + column;
        assertThat(grid.pointLatitude(index)).isCloseTo(latitudes[index], within(0.0075));
        assertThat(grid.pointLongitude(index)).isCloseTo(longitudes[index], within(0.015));
      }
    }
  }

  private static double[] series(Collected read, String name) {
    return read.series.stream()
        .filter(each -> each.code().parameter().equals(name))
        .map(Series::values)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsRunsAndSteps() throws IOException {
    List<Field> fields = Collected.of(shared("gb_20200401/nwp_data/test.zarr")).fields;
    assertThat(fields).hasSize(45);
    assertThat(fields.get(5).header().initTime()).isEqualTo(Instant.parse("2020-04-01T03:00:00Z"));
    assertThat(fields.get(6).header().validTime()).isEqualTo(Instant.parse("2020-04-01T04:00:00Z"));
    assertThat(statistics(fields.get(5).values())).containsExactly(267, 283, 278.9833569643746, 0);
  }

  @Test
  void seesWhatTheSatelliteSees() throws IOException {
    Collected read = Collected.of(shared("gb_20200401/hrv_sat_data.zarr"));
    Field field = read.fields.get(2);
    assertThat(read.fields).hasSize(14);
    assertThat(statistics(field.values())).containsExactly(62, 696, 284.5119349277425, 0);
    assertThat(field.header().validTime()).isEqualTo(Instant.parse("2020-04-01T12:10:00Z"));
    assertThat(field.gridType()).isEqualTo("space_view");
    // PROJ: +proj=geos +h=35785831 +lon_0=9.5 +a=6378169 +rf=295.488065897014
    int middle = 445 * 1843 + 921;
    assertThat(field.grid().pointLatitude(middle)).isCloseTo(52.034625, within(1e-5));
    assertThat(field.grid().pointLongitude(middle)).isCloseTo(-4.591315, within(1e-5));
  }

  @Test
  void readsAFileThatNetcdfJavaMadeOfGrib() throws IOException {
    Collected read =
        Collected.of(shared("gfs_puertorico_netcdf/GFS_Puerto_Rico_191km_20090729_0000.nc"));
    Field field = read.fields.get(5);
    assertThat(field.header().level()).isEqualTo(new FieldLevel("isobaricInhPa", 1000, Double.NaN));
    assertThat(field.header().initTime()).isEqualTo(Instant.parse("2009-07-29T00:00:00Z"));
    assertThat(field.header().validTime()).isEqualTo(Instant.parse("2009-07-29T12:00:00Z"));
    assertThat(field.gridType()).isEqualTo("polar_stereographic");
    // PROJ: +proj=stere +lat_0=90 +lon_0=-60 +k=0.9330127018922193 +R=6371229
    Grid grid = field.grid();
    double[] box = {90, -90, 360, -360};
    for (int i = 0; i < grid.size(); i++) {
      box[0] = Math.min(box[0], grid.pointLatitude(i));
      box[1] = Math.max(box[1], grid.pointLatitude(i));
      box[2] = Math.min(box[2], grid.pointLongitude(i));
      box[3] = Math.max(box[3], grid.pointLongitude(i));
    }
    double[] told = {
      0.6160006111890013, 57.82207184432028, -115.30355410120251, -14.999367713902965
    };
    for (int i = 0; i < 4; i++) {
      assertThat(box[i]).isCloseTo(told[i], within(1e-5));
    }
  }

  @Test
  void readsAFullDisk() throws IOException {
    List<Field> fields =
        Collected.of(
                shared(
                    "goes16_abi/OR_ABI-L2-AODF-M3_G16_s20190811000369_e20190811011136_c20190811012168.nc"))
            .fields;
    Field aerosol = fields.get(0);
    assertThat(aerosol.packing()).isEqualTo("uint16");
    assertThat(aerosol.gridType()).isEqualTo("space_view");
    // Stored numbers 65535 (fill) and above 65530 (valid_range) are missing: NumPy.
    double[] statistics = statistics(aerosol.values());
    assertThat(statistics[0]).isCloseTo(-0.05, within(1e-6));
    assertThat(statistics[1]).isCloseTo(4.999742, within(1e-6));
    assertThat(statistics[3]).isEqualTo(28537928);
    assertThat(aerosol.header().period()).isEqualTo(Duration.ZERO);
    // The example of the GOES-R Product User's Guide, volume 3, 5.1.2.8.
    int index = 1009 * 5424 + 2282;
    assertThat(aerosol.grid().pointLatitude(index)).isCloseTo(33.846162, within(1e-5));
    assertThat(aerosol.grid().pointLongitude(index)).isCloseTo(-84.690932, within(1e-5));
  }
}
