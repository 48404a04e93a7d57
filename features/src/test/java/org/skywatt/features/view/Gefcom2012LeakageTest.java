package org.skywatt.features.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.Schemas;

/**
 * The as-of law on a real archive: farm 1 of GEFCom2012, forecasts by their own issue times (00 and
 * 12 UTC, 48 hours, a tenth of them missing) and hourly power known when its hour is over.
 */
class Gefcom2012LeakageTest {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyyMMddHH");
  private static final Instant FROM = Instant.parse("2010-06-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2010-09-01T00:00:00Z");
  private static final FeatureSchema SCHEMA = Schemas.WIND;
  private static final WindSite SITE =
      new WindSite(
          new SiteId("wf1"), "wf1", "gefcom", new Location(50, 10, 0), 1000, 80, 90, "unknown");

  private static List<NwpSample> nwp;
  private static List<GenerationSample> generation;

  @BeforeAll
  static void read() throws IOException {
    Path folder = Path.of(System.getProperty("skywatt.shared", "absent"), "gefcom2012_wind");
    assumeTrue(Files.isDirectory(folder), () -> "no reference data at " + folder);
    nwp = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(folder.resolve("windforecasts_wf1.csv.gz"))),
                StandardCharsets.UTF_8))) {
      lines.lines().skip(1).map(line -> line.split(",", -1)).forEach(Gefcom2012LeakageTest::addNwp);
    }
    generation = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(folder.resolve("train.csv"))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(Gefcom2012LeakageTest::addPower);
    }
  }

  private static void addNwp(String[] cells) {
    Instant issued = time(cells[0]);
    if (issued.isBefore(FROM) || !issued.isBefore(TO) || cells[2].isEmpty()) {
      return;
    }
    float[] values = new float[Variable.COUNT];
    Arrays.fill(values, Float.NaN);
    values[Variable.WIND_U_10M.ordinal()] = Float.parseFloat(cells[2]);
    values[Variable.WIND_V_10M.ordinal()] = Float.parseFloat(cells[3]);
    // The archive has 10 m alone: it stands for 100 m too, so that every formula reads something.
    values[Variable.WIND_U_100M.ordinal()] = Float.parseFloat(cells[2]);
    values[Variable.WIND_V_100M.ordinal()] = Float.parseFloat(cells[3]);
    Instant valid = issued.plus(Duration.ofHours(Integer.parseInt(cells[1])));
    nwp.add(new NwpSample("wf1", "gefcom2012", 0, issued, valid, issued, values));
  }

  private static void addPower(String[] cells) {
    Instant end = time(cells[0]);
    if (!end.isBefore(FROM) && end.isBefore(TO) && !cells[1].isEmpty()) {
      double kw = 1000 * Double.parseDouble(cells[1]);
      generation.add(new GenerationSample("wf1", end.minusSeconds(3600), end, end, kw, 0));
    }
  }

  private static Instant time(String text) {
    return LocalDateTime.parse(text, HOUR).toInstant(ZoneOffset.UTC);
  }

  private static List<Integer> bits(
      List<NwpSample> runs, List<GenerationSample> readings, Instant issueTime) {
    SiteView view =
        new SiteHistory(SITE, runs, List.of(runs, runs), readings, List.of(), List.of())
            .at(issueTime);
    Issue issue = new Issue(issueTime, Duration.ofHours(1), 36);
    List<Integer> bits = new ArrayList<>();
    for (int step = 0; step < issue.steps(); step++) {
      for (float value : SCHEMA.row(view, issue.interval(step))) {
        bits.add(Float.floatToRawIntBits(value));
      }
    }
    return bits;
  }

  private static List<Instant> issueTimes() {
    Random random = new Random(2012);
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      times.add(FROM.plus(Duration.ofMinutes(60L * 24 * 10 + random.nextInt(60 * 24 * 70))));
    }
    return times;
  }

  private static <T> List<T> each(List<T> records, UnaryOperator<T> change) {
    List<T> changed = new ArrayList<>();
    for (T record : records) {
      T other = change.apply(record);
      if (other != null) {
        changed.add(other);
      }
    }
    return changed;
  }

  private static NwpSample known(NwpSample sample, Instant availableAt, float factor) {
    float[] values = sample.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    return new NwpSample(
        sample.siteId(),
        sample.source(),
        sample.member(),
        sample.initTime(),
        sample.validTime(),
        availableAt,
        values);
  }

  private static GenerationSample known(GenerationSample sample, Instant availableAt, double add) {
    return new GenerationSample(
        sample.siteId(),
        sample.start(),
        sample.end(),
        availableAt,
        sample.powerKw() + add,
        sample.flags());
  }

  @Test
  void archivesWithAndWithoutTheFutureGiveTheSameBytes() {
    for (Instant time : issueTimes()) {
      List<Integer> expected = bits(nwp, generation, time);
      assertThat(
              bits(
                  each(nwp, it -> it.availableAt().isAfter(time) ? null : it),
                  each(generation, it -> it.availableAt().isAfter(time) ? null : it),
                  time))
          .as("without what came later than " + time)
          .isEqualTo(expected);
      assertThat(
              bits(
                  each(
                      nwp,
                      it -> it.availableAt().isAfter(time) ? known(it, it.availableAt(), -3) : it),
                  each(
                      generation,
                      it -> it.availableAt().isAfter(time) ? known(it, it.availableAt(), 99) : it),
                  time))
          .as("with other things later than " + time)
          .isEqualTo(expected);
    }
  }

  /** The test above can fail: let one late record in, and the bytes differ. */
  @Test
  void oneLateRecordIsCaught() {
    for (Instant time : issueTimes()) {
      List<Integer> expected = bits(nwp, generation, time);
      NwpSample run =
          nwp.stream()
              .filter(it -> it.availableAt().isAfter(time))
              .filter(it -> it.validTime().isBefore(time.plus(Duration.ofHours(30))))
              .findFirst()
              .orElseThrow();
      assertThat(bits(each(nwp, it -> it.equals(run) ? known(it, time, 1) : it), generation, time))
          .as("a run of " + run.initTime() + " known at " + time)
          .isNotEqualTo(expected);
      GenerationSample reading =
          generation.stream()
              .filter(it -> it.availableAt().isAfter(time))
              .findFirst()
              .orElseThrow();
      GenerationSample early =
          new GenerationSample(
              reading.siteId(),
              reading.start().minusSeconds(3600),
              reading.end().minusSeconds(3600),
              time,
              reading.powerKw() + 1,
              0);
      assertThat(bits(nwp, each(generation, it -> it.equals(reading) ? early : it), time))
          .as("the reading of " + reading.end() + " known at " + time)
          .isNotEqualTo(expected);
    }
  }
}
