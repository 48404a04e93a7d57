package org.skywatt.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.skywatt.core.run.EnergyTier;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.RunFileWriter;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.site.SiteId;

/** Callers with keys, no limit on rates, and a run of many sites of one organisation. */
public class BenchmarkWorld extends ClosedWorld {
  static final int SITES = Integer.getInteger("skywatt.benchmark.sites", 10_000);
  private static final int STEPS = 96;

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(super.start());
    settings.put("skywatt.requests-per-minute", "1000000000");
    settings.put("skywatt.requests-in-flight", "100000");
    try {
      publishMany();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings;
  }

  /** Replaces the newest run by one of {@link #SITES} sites. */
  static void publishMany() throws IOException {
    RunHeader header =
        new RunHeader(
            RunHeader.stamp(ISSUE.plusSeconds(60)),
            ISSUE.plusSeconds(60),
            ISSUE,
            1800,
            STEPS,
            LEVELS,
            "forest-7",
            5321.5,
            EnergyTier.MODELLED,
            ISSUE.plusSeconds(3600),
            "CC-BY-4.0");
    double[] mean = new double[STEPS];
    double[][] quantiles = new double[STEPS][LEVELS.size()];
    Path file = published().resolve("runs").resolve(header.runId() + ".arrow");
    try (RunFileWriter writer = RunFileWriter.create(file, header)) {
      for (int site = 0; site < SITES; site++) {
        for (int step = 0; step < STEPS; step++) {
          double middle = 0.5 + 0.3 * Math.sin((site + step) / 7.0);
          mean[step] = middle;
          for (int level = 0; level < LEVELS.size(); level++) {
            quantiles[step][level] = middle + 0.03 * (level - 3);
          }
        }
        String id = String.format(Locale.ROOT, "site-%07d", site);
        RunSite about =
            new RunSite(
                new SiteId(id),
                "Nordlicht",
                1000 + site % 977,
                1000 + site % 977,
                InputTier.FULL,
                EnumSet.noneOf(StaleInput.class));
        writer.add(SiteForecast.of(about, LEVELS, mean, quantiles));
      }
      writer.commit();
    }
  }
}
