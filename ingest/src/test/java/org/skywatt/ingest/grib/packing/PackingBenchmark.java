package org.skywatt.ingest.grib.packing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Decodes the first field of each file again and again and prints the median rate in million points
 * per second of CPU time; {@code src/test/bench/decode.sh} runs it in turn with ecCodes.
 */
final class PackingBenchmark {
  private static final long WARM_UP_NANOS = 3_000_000_000L;
  private static final long MEASURED_NANOS = 1_000_000_000L;
  private static final int MOST_ROUNDS = 10_000;
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private PackingBenchmark() {}

  /** Takes files of GRIB messages. */
  public static void main(String[] files) throws IOException {
    for (String file : files) {
      PackedMessages.Packed field = PackedMessages.of(Path.of(file)).get(0);
      median(field, WARM_UP_NANOS);
      System.out.printf("Skywatt %s %.1f%n", file, median(field, MEASURED_NANOS));
    }
  }

  private static double median(PackedMessages.Packed field, long nanos) {
    double[] rates = new double[MOST_ROUNDS];
    int rounds = 0;
    long start = THREAD.getCurrentThreadCpuTime();
    while (rounds < MOST_ROUNDS && THREAD.getCurrentThreadCpuTime() - start < nanos) {
      long before = THREAD.getCurrentThreadCpuTime();
      int points = field.values().length;
      rates[rounds++] = points * 1e3 / (THREAD.getCurrentThreadCpuTime() - before);
    }
    Arrays.sort(rates, 0, rounds);
    return rates[rounds / 2];
  }
}
