package org.skywatt.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.ingest.gefcom2014.Gefcom2014Files;
import org.skywatt.ingest.gefcom2014.Gefcom2014Sites;
import org.skywatt.models.baseline.QuantileClimatology;
import org.skywatt.models.score.Pinball;

/**
 * The scorer proves itself: the benchmark of the wind track, recomputed, is the official row of the
 * competition's leaderboard (Hong et al. 2016) to its last digit.
 */
class Gefcom2014BenchmarkTest {
  @Test
  void theWindBenchmarkIsThePublishedOne() throws IOException {
    Path folder = Path.of(System.getProperty("skywatt.shared", ""), "gefcom2014");
    Assumptions.assumeTrue(Files.exists(folder.resolve("wind.csv.gz")), "no GEFCom2014 data");
    String[] official =
        Files.readAllLines(folder.resolve("leaderboard.csv")).stream()
            .filter(line -> line.startsWith("wind,benchmark,"))
            .findFirst()
            .orElseThrow()
            .split(",");
    List<GenerationSample> readings =
        Gefcom2014Files.generation(folder.resolve("wind.csv.gz"), "wind").rows();
    for (int task = 4; task <= 8; task++) {
      double published = Double.parseDouble(official[1 + task]);
      assertThat(benchmark(readings, task)).as("task %d", task).isCloseTo(published, within(1e-5));
    }
  }

  private static double benchmark(List<GenerationSample> readings, int task) {
    YearMonth month = Gefcom2014Track.WIND.month(task);
    Instant start = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    Instant end = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    double capacityKw = Gefcom2014Sites.wind().get(0).capacityKw();
    QuantileClimatology climatology = new QuantileClimatology(false);
    for (GenerationSample reading : readings) {
      if (!reading.end().isAfter(start)) {
        climatology.add(reading.siteId(), reading.end(), reading.powerKw() / capacityKw);
      }
    }
    double sum = 0;
    long hours = 0;
    for (GenerationSample reading : readings) {
      if (reading.end().isAfter(start) && !reading.end().isAfter(end)) {
        double[] quantiles = climatology.forecast(reading.siteId(), reading.end());
        sum += Pinball.mean(QuantileLevels.PERCENTILES, quantiles, reading.powerKw() / capacityKw);
        hours++;
      }
    }
    return sum / hours;
  }
}
