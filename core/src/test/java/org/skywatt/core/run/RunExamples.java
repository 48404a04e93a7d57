package org.skywatt.core.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.site.SiteId;

/** Small runs for the tests of this package. */
final class RunExamples {
  static final QuantileLevels LEVELS = QuantileLevels.of(0.1, 0.5, 0.9);
  static final Instant ISSUE = Instant.parse("2026-03-29T00:00:00Z");

  private RunExamples() {}

  static RunHeader header() {
    return header(4);
  }

  static RunHeader header(int steps) {
    return new RunHeader(
        "20260329T000000Z-test",
        ISSUE,
        ISSUE,
        1800,
        steps,
        LEVELS,
        "forest 7",
        123.456,
        EnergyTier.MODELLED,
        ISSUE.plusSeconds(3600),
        "CC-BY-4.0 ©");
  }

  /** Sites s0000, s0001 …; every seventh has step 1 missing. */
  static List<SiteForecast> sites(int count, int steps) {
    List<SiteForecast> sites = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sites.add(site(String.format("s%04d", i), steps, i));
    }
    return sites;
  }

  static SiteForecast site(String id, int steps, int seed) {
    Random random = new Random(seed);
    double capacity = 1000 + seed;
    double available = seed % 3 == 0 ? capacity : capacity * random.nextDouble();
    Set<StaleInput> stale =
        seed % 2 == 0 ? EnumSet.noneOf(StaleInput.class) : EnumSet.of(StaleInput.SATELLITE);
    RunSite site =
        new RunSite(
            new SiteId(id),
            "Zürich Energie " + seed % 5,
            capacity,
            available,
            InputTier.values()[seed % 5],
            stale);
    double[] mean = new double[steps];
    double[][] quantiles = new double[steps][LEVELS.size()];
    for (int step = 0; step < steps; step++) {
      double[] q = random.doubles(3, 0, available / capacity).sorted().toArray();
      boolean missing = seed % 7 == 0 && step == 1;
      mean[step] = missing ? Double.NaN : q[1];
      quantiles[step] = missing ? new double[] {Double.NaN, Double.NaN, Double.NaN} : q;
    }
    return SiteForecast.of(site, LEVELS, mean, quantiles);
  }

  static Path write(Path file, RunHeader header, List<SiteForecast> sites, int batch)
      throws IOException {
    try (RunFileWriter writer = RunFileWriter.create(file, header, batch)) {
      for (SiteForecast each : sites) {
        writer.add(each);
      }
      writer.commit();
    }
    return file;
  }
}
