package org.skywatt.ingest.nwp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.variable.Variable;
import org.skywatt.ingest.field.StepType;
import org.skywatt.ingest.file.Sampled;
import org.skywatt.ingest.grib.EcCodes;
import org.skywatt.ingest.grib.Grib2Writer;
import org.skywatt.ingest.grib.GribLevel;
import org.skywatt.ingest.grib.GribParameter;
import org.skywatt.ingest.grib.GribProduct;

class NwpFileSamplerTest {
  private static final Instant INIT = Instant.parse("2026-11-18T06:00:00Z");
  private static final LatLonGrid GRID = new LatLonGrid(30, -1, 3, 0, 1, 3);
  private static final GribParameter SHORT_WAVE = new GribParameter(0, 4, 7);

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private static Site site(String id, double latitude, double longitude) {
    return new WindSite(
        new SiteId(id), id, "demo", new Location(latitude, longitude, 0), 1000, 80, 90, "any");
  }

  private void write(
      GribParameter parameter, GribLevel level, StepType type, int from, int to, float... values)
      throws IOException {
    float[] field = values.length == 9 ? values : new float[9];
    if (values.length == 1) {
      Arrays.fill(field, values[0]);
    }
    GribProduct product =
        new GribProduct(
            0,
            parameter,
            level,
            INIT,
            INIT.plus(Duration.ofHours(to)),
            type,
            type == StepType.INSTANT ? Duration.ZERO : Duration.ofHours(to - from),
            0);
    new Grib2Writer(out).write(product, GRID, field, 24);
  }

  private Sampled<NwpSample> sample(Site... sites) throws IOException {
    Path file = Files.write(folder.resolve("run.grib2"), out.toByteArray());
    NwpSource source = new NwpSource("test", Duration.ofHours(3), "*");
    return new NwpFileSampler(source, List.of(sites)).sample(file);
  }

  @Test
  void interpolatesAndConverts() throws IOException {
    write(
        new GribParameter(0, 6, 1),
        GribLevel.ground(),
        StepType.INSTANT,
        0,
        1,
        0,
        40,
        0,
        0,
        80,
        0,
        0,
        0,
        0);
    write(new GribParameter(0, 2, 2), GribLevel.heightAboveGround(10), StepType.INSTANT, 0, 1, 7);
    write(new GribParameter(0, 2, 2), GribLevel.heightAboveGround(50), StepType.INSTANT, 0, 1, 9);
    write(new GribParameter(0, 2, 3), GribLevel.heightAboveGround(10), StepType.INSTANT, 0, 1, 0);
    write(new GribParameter(0, 2, 3), GribLevel.heightAboveGround(50), StepType.INSTANT, 0, 1, 0);
    Sampled<NwpSample> sampled = sample(site("a", 29.5, 0.5), site("far", 50, 0));
    assertThat(sampled.rows()).hasSize(1);
    NwpSample row = sampled.rows().get(0);
    assertThat(row.get(Variable.CLOUD_COVER)).isCloseTo(0.3f, within(1e-5f));
    assertThat(row.get(Variable.WIND_U_10M)).isEqualTo(7f);
    // 7 + (9 - 7) ln(100 / 10) / ln(50 / 10): the neutral profile through both levels
    assertThat(row.get(Variable.WIND_U_100M)).isCloseTo(9.861353f, within(1e-5f));
    assertThat(row.availableAt()).isEqualTo(INIT.plus(Duration.ofHours(3)));
    assertThat(row.validTime()).isEqualTo(INIT.plus(Duration.ofHours(1)));
    assertThat(sampled.reasons()).containsExactly("site far is outside the grid of test");
  }

  @Test
  void makesMeansOfAccumulationsAndOfBuckets() throws IOException {
    write(SHORT_WAVE, GribLevel.ground(), StepType.ACCUMULATION, 0, 1, 360_000);
    write(SHORT_WAVE, GribLevel.ground(), StepType.ACCUMULATION, 0, 2, 1_080_000);
    GribParameter longWave = new GribParameter(0, 5, 3);
    write(longWave, GribLevel.ground(), StepType.AVERAGE, 0, 1, 300);
    write(longWave, GribLevel.ground(), StepType.AVERAGE, 0, 2, 350);
    write(longWave, GribLevel.ground(), StepType.AVERAGE, 2, 3, 320);
    List<NwpSample> rows = sample(site("a", 29, 1)).rows();
    assertThat(rows)
        .extracting(row -> row.get(Variable.GHI))
        .containsExactly(100f, 200f, Float.NaN);
    assertThat(rows)
        .extracting(row -> row.get(Variable.LONGWAVE_DOWN))
        .containsExactly(300f, 400f, 320f);
  }

  @Test
  void leavesOutAMeanAcrossALostStep() throws IOException {
    GribLevel at10m = GribLevel.heightAboveGround(10);
    for (int step = 1; step <= 3; step++) {
      write(new GribParameter(0, 2, 3), at10m, StepType.INSTANT, 0, step, 1);
    }
    write(SHORT_WAVE, GribLevel.ground(), StepType.ACCUMULATION, 0, 1, 360_000);
    write(SHORT_WAVE, GribLevel.ground(), StepType.ACCUMULATION, 0, 3, 1_440_000);
    assertThat(sample(site("a", 29, 1)).rows())
        .extracting(row -> row.get(Variable.GHI))
        .containsExactly(100f, Float.NaN, Float.NaN);
  }

  @Test
  void tellsOfTheImplausibleAndOfTheBroken() throws IOException {
    write(new GribParameter(0, 0, 0), GribLevel.heightAboveGround(2), StepType.INSTANT, 0, 1, 20);
    int second = out.size();
    write(new GribParameter(0, 6, 1), GribLevel.ground(), StepType.INSTANT, 0, 1, 50);
    byte[] bytes = out.toByteArray();
    bytes[second + 16 + 4] = 77; // the number of section 1
    out.reset();
    out.writeBytes(bytes);
    Sampled<NwpSample> sampled = sample(site("a", 29, 1));
    assertThat(sampled.rows().get(0).get(Variable.TEMPERATURE_2M)).isEqualTo(20f);
    assertThat(sampled.refused()).isEqualTo(1);
    assertThat(sampled.reasons()).hasSize(2);
    assertThat(sampled.reasons().get(0)).contains("message 1").contains("section 77");
    assertThat(sampled.reasons().get(1)).contains("implausible temperature_2m_k 20.0 at site a");
  }

  @Test
  void refusesAFileWithNothingOfUse() throws IOException {
    write(new GribParameter(10, 0, 3), GribLevel.ground(), StepType.INSTANT, 0, 1, 2);
    assertThatThrownBy(() -> sample(site("a", 29, 1)))
        .hasMessageContaining("holds none of the variables that are used");
  }

  @Test
  void samplesARealFileAsEcCodesReadsIt() throws IOException {
    Path file =
        Path.of(
            System.getProperty("skywatt.shared", "absent"),
            "grib/nwp_consumer/test_NOAAS3_HRES-GFS_10u_20210509T06_S00.grib");
    assumeTrue(Files.exists(file), "needs shared GRIB files");
    List<EcCodes.Point> points = EcCodes.data(file).get(0);
    NwpSource source = new NwpSource("gfs", Duration.ofHours(4), "*");
    for (int i = 1; i < points.size(); i += points.size() / 7) {
      EcCodes.Point point = points.get(i);
      double longitude = point.longitude() > 180 ? point.longitude() - 360 : point.longitude();
      Site here = site("a", point.latitude(), longitude);
      List<NwpSample> rows = new NwpFileSampler(source, List.of(here)).sample(file).rows();
      assertThat((double) rows.get(0).get(Variable.WIND_U_10M))
          .isCloseTo(point.value(), within(1e-2));
    }
  }
}
