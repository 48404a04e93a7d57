package org.skywatt.ingest.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.sample.GenerationFlag;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.sample.TerrainSample;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.variable.Variable;
import org.skywatt.ingest.csv.GenerationCsvReader;
import org.skywatt.ingest.csv.SitesCsvReader;
import org.skywatt.ingest.file.Sampled;
import org.skywatt.ingest.grib.EcCodes;
import org.skywatt.ingest.grib.GribReader;
import org.skywatt.ingest.inspect.FieldSummary;
import org.skywatt.ingest.inspect.Inspector;
import org.skywatt.ingest.job.FileDigest;
import org.skywatt.ingest.nwp.NwpFileSampler;
import org.skywatt.ingest.nwp.NwpSource;
import org.skywatt.ingest.satellite.SatelliteFileSampler;
import org.skywatt.ingest.satellite.SatelliteSource;
import org.skywatt.ingest.terrain.TerrainSampler;

class SimulatedWorldTest {
  private static final Instant FROM = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-06-03T07:30:00Z");

  @TempDir static Path dir;

  private static final SimulatedWorld WORLD = new SimulatedWorld(42);

  @BeforeAll
  static void write() throws IOException {
    WORLD.writeFiles(dir, FROM, TO, line -> {});
  }

  @Test
  void readsItsSitesBack() throws IOException {
    SitesCsvReader.Result result = SitesCsvReader.read(dir.resolve("sites.csv"));
    assertThat(result.rejections().count()).isZero();
    assertThat(result.sites()).isEqualTo(WORLD.sites());
    assertThat(WORLD.sites()).filteredOn(site -> site instanceof SolarSite).hasSize(6);
    assertThat(WORLD.sites()).allMatch(site -> site.location().elevationM() >= 20);
  }

  @Test
  void writesOnlyWhatIsKnownByThen() throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(dir)) {
      files.filter(Files::isRegularFile).forEach(file -> names.add(file.getFileName().toString()));
    }
    assertThat(names)
        .contains(
            "simulated-nwp_2026053118.grib2",
            "simulated-nwp_2026060300.grib2",
            "simulated-generation_20260602.csv",
            "simulated-generation_2026060307.csv",
            "simulated-satellite_20260602.nc",
            "simulated-satellite_202606030715.nc",
            "simulated-dem.tif")
        .doesNotContain(
            "simulated-nwp_2026060306.grib2",
            "simulated-generation_20260603.csv",
            "simulated-generation_2026060308.csv",
            "simulated-satellite_202606030730.nc")
        .noneMatch(name -> name.endsWith(".partial"));
  }

  @Test
  void addsLaterFilesAndChangesNone(@TempDir Path other) throws IOException {
    Instant middle = FROM.plus(Duration.ofHours(30));
    WORLD.writeFiles(other, FROM, middle, line -> {});
    Map<String, String> before = digests(other);
    new SimulatedWorld(42).writeFiles(other, FROM, TO, line -> {});
    assertThat(digests(other)).containsAllEntriesOf(before).containsAllEntriesOf(digests(dir));
    assertThat(digests(other)).hasSizeGreaterThan(before.size());
  }

  @Test
  void nwpHasAllStepsOfAllVariables() throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    GribReader.read(
        dir.resolve("nwp/simulated-nwp_2026060100.grib2"),
        field -> {
          counts.merge(
              field.header().code().parameter() + " " + field.header().level().value(),
              1,
              Integer::sum);
          assertThat(field.values()).doesNotContain(Float.NaN);
        });
    assertThat(counts)
        .containsOnly(
            Map.entry("0.6.1 NaN", 49),
            Map.entry("0.0.0 2.0", 49),
            Map.entry("0.2.2 10.0", 49),
            Map.entry("0.2.3 10.0", 49),
            Map.entry("0.2.2 100.0", 49),
            Map.entry("0.2.3 100.0", 49),
            Map.entry("0.4.7 NaN", 48));
  }

  @Test
  void ecCodesReadsEveryNwpFileWithTheSameValues() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(dir.resolve("nwp"))) {
      files = all.toList();
    }
    for (Path file : files) {
      List<FieldSummary> ours = Inspector.inspect(file);
      List<String[]> golden =
          EcCodes.keys(
              file, "min,max,average,shortName,validityDate,productionStatusOfProcessedData");
      assertThat(golden).hasSameSizeAs(ours);
      for (int i = 0; i < golden.size(); i++) {
        String[] keys = golden.get(i);
        assertThat(keys[3]).isIn("tcc", "2t", "10u", "10v", "100u", "100v", "ssrd");
        assertThat(keys[5]).isEqualTo("1");
        double tolerance = 1e-5 * Math.max(1, Math.abs(Double.parseDouble(keys[1])));
        assertThat(ours.get(i).min()).isCloseTo(Double.parseDouble(keys[0]), within(tolerance));
        assertThat(ours.get(i).max()).isCloseTo(Double.parseDouble(keys[1]), within(tolerance));
        assertThat(ours.get(i).mean()).isCloseTo(Double.parseDouble(keys[2]), within(tolerance));
      }
    }
    List<List<EcCodes.Point>> points = EcCodes.data(files.get(0));
    GribReader.read(
        files.get(0),
        field -> {
          double worst = 0;
          double largest = 1;
          List<EcCodes.Point> expected = points.get(field.index());
          for (int i = 0; i < field.values().length; i++) {
            worst = Math.max(worst, Math.abs(field.values()[i] - expected.get(i).value()));
            largest = Math.max(largest, Math.abs(field.values()[i]));
          }
          assertThat(worst).isLessThan(1e-6 * largest);
        });
  }

  @Test
  void plantsGiveWhatPlantsGive() throws IOException {
    GenerationCsvReader reader =
        new GenerationCsvReader(
            WORLD.sites(), SimulatedWorld.GENERATION_DELAY, Optional.of(Duration.ofHours(1)));
    GenerationCsvReader.Result day =
        reader.read(dir.resolve("generation/simulated-generation_20260602.csv"));
    assertThat(day.rejections().count()).isZero();
    assertThat(day.accepted()).hasSize(24 * 9);
    Map<String, Site> sites = new HashMap<>();
    WORLD.sites().forEach(site -> sites.put(site.id().value(), site));
    for (GenerationSample row : day.accepted()) {
      Site site = sites.get(row.siteId());
      assertThat(row.powerKw()).isBetween(-0.002 * site.capacityKw(), site.capacityKw());
      int hour = row.end().atOffset(ZoneOffset.UTC).getHour();
      if (site instanceof SolarSite && (hour <= 4 || hour >= 21)) {
        assertThat(row.has(GenerationFlag.NEGATIVE)).isTrue();
      }
      if (site instanceof SolarSite && hour == 12 && row.flags() == 0) {
        assertThat(row.powerKw()).isGreaterThan(0.1 * site.capacityKw());
      }
    }
  }

  @Test
  void satelliteSeesTheTrueClouds() throws IOException {
    Sampled<SatelliteSample> day =
        new SatelliteFileSampler(SatelliteSource.SIMULATED, WORLD.sites(), List.of())
            .sample(dir.resolve("satellite/simulated-satellite_20260601.nc"));
    assertThat(day.refused()).isZero();
    assertThat(day.rows().size() / WORLD.sites().size()).isBetween(50, 62);
    Map<String, Site> sites = new HashMap<>();
    WORLD.sites().forEach(site -> sites.put(site.id().value(), site));
    double error = 0;
    for (SatelliteSample row : day.rows()) {
      Site site = sites.get(row.siteId());
      assertThat(row.surroundings()).doesNotContain(Float.NaN);
      double truth =
          WORLD.trueCloudIndex(
              site.location().latitude(), site.location().longitude(), row.scanTime());
      error += Math.abs(truth - row.cloudIndex());
    }
    assertThat(error / day.rows().size()).isLessThan(0.08);
    // Where the clouds will be in half an hour and an hour, motion tells better than persistence.
    assertThat(errorOfOutlook(day.rows(), sites, 30, true))
        .isLessThan(0.85 * errorOfOutlook(day.rows(), sites, 30, false));
    assertThat(errorOfOutlook(day.rows(), sites, 60, true))
        .isLessThan(0.85 * errorOfOutlook(day.rows(), sites, 60, false));
  }

  private static double errorOfOutlook(
      List<SatelliteSample> rows, Map<String, Site> sites, int minutes, boolean moving) {
    double error = 0;
    int count = 0;
    for (SatelliteSample row : rows) {
      var at = sites.get(row.siteId()).location();
      double outlook = row.outlook().cloudIndexAt(minutes, row.cloudIndex());
      if (!Double.isNaN(outlook)) {
        double truth =
            WORLD.trueCloudIndex(
                at.latitude(), at.longitude(), row.scanTime().plusSeconds(60L * minutes));
        error += Math.abs(truth - (moving ? outlook : row.cloudIndex()));
        count++;
      }
    }
    assertThat(count).isGreaterThan(rows.size() / 2);
    return error / count;
  }

  @Test
  void nwpIsGoodAndBetterWhenNewer() throws IOException {
    NwpFileSampler sampler = new NwpFileSampler(NwpSource.SIMULATED, WORLD.sites());
    double[] error = new double[2];
    int[] count = new int[2];
    for (int run = 0; run < 8; run++) {
      Instant init = FROM.plus(Duration.ofHours(6L * run));
      String name = init.toString().substring(0, 13).replaceAll("[-T]", "");
      Sampled<NwpSample> rows = sampler.sample(dir.resolve("nwp/simulated-nwp_" + name + ".grib2"));
      assertThat(rows.reasons()).isEmpty();
      assertThat(rows.rows()).hasSize(49 * WORLD.sites().size());
      for (NwpSample row : rows.rows()) {
        Site site =
            WORLD.sites().stream()
                .filter(each -> each.id().value().equals(row.siteId()))
                .findFirst()
                .orElseThrow();
        double truth =
            WORLD.trueCloudIndex(
                site.location().latitude(), site.location().longitude(), row.validTime());
        int late = Duration.between(row.initTime(), row.validTime()).toHours() < 12 ? 0 : 1;
        error[late] += Math.abs(truth - row.get(Variable.CLOUD_COVER));
        count[late]++;
      }
    }
    assertThat(error[0] / count[0]).isLessThan(0.85 * error[1] / count[1]).isLessThan(0.25);
  }

  @Test
  void ridgesShadeTheirValleys() throws IOException {
    Sampled<TerrainSample> ground =
        new TerrainSampler(WORLD.sites()).sample(dir.resolve("terrain/simulated-dem.tif"));
    assertThat(ground.rows()).hasSameSizeAs(WORLD.sites());
    for (TerrainSample row : ground.rows()) {
      if (row.siteId().equals("solar-morning-shade")) {
        assertThat(row.horizonAt(90)).isGreaterThan(10);
      }
      if (row.siteId().equals("solar-evening-shade")) {
        assertThat(row.horizonAt(270)).isGreaterThan(10);
      }
      // The simulator shades by the terrain's formula, the sampler by its raster of 0.5 km, which
      // cuts summits a little: they agree.
      Site site =
          WORLD.sites().stream()
              .filter(each -> each.id().value().equals(row.siteId()))
              .findFirst()
              .orElseThrow();
      float[] truth = ShadeProfile.at(new SimulatedTerrain(42), site.location());
      for (int azimuth = 0; azimuth < 360; azimuth += 15) {
        assertThat(row.horizonAt(azimuth))
            .isCloseTo(ShadeProfile.horizon(truth, azimuth), within(1.5));
      }
    }
  }

  @Test
  void cloudsDriftSoTheyAreSeenComing() {
    // An hour later the clouds of now stand downwind: much more alike there than in place.
    Weather weather = new Weather(42);
    double moved = 0;
    double still = 0;
    for (int i = 0; i < 2000; i++) {
      double t = 50_000 + i * 1.7;
      double dx = weather.driftX(t + 1) - weather.driftX(t);
      double dy = weather.driftY(t + 1) - weather.driftY(t);
      double later = weather.cloudIndex(dx, dy, t + 1);
      moved += Math.abs(later - weather.cloudIndex(0, 0, t));
      still += Math.abs(later - weather.cloudIndex(dx, dy, t));
    }
    assertThat(moved).isLessThan(0.8 * still);
  }

  private static Map<String, String> digests(Path dir) throws IOException {
    Map<String, String> digests = new HashMap<>();
    try (Stream<Path> files = Files.walk(dir)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(dir.relativize(file).toString(), FileDigest.sha256(file));
      }
    }
    return digests;
  }
}
