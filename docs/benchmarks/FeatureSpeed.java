import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.skywatt.core.sample.CloudOutlook;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.sample.Surroundings;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.FeatureColumns;
import org.skywatt.features.schema.FeatureRows;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.view.SiteHistory;

/**
 * Feature rows a CPU-second of one thread: a solar site, hourly issues, 48 hourly leads, runs of a
 * weather model every six hours, scans every quarter of an hour. Arguments: days, repetitions.
 *
 * <p>java -cp core/target/classes:features/target/classes docs/benchmarks/FeatureSpeed.java 60 5
 */
public final class FeatureSpeed {
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int LEADS = 48;

  public static void main(String[] args) {
    int days = Integer.parseInt(args[0]);
    int repetitions = Integer.parseInt(args[1]);
    for (int i = 0; i < repetitions; i++) {
      double start = cpuSeconds();
      SiteHistory history = history(days, new Random(i));
      double built = cpuSeconds();
      double sum = 0;
      long rows = 0;
      FeatureSchema schema = Schemas.SOLAR;
      FeatureRows features = new FeatureRows(schema);
      for (int hour = 9 * 24; hour < (days - 3) * 24; hour++) {
        Issue issue = new Issue(START.plus(HOUR.multipliedBy(hour)), HOUR, LEADS);
        FeatureColumns columns = features.of(history.at(issue.issueTime()), issue);
        sum += columns.get(0, 0);
        rows += columns.steps();
      }
      double seconds = cpuSeconds() - built;
      System.out.printf(
          "%d features, %d rows: %.0f rows a CPU-second (records made in %.1f s) %.0f%n",
          schema.size(), rows, rows / seconds, built - start, sum);
    }
  }

  private static SiteHistory history(int days, Random random) {
    SolarSite site =
        new SolarSite(
            new SiteId("a"), "A", "a", new Location(48, 9, 400), 1000, 1200, new Mount.Fixed(30, 180));
    List<NwpSample> nwp = new ArrayList<>();
    for (int run = 0; run < 4 * days; run++) {
      Instant init = START.plus(Duration.ofHours(6L * run));
      for (int step = 0; step <= 60; step++) {
        float[] values = new float[Variable.COUNT];
        for (int i = 0; i < values.length; i++) {
          values[i] = random.nextFloat();
        }
        values[Variable.GHI.ordinal()] = 800 * random.nextFloat();
        values[Variable.TEMPERATURE_2M.ordinal()] = 280 + 20 * random.nextFloat();
        nwp.add(
            new NwpSample(
                "a", "m", 0, init, init.plus(HOUR.multipliedBy(step)), init.plus(HOUR.multipliedBy(4)), values));
      }
    }
    List<GenerationSample> generation = new ArrayList<>();
    for (int hour = 1; hour <= 24 * days; hour++) {
      Instant end = START.plus(HOUR.multipliedBy(hour));
      generation.add(
          new GenerationSample(
              "a", end.minus(HOUR), end, end.plusSeconds(900), 1000 * random.nextDouble(), 0));
    }
    List<SatelliteSample> scans = new ArrayList<>();
    for (int scan = 0; scan < 96 * days; scan++) {
      Instant time = START.plusSeconds(900L * scan);
      scans.add(
          new SatelliteSample(
              "a", "s", time, time.plusSeconds(600), random.nextFloat(), floats(Surroundings.COUNT, random),
              new CloudOutlook(
                  floats(CloudOutlook.LEADS, random), floats(CloudOutlook.LEADS, random), 5, 5, 1, 0, 0, 0)));
    }
    return new SiteHistory(site, nwp, List.of(), generation, scans, List.of());
  }

  private static float[] floats(int count, Random random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }

  private static double cpuSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }
}
