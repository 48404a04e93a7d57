package org.skywatt.core.solar;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.SplittableRandom;
import org.skywatt.core.site.Location;

/** Sun positions a CPU-second; run by hand, figures stand in docs/benchmarks.md. */
final class SunBenchmark {
  private static final int COUNT = 1_000_000;
  private static final int FULL_COUNT = 100_000;
  private static final Location BANGKOK = new Location(13.7, 100.5, 10);

  private SunBenchmark() {}

  public static void main(String[] args) {
    double from = Instant.parse("1950-01-01T00:00:00Z").getEpochSecond();
    double to = Instant.parse("2050-12-31T00:00:00Z").getEpochSecond();
    double[] series = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      series[i] = 1.5e9 + 300.0 * i;
    }
    double[] random = new SplittableRandom(1).doubles(COUNT, from, to).toArray();
    SunTable century = SunTable.over(from, to);
    System.out.println("million positions a CPU-second: series, random in a century, full SPA");
    double check = 0;
    for (int run = 0; run < 8; run++) {
      long start = cpu();
      check += SolarPositions.of(series, BANGKOK).zenithDeg()[COUNT - 1];
      long seriesDone = cpu();
      check += century.positions(random, BANGKOK).zenithDeg()[COUNT - 1];
      long randomDone = cpu();
      for (int i = 0; i < FULL_COUNT; i++) {
        check += SolarPosition.of(Instant.ofEpochSecond((long) series[i]), BANGKOK).zenithDeg();
      }
      long fullDone = cpu();
      System.out.printf(
          "%.2f %.2f %.3f%n",
          1e3 * COUNT / (seriesDone - start),
          1e3 * COUNT / (randomDone - seriesDone),
          1e3 * FULL_COUNT / (fullDone - randomDone));
    }
    System.out.println("(sum of zeniths " + check + ")");
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
