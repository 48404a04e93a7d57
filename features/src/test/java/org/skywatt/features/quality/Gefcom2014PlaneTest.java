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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.site.Location;

class Gefcom2014PlaneTest {
  /** Tilt and azimuth as the competition states them; the plants' place is only about known. */
  @ParameterizedTest
  @CsvSource({"1, 36, 38", "2, 35, 327", "3, 21, 31"})
  void thePlaneIsFoundFromThePower(int zone, double tilt, double azimuth) throws IOException {
    Path file = Path.of(System.getProperty("skywatt.shared", "absent"), "gefcom2014/solar.csv.gz");
    assumeTrue(Files.exists(file), () -> "no reference data at " + file);
    List<String[]> rows;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new FileInputStream(file.toFile())), StandardCharsets.UTF_8))) {
      rows =
          reader
              .lines()
              .filter(line -> line.startsWith(zone + ","))
              .map(line -> line.split(","))
              .toList();
    }
    PowerSeries series =
        new PowerSeries(
            rows.stream().mapToLong(row -> Instant.parse(row[1]).getEpochSecond() - 3600).toArray(),
            rows.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray(),
            3600);
    Optional<Location> place = Optional.of(new Location(-35.4, 149.1, 600));
    QualityReport report = GenerationCheck.check(series, new Plant(1, place, Optional.empty()));

    assertThat(report.plane().orElseThrow().tiltDeg()).isCloseTo(tilt, within(10.0));
    assertThat(report.plane().orElseThrow().azimuthDeg()).isCloseTo(azimuth, within(15.0));
    assertThat(report.findings())
        .extracting(Finding::kind)
        .doesNotContain(Finding.Kind.CLOCK, Finding.Kind.CAPACITY_CHANGE, Finding.Kind.UNIT);
  }
}
