package org.skywatt.features.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.skywatt.core.site.Location;

/**
 * The roof in Bangkok: its power over measured irradiance (beside it in the data, not seen here)
 * halves from one day to the next, 1 to 2 August 2023.
 */
class BangkokTest {
  private static QualityReport report;

  /** Local times are read as if they were UTC. */
  @BeforeAll
  static void check() throws IOException {
    List<Long> starts = new ArrayList<>();
    List<Double> power = new ArrayList<>();
    for (String name : new String[] {"pv_2023.csv.gz", "pv_2024.csv.gz"}) {
      Path file = Path.of(System.getProperty("skywatt.shared", "absent"), "bangkok", name);
      assumeTrue(Files.exists(file), () -> "no reference data at " + file);
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(new FileInputStream(file.toFile())),
                  StandardCharsets.UTF_8))) {
        for (String line : reader.lines().skip(1).toList()) {
          String[] cells = line.split(",");
          LocalDateTime time = LocalDateTime.parse(cells[0].replace(' ', 'T'));
          starts.add(time.toEpochSecond(ZoneOffset.UTC));
          power.add(Double.valueOf(cells[1]));
        }
      }
    }
    PowerSeries series =
        new PowerSeries(
            starts.stream().mapToLong(Long::longValue).toArray(),
            power.stream().mapToDouble(Double::doubleValue).toArray(),
            900);
    Optional<Location> place = Optional.of(new Location(13.737, 100.533, 5));
    report = GenerationCheck.check(series, new Plant(5, place, Optional.empty()));
  }

  private static List<Finding> found(Finding.Kind kind) {
    return report.findings().stream().filter(finding -> finding.kind() == kind).toList();
  }

  @Test
  void theTimeZoneIsFoundFromTheSun() {
    assertThat(found(Finding.Kind.CLOCK)).hasSize(1);
    assertThat(found(Finding.Kind.CLOCK).get(0).size()).isEqualTo(7 * 3600);
  }

  @Test
  void theLostHalfIsFoundWithItsDate() {
    Finding half = found(Finding.Kind.CAPACITY_CHANGE).get(0);
    assertThat(half.size()).isCloseTo(-0.5, within(0.05));
    assertThat(half.spans().get(0).from()).isEqualTo("2023-08-02T00:00:00Z");
    assertThat(half.confidence()).isGreaterThan(0.99);
    assertThat(report.capacities().get(0).kw()).isEqualTo(5.0);
    assertThat(report.capacities().get(1).kw()).isCloseTo(2.5, within(0.3));
  }

  @Test
  void theOwnUseBeforeDawnIsFlagged() {
    assertThat(found(Finding.Kind.NIGHT_PRODUCTION).get(0).spans().get(0).from())
        .isEqualTo("2024-01-14T06:15:00Z");
    assertThat(found(Finding.Kind.UNIT)).isEmpty();
    assertThat(found(Finding.Kind.STUCK)).isEmpty();
    assertThat(found(Finding.Kind.CLIPPED)).isEmpty();
  }
}
