package org.skywatt.ingest.nwp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.variable.Variable;

/** Values of real runs at a site, as cfgrib and xarray give them. */
class RealRunTest {
  private static final String GFS = "grib/pygrib/gfs.t12z.pgrbf120.2p5deg.grib2";
  private static final String GFS_RADIATION =
      "grib/nwp_consumer/test_NOAAS3_HRES-GFS_dswrf-dlwrf_20250129T06_S27.grib";

  private static NwpSample only(String file) throws IOException {
    Path path = Path.of(System.getProperty("skywatt.shared", "absent"), file);
    assumeTrue(Files.exists(path), "needs shared GRIB files");
    WindSite site =
        new WindSite(
            new SiteId("a"), "a", "demo", new Location(-20.13, 30.37, 900), 1000, 80, 90, "any");
    NwpSource source = new NwpSource("gfs", Duration.ofHours(4), "*");
    List<NwpSample> rows = new NwpFileSampler(source, List.of(site)).sample(path).rows();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  // xarray.open_dataset(file, engine="cfgrib", backend_kwargs={"filter_by_keys": ...})[name]
  //   .astype("f8").interp(latitude=-20.13, longitude=30.37)
  // with r2 / 100 and tp / 21600 s, as tp is the sum of 6 h.
  @ParameterizedTest
  @CsvSource({
    GFS + ", WIND_U_10M, -1.95099234, 1e-5",
    GFS + ", WIND_V_10M, 0.31317008, 1e-5",
    GFS + ", GHI, 820.32256, 1e-3", // sdswrf, avg of 114 to 120 h
    GFS + ", LONGWAVE_DOWN, 401.8764, 1e-3",
    GFS + ", TEMPERATURE_2M, 300.189945, 1e-4",
    GFS + ", RELATIVE_HUMIDITY, 0.720084339, 1e-6",
    GFS + ", SURFACE_PRESSURE, 89392.3276, 0.05",
    GFS + ", WIND_GUST_10M, 2.66169114, 1e-5",
    GFS + ", PRECIPITATION, 2.8910281e-4, 1e-7",
    GFS_RADIATION + ", GHI, 837.673752, 1e-3", // avg of 24 to 27 h
    GFS_RADIATION + ", LONGWAVE_DOWN, 337.382964, 1e-3",
  })
  void agreesWithXarray(String file, Variable variable, double expected, double tolerance)
      throws IOException {
    assertThat((double) only(file).get(variable)).isCloseTo(expected, within(tolerance));
  }

  @ParameterizedTest
  @CsvSource({
    GFS + ", 2011-01-10T12:00:00Z, 2011-01-15T12:00:00Z",
    GFS_RADIATION + ", 2025-01-29T06:00:00Z, 2025-01-30T09:00:00Z"
  })
  void belongsToItsRunAndTime(String file, Instant initTime, Instant validTime) throws IOException {
    NwpSample row = only(file);
    assertThat(row.initTime()).isEqualTo(initTime);
    assertThat(row.validTime()).isEqualTo(validTime);
    assertThat(row.availableAt()).isEqualTo(initTime.plus(Duration.ofHours(4)));
  }
}
