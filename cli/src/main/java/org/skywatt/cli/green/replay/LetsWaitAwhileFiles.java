package org.skywatt.cli.green.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.skywatt.green.intensity.IntensityHistory;
import org.skywatt.green.replay.DelayableJob;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * The data of "Let's Wait Awhile": slots of half an hour from 2019-12-20, the year from January.
 */
final class LetsWaitAwhileFiles {
  static final List<String> REGIONS = List.of("ger", "gb", "fr");
  static final String JOBS = "jobs_ml.csv.gz";

  private static final LocalDateTime START = LocalDateTime.parse("2019-12-20T00:00:00");
  private static final int BEFORE = 12 * 48;
  private static final int LONGEST = BEFORE + 400 * 48;
  private static final int SECONDS = 1800;
  private static final List<List<String>> SOURCES =
      List.of(
          List.of("wind onshore", "wind offshore"),
          List.of("nuclear"),
          List.of("fossil gas", "fossil hard coal", "fossil oil"),
          List.of("solar"));

  private final Path folder;

  LetsWaitAwhileFiles(Path folder) {
    this.folder = folder;
  }

  List<DelayableJob> jobs() throws IOException {
    List<DelayableJob> jobs = new ArrayList<>();
    ReplayTables.read(
        folder.resolve(JOBS),
        List.of(
            "start_step30",
            "duration_steps30",
            "slack_steps_next_workday",
            "slack_steps_semi_weekly"),
        row ->
            jobs.add(
                new DelayableJob(
                    ReplayTables.count(row, "start_step30", 0),
                    ReplayTables.count(row, "duration_steps30", 1),
                    ReplayTables.count(row, "slack_steps_next_workday", 0),
                    ReplayTables.count(row, "slack_steps_semi_weekly", 0))));
    return jobs;
  }

  /** Standard normal draws, [seed][slot]. */
  double[][] noise() throws IOException {
    List<double[]> rows = new ArrayList<>();
    List<String> seeds = List.of("z0", "z1", "z2", "z3", "z4", "z5", "z6", "z7", "z8", "z9");
    ReplayTables.read(
        folder.resolve("noise_z_seed0-9.csv.gz"),
        seeds,
        row -> {
          double[] draws = new double[seeds.size()];
          for (int seed = 0; seed < draws.length; seed++) {
            draws[seed] = ReplayTables.present(row, seeds.get(seed));
          }
          rows.add(draws);
        });
    double[][] noise = new double[seeds.size()][rows.size()];
    for (int slot = 0; slot < rows.size(); slot++) {
      for (int seed = 0; seed < noise.length; seed++) {
        noise[seed][slot] = rows.get(slot)[seed];
      }
    }
    return noise;
  }

  /** Carbon intensity of the year. */
  double[] year(String region) throws IOException {
    double[] all = intensity(region);
    return Arrays.copyOfRange(all, BEFORE, all.length);
  }

  /** Carbon intensity with what else was measured: the other regions, and the mixes there are. */
  IntensityHistory history(String region) throws IOException {
    double[] target = intensity(region);
    List<double[]> others = new ArrayList<>();
    for (String other : REGIONS) {
      if (!other.equals(region)) {
        others.add(held(intensity(other), target.length));
      }
    }
    for (String other : REGIONS) {
      if (Files.exists(mix(other))) {
        for (double[] source : production(other)) {
          others.add(held(source, target.length));
        }
      }
    }
    return new IntensityHistory(BEFORE, target, others.toArray(new double[0][]));
  }

  private Path mix(String region) {
    return folder.resolve("data").resolve(region + "_production.csv.gz");
  }

  private double[] intensity(String region) throws IOException {
    Path file = folder.resolve("data").resolve(region + "_ci.csv.gz");
    double[] values = slots();
    ReplayTables.read(
        file,
        List.of("time", "carbon intensity"),
        row ->
            put(
                values,
                ReplayTables.seconds(row, "time", START),
                ReplayTables.present(row, "carbon intensity")));
    double[] known = Arrays.copyOf(values, length(values));
    for (int slot = 0; slot < known.length; slot++) {
      if (Double.isNaN(known[slot])) {
        throw new UnreadableFileException(
            file, "", "has no value for " + START.plusSeconds((long) slot * SECONDS));
      }
    }
    if (known.length <= BEFORE) {
      throw new UnreadableFileException(file, "", "ends before the year begins");
    }
    return known;
  }

  private List<double[]> production(String region) throws IOException {
    List<double[]> sums = new ArrayList<>();
    SOURCES.forEach(source -> sums.add(slots()));
    ReplayTables.read(
        mix(region),
        List.of("", "nuclear", "solar"),
        row -> {
          long seconds = ReplayTables.seconds(row, "", START);
          for (int i = 0; i < sums.size(); i++) {
            double sum = 0;
            for (String column : SOURCES.get(i)) {
              double power = row.number(column);
              sum += Double.isNaN(power) ? 0 : power;
            }
            put(sums.get(i), seconds, sum);
          }
        });
    return sums;
  }

  /** Rows between slots (some data come every quarter of an hour) are passed over. */
  private static void put(double[] values, long seconds, double value) {
    if (seconds >= 0 && seconds % SECONDS == 0 && seconds / SECONDS < values.length) {
      values[(int) (seconds / SECONDS)] = value;
    }
  }

  private static double[] slots() {
    double[] values = new double[LONGEST];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  private static int length(double[] values) {
    int length = values.length;
    while (length > 0 && Double.isNaN(values[length - 1])) {
      length--;
    }
    return length;
  }

  /** Gaps hold the last value before them; hourly data are such. */
  private static double[] held(double[] values, int length) {
    double[] held = new double[length];
    double last = 0;
    for (int slot = 0; slot < length; slot++) {
      last = slot < values.length && !Double.isNaN(values[slot]) ? values[slot] : last;
      held[slot] = last;
    }
    return held;
  }
}
