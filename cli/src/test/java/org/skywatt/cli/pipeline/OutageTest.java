package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.skywatt.cli.Sessions;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.site.Neighbours;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.core.time.Interval;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.job.Columns;
import org.skywatt.features.job.Histories;
import org.skywatt.features.job.RowSamples;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.FeatureRows;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.tier.InputTiers;
import org.skywatt.features.view.KnownTerrain;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.features.view.SiteView;
import org.skywatt.models.score.Pinball;
import org.skywatt.models.train.ModelSize;
import org.skywatt.models.train.Recipes;
import org.skywatt.models.train.SiteModel;
import org.skywatt.models.train.SiteModelTrainer;
import org.skywatt.models.train.TrainingRow;

/**
 * A model that learned with all inputs, and with some masked, forecasts the simulated world's last
 * week while inputs are out: what that costs, and whether its bands still hold.
 */
class OutageTest {
  private static final Instant ORIGIN = World.NOW.minus(Duration.ofDays(7));
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int STEPS = 12;

  /** What the 80% band holds of this week in any outage; a week is known within some points. */
  private static final double HELD = 0.68;

  /** What was recorded of a site, in part. */
  private record Records(
      List<NwpSample> nwp, List<SatelliteSample> satellite, List<GenerationSample> generation) {
    Records nwp(Predicate<NwpSample> kept) {
      return new Records(nwp.stream().filter(kept).toList(), satellite, generation);
    }

    Records satellite(Predicate<SatelliteSample> kept) {
      return new Records(nwp, satellite.stream().filter(kept).toList(), generation);
    }

    Records generation(Predicate<GenerationSample> kept) {
      return new Records(nwp, satellite, generation.stream().filter(kept).toList());
    }
  }

  /** What is left of the records of a site for a forecast at {@code issueTime}. */
  @FunctionalInterface
  private interface Outage {
    Records at(Records all, Instant issueTime);
  }

  /** Of daylight steps: fractions of capacity. */
  private record Score(double crps, double coverage80, double width80, long n) {
    void tell(String outage, Score full) {
      System.out.printf(
          Locale.ROOT,
          "SIMULATED outage | %s | %.2f%% (%+.0f%%) | %.1f%% | %+.0f%% | %d%n",
          outage,
          100 * crps,
          100 * (crps / full.crps - 1),
          100 * coverage80,
          100 * (width80 / full.width80 - 1),
          n);
    }
  }

  private static final Map<String, List<NwpSample>> NWP = new HashMap<>();
  private static final Map<String, List<SatelliteSample>> SATELLITE = new HashMap<>();
  private static final Map<String, List<GenerationSample>> GENERATION = new HashMap<>();
  private static final Map<String, List<KnownTerrain>> TERRAIN = new HashMap<>();

  private static List<Site> sites;
  private static Map<String, List<String>> neighbours;
  private static SiteModel model;
  private static Score full;

  @BeforeAll
  static void train() throws Exception {
    try (SparkSession spark = Sessions.open(World.get().home())) {
      List<Site> all = new Histories(spark, Namespace.LIVE).sites(World.NOW);
      neighbours = Neighbours.of(all);
      sites = all.stream().filter(site -> site.technology().equals("solar")).toList();
      for (Columns row : rows(spark, Table.NWP_SAMPLES)) {
        add(NWP, RowSamples.nwp(row).siteId(), RowSamples.nwp(row));
      }
      for (Columns row : rows(spark, Table.SATELLITE_SAMPLES)) {
        add(SATELLITE, RowSamples.satellite(row).siteId(), RowSamples.satellite(row));
      }
      for (Columns row : rows(spark, Table.GENERATION)) {
        add(GENERATION, RowSamples.generation(row).siteId(), RowSamples.generation(row));
      }
      for (Columns row : rows(spark, Table.TERRAIN)) {
        KnownTerrain known =
            new KnownTerrain(
                (String) row.get("source"),
                (Instant) row.get("available_at"),
                RowSamples.terrain(row));
        add(TERRAIN, known.sample().siteId(), known);
      }
    }
    List<TrainingRow> past = new ArrayList<>();
    for (Site site : sites) {
      SiteHistory history = history(site, records(site), records -> records);
      Instant last = ORIGIN.minus(Duration.ofHours(STEPS));
      for (Issue issue : Issue.every(World.TRAIN_FROM, last, HOUR.multipliedBy(5), steps(), HOUR)) {
        past.addAll(rows(history, history.at(ORIGIN), issue));
      }
    }
    model = new SiteModelTrainer(ModelSize.SMALL.of(Recipes.SOLAR)).train(past);
    full = score((all, issueTime) -> all);
    full.tell("nothing", full);
  }

  private static Duration steps() {
    return HOUR.multipliedBy(STEPS);
  }

  private static List<Columns> rows(SparkSession spark, Table table) {
    List<Columns> rows = new ArrayList<>();
    for (Row row : spark.table(Namespace.LIVE.qualified(table)).collectAsList()) {
      rows.add(Columns.of(row));
    }
    return rows;
  }

  private static <T> void add(Map<String, List<T>> bySite, String id, T sample) {
    bySite.computeIfAbsent(id, unused -> new ArrayList<>()).add(sample);
  }

  private static Records records(Site site) {
    String id = site.id().value();
    return new Records(
        NWP.get(id), SATELLITE.getOrDefault(id, List.of()), GENERATION.getOrDefault(id, List.of()));
  }

  /** The same outage of the weather model befalls the neighbours. */
  private static SiteHistory history(Site site, Records own, UnaryOperator<Records> outage) {
    String id = site.id().value();
    List<List<NwpSample>> around = new ArrayList<>();
    for (String neighbour : neighbours.get(id)) {
      List<NwpSample> known = NWP.getOrDefault(neighbour, List.of());
      around.add(outage.apply(new Records(known, List.of(), List.of())).nwp());
    }
    Records left = outage.apply(own);
    return new SiteHistory(
        site,
        left.nwp(),
        around,
        left.generation(),
        left.satellite(),
        TERRAIN.getOrDefault(id, List.of()),
        List.of());
  }

  private static List<TrainingRow> rows(SiteHistory history, SiteView truth, Issue issue) {
    SiteView view = history.at(issue.issueTime());
    FeatureRows features = new FeatureRows(Schemas.SOLAR);
    List<TrainingRow> rows = new ArrayList<>();
    for (int step = 0; step < issue.steps(); step++) {
      Interval interval = issue.interval(step);
      double power = truth.generation().fraction(interval.end());
      rows.add(
          new TrainingRow(
              history.site().id().value(),
              issue.issueTime(),
              interval.end(),
              InputTiers.of(view, interval),
              view.sun().over(interval).night(),
              features.row(view, interval),
              power,
              power));
    }
    return rows;
  }

  private static Score score(Outage outage) {
    double crps = 0;
    double width = 0;
    long covered = 0;
    long n = 0;
    for (Site site : sites) {
      Records all = records(site);
      SiteView truth = history(site, all, records -> records).at(World.NOW);
      Instant last = World.NOW.minus(steps());
      for (Issue issue : Issue.every(ORIGIN, last, HOUR.multipliedBy(11), steps(), HOUR)) {
        Instant at = issue.issueTime();
        SiteHistory left = history(site, recent(all, at), records -> outage.at(records, at));
        List<TrainingRow> rows = rows(left, truth, issue);
        double[][] percentiles = model.percentiles(rows);
        for (int i = 0; i < percentiles.length; i++) {
          double power = rows.get(i).truth();
          if (!rows.get(i).sunDown() && !Double.isNaN(power)) {
            crps += Pinball.crps(percentiles[i], power);
            width += percentiles[i][89] - percentiles[i][9];
            covered += power >= percentiles[i][9] && power <= percentiles[i][89] ? 1 : 0;
            n++;
          }
        }
      }
    }
    return new Score(crps / n, (double) covered / n, width / n, n);
  }

  /** Nothing older than a forecast looks back. */
  private static Records recent(Records all, Instant issueTime) {
    Instant from = issueTime.minus(Duration.ofDays(10));
    return all.nwp(sample -> sample.validTime().isAfter(from))
        .satellite(sample -> sample.scanTime().isAfter(from))
        .generation(sample -> sample.end().isAfter(from));
  }

  private static Score outage(String name, Outage outage) {
    Score score = score(outage);
    score.tell(name, full);
    assertThat(score.n()).isEqualTo(full.n()).isGreaterThan(400);
    // The hours of a day miss together, and a week is short: this is told within wide limits.
    assertThat(score.coverage80()).as(name).isBetween(HELD, 0.97);
    assertThat(score.crps()).as(name).isGreaterThan(0.95 * full.crps());
    return score;
  }

  @Test
  void threeHoursWithoutSatelliteCostLittle() {
    Score score =
        outage(
            "no satellite for 3 h",
            (all, at) ->
                all.satellite(scan -> scan.scanTime().isBefore(at.minus(Duration.ofHours(3)))));
    assertThat(score.crps()).isLessThan(1.3 * full.crps());
    assertThat(score.width80()).isGreaterThan(0.99 * full.width80());
  }

  @Test
  void aRunLateCostsLittle() {
    Score score =
        outage(
            "NWP a run late",
            (all, at) -> {
              Instant newest =
                  all.nwp().stream()
                      .filter(sample -> !sample.availableAt().isAfter(at))
                      .map(NwpSample::initTime)
                      .max(Instant::compareTo)
                      .orElse(at);
              return all.nwp(sample -> sample.initTime().isBefore(newest));
            });
    assertThat(score.crps()).isLessThan(1.2 * full.crps());
  }

  @Test
  void withoutAnyWeatherModelTheBandsAreMuchWider() {
    Score score = outage("no NWP", (all, at) -> all.nwp(sample -> false));
    assertThat(score.crps()).isBetween(1.2 * full.crps(), 4 * full.crps());
    assertThat(score.width80()).isGreaterThan(1.4 * full.width80());
  }

  @Test
  void aWeekWithoutReadingsCostsLittle() {
    Score score =
        outage(
            "no generation for a week",
            (all, at) -> all.generation(each -> each.end().isBefore(at.minus(Duration.ofDays(7)))));
    assertThat(score.crps()).isLessThan(1.4 * full.crps());
  }

  /** A run without radiation counts as none. */
  @Test
  void aVariableThatIsAbsentCostsAsMuchAsTheWholeWeatherModel() {
    Score score =
        outage(
            "GHI absent from NWP",
            (all, at) ->
                new Records(
                    all.nwp().stream().map(OutageTest::withoutGhi).toList(),
                    all.satellite(),
                    all.generation()));
    assertThat(score).isEqualTo(score((all, at) -> all.nwp(sample -> false)));
  }

  private static NwpSample withoutGhi(NwpSample sample) {
    float[] values = sample.values().clone();
    values[Variable.GHI.ordinal()] = Float.NaN;
    return new NwpSample(
        sample.siteId(),
        sample.source(),
        sample.member(),
        sample.initTime(),
        sample.validTime(),
        sample.availableAt(),
        values);
  }

  /** As if an image of zeros had passed every check: a cloudless world, which is never flagged. */
  @Test
  void anImageOfZerosMisleadsLittle() {
    Score score =
        outage(
            "images of 3 h are zero-filled",
            (all, at) ->
                new Records(
                    all.nwp(),
                    all.satellite().stream()
                        .map(
                            s -> s.scanTime().isBefore(at.minus(Duration.ofHours(3))) ? s : zero(s))
                        .toList(),
                    all.generation()));
    assertThat(score.crps()).isLessThan(1.6 * full.crps());
  }

  private static SatelliteSample zero(SatelliteSample scan) {
    float[] surroundings = new float[scan.surroundings().length];
    Arrays.fill(surroundings, 0);
    return new SatelliteSample(
        scan.siteId(), scan.source(), scan.scanTime(), scan.availableAt(), 0, surroundings);
  }
}
