package org.skywatt.features.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.time.StepGrid;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.physical.PhysicalPower;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.FeatureRows;
import org.skywatt.features.schema.Schemas;

/**
 * Two weather models of a wind farm, each with random errors: "a" is much better than "z", whose
 * name would make it the first. Runs come every six hours and are known three hours later.
 */
class SourceJudgeTest {
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int DAYS = 14;
  private static final WindSite FARM =
      new WindSite(new SiteId("f"), "F", "demo", new Location(48, 9, 100), 1000, 100, 90, "V90");

  private final List<NwpSample> nwp = new ArrayList<>();
  private final List<NwpSample> near = new ArrayList<>();
  private final List<GenerationSample> readings = new ArrayList<>();

  private static Instant day(double days) {
    return START.plusSeconds(Math.round(86_400 * days));
  }

  private void record(long seed) {
    Random random = new Random(seed);
    double[] speeds = random.doubles(24 * DAYS + 72, 4, 11).toArray();
    for (int run = 0; run < 4 * DAYS; run++) {
      Instant init = day(run / 4.0);
      for (int lead = 0; lead <= 48; lead++) {
        Instant valid = init.plus(HOUR.multipliedBy(lead));
        double speed = speeds[6 * run + lead];
        nwp.add(sample("a", init, valid, speed + 0.3 * random.nextGaussian()));
        nwp.add(sample("z", init, valid, speed + 2 * random.nextGaussian()));
        near.add(sample("a", init, valid, speed + random.nextGaussian()));
        near.add(sample("z", init, valid, speed + random.nextGaussian()));
      }
    }
    List<NwpSample> truth = new ArrayList<>();
    for (int hour = 0; hour < 24 * DAYS; hour++) {
      truth.add(sample("truth", day(0), day(hour / 24.0), speeds[hour]));
    }
    SiteView known = history(truth, List.of()).at(day(DAYS));
    WeatherSteps weather = SiteSteps.once(known, StepGrid.of(HOUR)).weather();
    for (int hour = 1; hour < 24 * DAYS; hour++) {
      Instant end = day(hour / 24.0);
      double power = 1000 * PhysicalPower.of(weather, weather.grid().number(end));
      readings.add(new GenerationSample("f", end.minus(HOUR), end, end.plusSeconds(900), power, 0));
    }
  }

  private static NwpSample sample(String source, Instant init, Instant valid, double speed) {
    return sample(source, init, valid, init.plus(HOUR.multipliedBy(3)), speed);
  }

  private static NwpSample sample(
      String source, Instant init, Instant valid, Instant available, double speed) {
    float[] values = new float[Variable.COUNT];
    Arrays.fill(values, Float.NaN);
    values[Variable.WIND_U_100M.ordinal()] = (float) speed;
    values[Variable.WIND_V_100M.ordinal()] = 0;
    return new NwpSample("f", source, 0, init, valid, available, values);
  }

  private SiteHistory history(List<NwpSample> own, List<GenerationSample> metered) {
    return new SiteHistory(
        FARM, own, List.of(near), metered, List.of(), List.of(), List.of(), PhysicalPower::of);
  }

  private SiteHistory history() {
    return history(nwp, readings);
  }

  private static String first(SiteHistory history, Instant issueTime) {
    Instant valid = issueTime.plus(HOUR.multipliedBy(20));
    return history.at(issueTime).nwp().find(valid).orElseThrow().source();
  }

  private static List<Integer> bits(SiteHistory history, Instant issueTime) {
    float[] row =
        new FeatureRows(Schemas.WIND)
            .of(history.at(issueTime), new Issue(issueTime, HOUR, 36))
            .values();
    List<Integer> bits = new ArrayList<>();
    for (float value : row) {
      bits.add(Float.floatToRawIntBits(value));
    }
    return bits;
  }

  private List<NwpSample> kept(Predicate<NwpSample> which) {
    return nwp.stream().filter(which).toList();
  }

  @Test
  void theBetterOneIsFirstAsSoonAsItIsProved() {
    record(1);
    SiteHistory history = history();
    assertThat(first(history, day(3.5))).as("three days tell too little").isEqualTo("z");
    assertThat(history.at(day(3.5)).nwp().skill()).isEqualTo(SourceSkill.UNKNOWN);
    for (double day = 5; day < DAYS - 2; day += 0.25) {
      assertThat(first(history, day(day))).isEqualTo("a");
    }
    SiteView view = history.at(day(10));
    assertThat(view.nwp().skill().weight("a")).isGreaterThan(0.75);
    Instant valid = day(10.5);
    assertThat(view.nwp().listSources(valid).stream().map(NwpSample::source))
        .containsExactly("a", "z");
    assertThat(view.neighbours().get(0).find(valid).orElseThrow().source())
        .as("the same at the neighbours, where nothing is metered")
        .isEqualTo("a");
  }

  @Test
  void withoutReadingsOrASecondSourceNothingChanges() {
    record(2);
    assertThat(first(history(nwp, List.of()), day(10))).isEqualTo("z");
    List<NwpSample> one = kept(sample -> sample.source().equals("a"));
    SiteHistory unjudged =
        new SiteHistory(FARM, one, List.of(near), readings, List.of(), List.of());
    assertThat(bits(history(one, readings), day(10))).isEqualTo(bits(unjudged, day(10)));
  }

  /** The law: neither a late reading, nor a late run, nor what is still to come has a say. */
  @Property(tries = 6)
  void whatBecomesKnownLaterHasNoSay(@ForAll long seed) {
    nwp.clear();
    near.clear();
    readings.clear();
    record(seed);
    Random random = new Random(seed);
    Instant issue = day(9 + random.nextInt(8) / 8.0);
    List<NwpSample> runs = new ArrayList<>(nwp);
    List<GenerationSample> metered = new ArrayList<>();
    for (NwpSample each : nwp) {
      // As if "z" had been right all along, and "a" wrong.
      Instant late = issue.plusSeconds(1 + random.nextInt(3600));
      double speed = each.source().equals("a") ? 25 : each.get(Variable.WIND_U_100M);
      runs.add(sample(each.source(), each.initTime(), each.validTime(), late, speed));
    }
    for (GenerationSample each : readings) {
      boolean known = !each.availableAt().isAfter(issue);
      if (known) {
        metered.add(each);
      }
      metered.add(reading(each, issue.plusSeconds(1 + random.nextInt(3600)), 0));
    }
    Collections.shuffle(runs, random);
    Collections.shuffle(metered, random);
    SiteHistory before = history();
    SiteHistory after = history(runs, metered);
    assertThat(after.at(issue).nwp().skill()).isEqualTo(before.at(issue).nwp().skill());
    assertThat(bits(after, issue)).isEqualTo(bits(before, issue));
    // It does matter once it is known: this test can fail.
    Instant later = issue.plus(Duration.ofHours(25));
    assertThat(after.at(later).nwp().skill()).isNotEqualTo(before.at(later).nwp().skill());
  }

  private static GenerationSample reading(GenerationSample of, Instant available, double power) {
    return new GenerationSample(of.siteId(), of.start(), of.end(), available, power, of.flags());
  }

  /** A forecast reads nine days back, a training months: both must find the same. */
  @Test
  void nothingOlderThanWhatAForecastReadsHasASay() {
    record(3);
    Instant issue = day(12.9);
    Instant from = issue.minus(Duration.ofDays(9));
    SiteHistory read =
        history(
            kept(sample -> !sample.validTime().isBefore(from)),
            readings.stream().filter(each -> !each.end().isBefore(from)).toList());
    assertThat(bits(read, issue)).isEqualTo(bits(history(), issue));
    assertThat(read.at(issue).nwp().skill().weights()).hasSize(2);
  }

  @Test
  void whatIsBehindHelpsOutWhereTheBetterOneIsLate() {
    record(4);
    Instant stop = day(9.5);
    SiteHistory history =
        history(
            kept(sample -> sample.source().equals("z") || sample.initTime().isBefore(stop)),
            readings);
    assertThat(first(history, day(9.75))).isEqualTo("a");
    assertThat(first(history, day(9.875))).as("its run is twelve hours older").isEqualTo("a");
    assertThat(first(history, day(10.125))).isEqualTo("z");
  }

  @Test
  void aNewSourceIsNotFirstBeforeItIsProved() {
    record(5);
    List<NwpSample> runs =
        kept(sample -> sample.source().equals("a") || sample.initTime().isAfter(day(8)));
    SiteHistory history = history(runs, readings);
    assertThat(first(history, day(9))).isEqualTo("a");
    assertThat(history.at(day(9)).nwp().skill().weights()).containsOnlyKeys("a");
    assertThat(history.at(day(13)).nwp().skill().weights()).containsOnlyKeys("a", "z");
    assertThat(first(history, day(13))).isEqualTo("a");
  }
}
