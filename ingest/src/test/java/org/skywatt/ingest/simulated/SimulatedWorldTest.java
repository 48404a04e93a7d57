package org.skywatt.ingest.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.sample.GenerationFlag;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SolarSite;
import org.skywatt.ingest.csv.GenerationCsvReader;
import org.skywatt.ingest.csv.SitesCsvReader;
import org.skywatt.ingest.grib.GribReader;

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
            "simulated-generation_2026060307.csv")
        .doesNotContain(
            "simulated-nwp_2026060306.grib2",
            "simulated-generation_20260603.csv",
            "simulated-generation_2026060308.csv")
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
              field.product().parameter() + " " + field.product().level().value(), 1, Integer::sum);
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
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        digests.put(dir.relativize(file).toString(), HexFormat.of().formatHex(hash));
      }
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
    return digests;
  }
}
