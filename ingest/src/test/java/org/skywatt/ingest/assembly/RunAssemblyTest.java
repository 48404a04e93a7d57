package org.skywatt.ingest.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.variable.TimeMeaning;
import org.skywatt.core.variable.Variable;
import org.skywatt.ingest.file.Reasons;
import org.skywatt.ingest.meaning.Quantity;

class RunAssemblyTest {
  private static final Instant INIT = Instant.parse("2026-11-18T06:00:00Z");
  private static final RunKey RUN = new RunKey("test", INIT, 0);
  private static final List<WindSite> SITES =
      List.of(
          new WindSite(
              new SiteId("a"), "a", "demo", new Location(50, 8, 100), 1000, 80, 90, "any"));
  private static final float[] EAST_AND_NORTH = {};

  private final List<SampledField> fields = new ArrayList<>();
  private final Reasons reasons = new Reasons();

  private void add(Quantity quantity, double heightM, int step, float... values) {
    fields.add(
        new SampledField(
            RUN,
            quantity,
            heightM,
            0,
            TimeMeaning.INSTANT,
            hour(step),
            hour(step),
            values,
            EAST_AND_NORTH));
  }

  private void add(Quantity quantity, TimeMeaning time, int from, int to, float value) {
    fields.add(
        new SampledField(
            RUN,
            quantity,
            Double.NaN,
            0,
            time,
            hour(from),
            hour(to),
            new float[] {value},
            EAST_AND_NORTH));
  }

  private static Instant hour(int hour) {
    return INIT.plusSeconds(3600L * hour);
  }

  private List<NwpSample> rows() {
    RunAssembly assembly = new RunAssembly(RUN, SITES);
    fields.forEach(assembly::add);
    return assembly.rows(INIT.plusSeconds(4 * 3600), reasons);
  }

  private float only(Variable variable) {
    List<NwpSample> rows = rows();
    assertThat(rows).hasSize(1);
    return rows.get(0).get(variable);
  }

  /** Two files of GFS: averages of 6-hour buckets, precipitation since the start beside hourly. */
  @Test
  void takesBucketsInAnyOrder() {
    float[] hourly = {100, 200, 300, 400, 500, 450, 320, 0};
    for (int end = 1; end <= hourly.length; end++) {
      int start = end <= 6 ? 0 : 6;
      float sum = 0;
      for (int hour = start; hour < end; hour++) {
        sum += hourly[hour];
      }
      add(Quantity.GHI, TimeMeaning.MEAN, start, end, sum / (end - start));
      add(Quantity.PRECIPITATION, TimeMeaning.SUM, 0, end, end * 7.2f);
      add(Quantity.PRECIPITATION, TimeMeaning.SUM, end - 1, end, 7.2f);
    }
    Collections.shuffle(fields, new Random(3));
    List<NwpSample> rows = rows();
    assertThat(rows).extracting(NwpSample::validTime).isSorted().hasSize(hourly.length);
    for (int i = 0; i < hourly.length; i++) {
      assertThat(rows.get(i).get(Variable.GHI)).isCloseTo(hourly[i], within(0.001f));
      assertThat(rows.get(i).get(Variable.PRECIPITATION)).isCloseTo(0.002f, within(1e-6f));
      assertThat(rows.get(i).availableAt()).isEqualTo(INIT.plusSeconds(4 * 3600));
    }
    assertThat(reasons.list()).isEmpty();
  }

  @Test
  void leavesOutWhatFallsButForgivesRounding() {
    add(Quantity.GHI, TimeMeaning.SUM, 0, 1, 3_600_000);
    add(Quantity.GHI, TimeMeaning.SUM, 0, 2, 3_599_000);
    add(Quantity.GHI, TimeMeaning.SUM, 0, 3, 1_800_000);
    assertThat(rows())
        .extracting(row -> row.get(Variable.GHI))
        .containsExactly(1000f, 0f); // hour 3 has nothing left to tell
    assertThat(reasons.list()).singleElement().asString().contains("as if it began anew");
  }

  @Test
  void neverPutsALongMeanInPlaceOfAShortOne() {
    for (int step = 1; step <= 5; step++) {
      if (step != 3) {
        add(Quantity.TEMPERATURE_2M, Double.NaN, step, 280);
        add(Quantity.GHI, TimeMeaning.SUM, 0, step, step * 360_000);
      }
    }
    assertThat(rows())
        .extracting(row -> row.get(Variable.GHI))
        .containsExactly(100f, 100f, Float.NaN, 100f);
    assertThat(reasons.list()).singleElement().asString().contains("no step of the run");
  }

  @Test
  void turnsWindAlongTheGridToEastAndNorth() {
    // The grid's north points 30° clockwise of true north: v = 10 along it blows to 30°.
    for (Quantity quantity : List.of(Quantity.WIND_U, Quantity.WIND_V)) {
      fields.add(
          new SampledField(
              RUN,
              quantity,
              10,
              0,
              TimeMeaning.INSTANT,
              hour(1),
              hour(1),
              new float[] {quantity == Quantity.WIND_V ? 10 : 0},
              new float[] {30}));
    }
    NwpSample row = rows().get(0);
    assertThat(row.get(Variable.WIND_U_10M)).isCloseTo(5, within(1e-5f));
    assertThat(row.get(Variable.WIND_V_10M)).isCloseTo(8.660254f, within(1e-5f));
  }

  @Test
  void takesDirectionsApartAtThePointsOfTheGrid() {
    // North-westerly and north-easterly of 8 m/s at two points of equal weight: northerly between,
    // weaker than both. The mean of 315° and 45° would be a southerly.
    add(Quantity.WIND_SPEED, 10, 1, 4, 4, 0, 0);
    add(Quantity.WIND_DIRECTION, 10, 1, 315, 45, 0, 0);
    NwpSample row = rows().get(0);
    assertThat(row.get(Variable.WIND_U_10M)).isCloseTo(0, within(1e-5f));
    assertThat(row.get(Variable.WIND_V_10M)).isCloseTo(-5.656854f, within(1e-5f));
  }

  @Test
  void findsWindAtTheHubBetweenLevels() {
    add(Quantity.WIND_U, 10, 1, 5);
    add(Quantity.WIND_V, 10, 1, -1);
    add(Quantity.WIND_U, 100, 1, 8);
    add(Quantity.WIND_V, 100, 1, -4);
    NwpSample row = rows().get(0);
    // ln(80 / 10) / ln(100 / 10) = 0.90309
    assertThat(row.get(Variable.WIND_U_HUB)).isCloseTo(7.70927f, within(1e-5f));
    assertThat(row.get(Variable.WIND_V_HUB)).isCloseTo(-3.70927f, within(1e-5f));
    assertThat(row.get(Variable.WIND_U_100M)).isEqualTo(8);
  }

  /** ICON's levels follow the terrain: altitudes of their faces less that of the ground. */
  @Test
  void findsWindAtTheHubBetweenModelLevels() {
    addLevel(Quantity.OROGRAPHY, 0, 300);
    addLevel(Quantity.LEVEL_ALTITUDE, 63, 410);
    addLevel(Quantity.LEVEL_ALTITUDE, 64, 350);
    addLevel(Quantity.LEVEL_ALTITUDE, 65, 330);
    for (Quantity quantity : List.of(Quantity.WIND_U, Quantity.WIND_V)) {
      addLevel(quantity, 63, 9); // 80 m above ground
      addLevel(quantity, 64, 6); // 40 m
    }
    List<NwpSample> rows = rows();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).get(Variable.WIND_U_HUB)).isEqualTo(9);
    // 6 + 3 ln(100 / 40) / ln(80 / 40)
    assertThat(rows.get(0).get(Variable.WIND_V_100M)).isCloseTo(9.965784f, within(1e-5f));
    assertThat(rows.get(0).get(Variable.WIND_U_10M)).isNaN();
  }

  private void addLevel(Quantity quantity, int modelLevel, float value) {
    fields.add(
        new SampledField(
            RUN,
            quantity,
            Double.NaN,
            modelLevel,
            TimeMeaning.INSTANT,
            hour(1),
            hour(1),
            new float[] {value},
            EAST_AND_NORTH));
  }

  @Test
  void doesNotReachFarAboveOrBelowTheLevels() {
    add(Quantity.WIND_U, 10, 1, 5);
    add(Quantity.WIND_V, 10, 1, 5);
    NwpSample row = rows().get(0);
    assertThat(row.get(Variable.WIND_U_10M)).isEqualTo(5);
    assertThat(row.get(Variable.WIND_U_HUB)).isNaN();
    assertThat(row.get(Variable.WIND_U_100M)).isNaN();
  }

  @Test
  void derivesHumidity() {
    add(Quantity.DEW_POINT_2M, Double.NaN, 1, 283.15f);
    add(Quantity.TEMPERATURE_2M, Double.NaN, 1, 293.15f);
    // 1228.1 Pa / 2339.3 Pa (IAPWS)
    assertThat(only(Variable.RELATIVE_HUMIDITY)).isCloseTo(0.525f, within(0.002f));
  }

  @Test
  void addsDirectAndDiffuse() {
    add(Quantity.DIRECT_HORIZONTAL, TimeMeaning.MEAN, 0, 1, 300);
    add(Quantity.DIFFUSE_HORIZONTAL, TimeMeaning.MEAN, 0, 1, 120);
    assertThat(only(Variable.GHI)).isEqualTo(420);
    add(Quantity.GHI, TimeMeaning.MEAN, 0, 1, 425);
    assertThat(only(Variable.GHI)).isEqualTo(425);
  }

  @Test
  void keepsAndTellsWhatCannotBe() {
    add(Quantity.CLOUD_COVER, Double.NaN, 1, 55);
    assertThat(only(Variable.CLOUD_COVER)).isEqualTo(55);
    assertThat(reasons.list()).singleElement().asString().contains("implausible cloud_cover 55.0");
  }

  @Test
  void prefersMeansToInstants() {
    for (int step = 1; step <= 3; step++) {
      add(Quantity.GHI, Double.NaN, step, 500);
    }
    add(Quantity.GHI, TimeMeaning.MEAN, 1, 2, 321);
    List<NwpSample> rows = rows(); // before the first instant there is no mean, so no row
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get(Variable.GHI)).isEqualTo(321);
    assertThat(rows.get(1).get(Variable.GHI)).isBetween(400f, 600f);
  }

  @Test
  void refusesFieldsOfAnotherRun() {
    RunAssembly assembly = new RunAssembly(new RunKey("test", INIT, 1), SITES);
    add(Quantity.CLOUD_COVER, Double.NaN, 1, 0);
    assertThatThrownBy(() -> assembly.add(fields.get(0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
