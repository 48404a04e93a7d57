package org.skywatt.serving;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.EnergyTier;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.RunFileWriter;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.site.SiteId;

/**
 * A real PostgreSQL and a published folder of three sites: a wind farm and two solar plants, half
 * an hour a step, 48 hours, issued at 06:00. One solar plant misses its satellite and one step.
 */
public class World implements QuarkusTestResourceLifecycleManager {
  public static final Instant ISSUE = Instant.parse("2026-06-01T06:00:00Z");
  static final QuantileLevels LEVELS = QuantileLevels.of(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95);
  static final int STEPS = 96;

  private static final String SITES =
      """
      [{"id":"alpen-pv","name":"Alpen solar park","organisation":"Nordlicht","technology":"solar",
        "latitude":46.8,"longitude":8.3,"elevationM":1450,"capacityKw":5000,"dcCapacityKw":6000,
        "tiltDeg":30,"azimuthDeg":180},
       {"id":"tal-pv","name":"Tal solar park","organisation":"Nordlicht","technology":"solar",
        "latitude":46.9,"longitude":8.4,"elevationM":450,"capacityKw":2000,"dcCapacityKw":2400,
        "axisAzimuthDeg":0,"maxAngleDeg":55,"groundCoverRatio":0.35},
       {"id":"kamm-wind","name":"Kamm wind farm","organisation":"Südwind","technology":"wind",
        "latitude":47.1,"longitude":8.1,"elevationM":900,"capacityKw":12000,"hubHeightM":110,
        "rotorDiameterM":120,"turbine":"V120-2.2"},
       {"id":"new-wind","name":"New wind farm","organisation":"Südwind","technology":"wind",
        "latitude":47.2,"longitude":8.2,"elevationM":900,"capacityKw":3000,"hubHeightM":110,
        "rotorDiameterM":120,"turbine":"V120-2.2"},
       {"id":"Bad Id","name":"x","organisation":"x","technology":"wind"}]
      """;

  private static final String CARD =
      """
      {"id":"solar-20260601t000000z","technology":"solar","recipe":"solar","fitUntil":"2026-06-01T00:00:00Z",
       "snapshotIds":{"generation":17},"sites":["alpen-pv","kamm-wind","gone"],"rows":1000,"sizeBytes":1000000,
       "joules":288.5,"energyTier":"modelled","joulesPerForecast":5e-5,"licence":"none needed","simulated":true}
      """;

  private static Path published;
  private TestDatabase database;

  @Override
  public Map<String, String> start() {
    try {
      database = TestDatabase.start();
      published = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "published");
      Files.createDirectory(published.resolve("runs"));
      Files.writeString(published.resolve("sites.json"), SITES);
      Files.createDirectory(published.resolve("models"));
      Files.writeString(published.resolve("models/solar-20260601t000000z.json"), CARD);
      Files.writeString(published.resolve("models/damaged.json"), "{\"id\":");
      Files.writeString(published.resolve("models/empty.json"), "{}");
      publish(ISSUE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "quarkus.datasource.jdbc.url",
        database.url(),
        "quarkus.datasource.username",
        "postgres",
        "quarkus.datasource.password",
        "postgres",
        "skywatt.published",
        published.toString(),
        "skywatt.simulated",
        "true",
        "skywatt.open",
        Boolean.toString(open()));
  }

  /** Whether nobody has to sign in. */
  boolean open() {
    return true;
  }

  @Override
  public void stop() {
    try {
      database.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder that the service reads. */
  static Path published() {
    return published;
  }

  static Path publish(Instant issue) throws IOException {
    RunHeader header =
        new RunHeader(
            RunHeader.stamp(issue),
            issue,
            issue,
            1800,
            STEPS,
            LEVELS,
            "forest-7",
            5321.5,
            EnergyTier.MODELLED,
            issue.plusSeconds(3600),
            "CC-BY-4.0");
    Path file = published.resolve("runs").resolve(header.runId() + ".arrow");
    try (RunFileWriter writer = RunFileWriter.create(file, header)) {
      writer.add(solar(header, "alpen-pv", 5000, InputTier.FULL, Set.of(), -1));
      writer.add(wind(header));
      writer.add(
          solar(header, "tal-pv", 2000, InputTier.NO_SATELLITE, Set.of(StaleInput.SATELLITE), 20));
      writer.commit();
    }
    return file;
  }

  private static SiteForecast solar(
      RunHeader header,
      String id,
      double capacityKw,
      InputTier tier,
      Set<StaleInput> stale,
      int missingStep) {
    double[] mean = new double[STEPS];
    double[][] quantiles = new double[STEPS][];
    for (int step = 0; step < STEPS; step++) {
      double hour = (header.interval(step).middle().getEpochSecond() % 86400) / 3600.0;
      double sun = Math.max(0, Math.sin((hour - 5) / 14 * Math.PI)) * 0.75;
      double spread = 0.05 + 0.35 * step / STEPS;
      fill(mean, quantiles, step, sun, sun * spread, step == missingStep);
    }
    return forecast(id, "Nordlicht", capacityKw, tier, stale, mean, quantiles);
  }

  private static SiteForecast wind(RunHeader header) {
    double[] mean = new double[STEPS];
    double[][] quantiles = new double[STEPS][];
    for (int step = 0; step < header.steps(); step++) {
      double wind = 0.45 + 0.3 * Math.sin(step / 11.0) + 0.08 * Math.sin(step / 2.3);
      fill(mean, quantiles, step, wind, 0.04 + 0.2 * Math.sqrt(step / (double) STEPS), false);
    }
    return forecast("kamm-wind", "Südwind", 12000, InputTier.FULL, Set.of(), mean, quantiles);
  }

  private static void fill(
      double[] mean, double[][] quantiles, int step, double middle, double sigma, boolean gap) {
    double[] normal = {-1.645, -1.282, -0.674, 0, 0.674, 1.282, 1.645};
    quantiles[step] = new double[normal.length];
    for (int i = 0; i < normal.length; i++) {
      double value = Math.min(1, Math.max(0, middle + sigma * normal[i]));
      quantiles[step][i] = gap ? Double.NaN : value;
    }
    mean[step] = Arrays.stream(quantiles[step]).average().orElseThrow();
  }

  private static SiteForecast forecast(
      String id,
      String organisation,
      double capacityKw,
      InputTier tier,
      Set<StaleInput> stale,
      double[] mean,
      double[][] quantiles) {
    Set<StaleInput> inputs = EnumSet.noneOf(StaleInput.class);
    inputs.addAll(stale);
    return SiteForecast.of(
        new RunSite(new SiteId(id), organisation, capacityKw, capacityKw, tier, inputs),
        LEVELS,
        mean,
        quantiles);
  }
}
