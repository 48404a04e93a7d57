package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.skywatt.cli.pipeline.RecordedSites.Records;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.site.Site;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.FeatureRows;
import org.skywatt.features.schema.Schemas;
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
  private static final double HELD = 0.7;

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

  private static RecordedSites recorded;
  private static List<Site> sites;
  private static SiteModel model;
  private static Score full;

  @BeforeAll
  static void train() throws Exception {
    recorded = RecordedSites.read(World.get().home(), World.NOW);
    sites = recorded.sites("solar");
    List<TrainingRow> past = new ArrayList<>();
    for (Site site : sites) {
      SiteHistory history = recorded.history(site);
      FeatureRows features = new FeatureRows(Schemas.SOLAR);
      Instant last = ORIGIN.minus(Duration.ofHours(STEPS));
      for (Issue issue : Issue.every(World.TRAIN_FROM, last, HOUR.multipliedBy(5), steps(), HOUR)) {
        past.addAll(RecordedSites.rows(history, history.at(ORIGIN), issue, features));
      }
    }
    model = new SiteModelTrainer(ModelSize.SMALL.of(Recipes.SOLAR)).train(past);
    full = score((all, issueTime) -> all);
    full.tell("nothing", full);
  }

  private static Duration steps() {
    return HOUR.multipliedBy(STEPS);
  }

  private static Score score(Outage outage) {
    double crps = 0;
    double width = 0;
    long covered = 0;
    long n = 0;
    for (Site site : sites) {
      Records all = recorded.records(site);
      SiteView truth = recorded.history(site).at(World.NOW);
      Instant last = World.NOW.minus(steps());
      for (Issue issue : Issue.every(ORIGIN, last, HOUR.multipliedBy(11), steps(), HOUR)) {
        Instant at = issue.issueTime();
        SiteHistory left =
            recorded.history(site, recent(all, at), records -> outage.at(records, at));
        FeatureRows features = new FeatureRows(Schemas.SOLAR);
        List<TrainingRow> rows = RecordedSites.rows(left, truth, issue, features);
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

  /** Without skill it would be the first, by its name. */
  @Test
  void aMuchWorseWeatherModelBesideCostsNothing() {
    Score score =
        score(
            (all, at) ->
                new Records(
                    Stream.concat(all.nwp().stream(), all.nwp().stream().map(OutageTest::muchWorse))
                        .toList(),
                    all.satellite(),
                    all.generation()));
    score.tell("a worse weather model is first by name", full);
    assertThat(score.crps()).isCloseTo(full.crps(), withinPercentage(1));
  }

  /** Of another source, whose clouds are drawn anew every six hours. */
  private static NwpSample muchWorse(NwpSample sample) {
    long drawn = sample.initTime().getEpochSecond() + sample.validTime().getEpochSecond() / 21_600;
    float[] values = sample.values().clone();
    values[Variable.GHI.ordinal()] *= 0.3f + new Random(drawn).nextFloat();
    return new NwpSample(
        sample.siteId(),
        "worse",
        sample.member(),
        sample.initTime(),
        sample.validTime(),
        sample.availableAt(),
        values);
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
    Score none = score((all, at) -> all.nwp(sample -> false));
    assertThat(score.crps()).isCloseTo(none.crps(), withinPercentage(2));
    assertThat(score.width80()).isCloseTo(none.width80(), withinPercentage(2));
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
