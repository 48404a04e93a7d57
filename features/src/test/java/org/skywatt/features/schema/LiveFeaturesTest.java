package org.skywatt.features.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.sample.Relief;
import org.skywatt.core.sample.TerrainSample;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.time.Interval;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.view.KnownTerrain;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.features.view.SiteView;

/** Features of the live schemas on small histories whose answers are known. */
class LiveFeaturesTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-06-21T00:00:00Z");
  private static final Instant ISSUE = MIDNIGHT.plusSeconds(8 * 3600);
  private static final Location PLACE = new Location(29, 0, 0);
  private static final Site SOLAR =
      new SolarSite(new SiteId("a"), "A", "demo", PLACE, 1000, 1200, new Mount.Fixed(0, 180));
  private static final Site WIND =
      new WindSite(new SiteId("a"), "A", "demo", PLACE, 3000, 100, 90, "V90");

  private final List<NwpSample> nwp = new ArrayList<>();
  private final List<GenerationSample> generation = new ArrayList<>();
  private final List<KnownTerrain> terrain = new ArrayList<>();
  private final List<List<NwpSample>> neighbours = new ArrayList<>();

  private void nwp(
      String source, int member, int initHour, int hour, Variable[] names, double... to) {
    float[] values = new float[Variable.COUNT];
    Arrays.fill(values, Float.NaN);
    for (int i = 0; i < names.length; i++) {
      values[names[i].ordinal()] = (float) to[i];
    }
    Instant init = at(initHour);
    nwp.add(new NwpSample("a", source, member, init, at(hour), init, values));
  }

  private void wind(String source, int member, int initHour, int hour, double eastward) {
    Variable[] names = {
      Variable.WIND_U_100M, Variable.WIND_V_100M, Variable.WIND_U_10M, Variable.WIND_V_10M
    };
    nwp(source, member, initHour, hour, names, eastward, 0, eastward, 0);
  }

  private void ghi(int initHour, int hour, double wm2) {
    nwp("model", 0, initHour, hour, new Variable[] {Variable.GHI}, wm2);
  }

  private void reading(int hour, double kw) {
    generation.add(new GenerationSample("a", at(hour - 1), at(hour), at(hour), kw, 0));
  }

  private static Instant at(int hour) {
    return MIDNIGHT.plus(Duration.ofHours(hour));
  }

  private float value(FeatureSchema schema, String feature, int hour) {
    return value(schema, feature, Interval.endingAt(at(hour), Duration.ofHours(1)));
  }

  private float value(FeatureSchema schema, String feature, Interval step) {
    Site site = schema == Schemas.SOLAR ? SOLAR : WIND;
    SiteView view =
        new SiteHistory(site, nwp, neighbours, generation, List.of(), terrain).at(ISSUE);
    return schema.row(view, step)[schema.indexOf(feature)];
  }

  @Test
  void runsMembersAndSourcesDisagree() {
    wind("model", 0, 0, 12, 7);
    wind("model", 0, 6, 12, 10);
    wind("model", 1, 6, 12, 12);
    wind("model", 2, 6, 12, 14);
    wind("other", 0, 0, 12, 4);
    wind("late", 0, 9, 12, 40); // not known yet
    assertThat(value(Schemas.WIND, "wind_speed_100m_run_change", 12)).isEqualTo(3);
    assertThat(value(Schemas.WIND, "wind_speed_100m_member_spread", 12)).isEqualTo(2);
    assertThat(value(Schemas.WIND, "wind_speed_100m_source_mean", 12)).isEqualTo(7);
    assertThat(value(Schemas.WIND, "wind_speed_100m_source_spread", 12))
        .isCloseTo((float) (6 / Math.sqrt(2)), within(1e-6f));
    assertThat(value(Schemas.WIND, "nwp_age", 12)).isEqualTo(2);
    for (String name : List.of("run_change", "member_spread", "source_spread", "source_mean")) {
      assertThat(value(Schemas.WIND, "wind_speed_100m_" + name, 13)).isNaN();
    }
  }

  /** To the north, east, south and west; none is to the south. */
  @Test
  void neighboursTellOfTheRegionAndOfWhatComes() {
    for (double speed : new double[] {4, 6, Double.NaN, 8}) {
      if (!Double.isNaN(speed)) {
        wind("model", 0, 6, 12, speed);
      }
      neighbours.add(List.copyOf(nwp));
      nwp.clear();
    }
    assertThat(value(Schemas.WIND, "wind_speed_100m_around", 12)).isNaN(); // no wind at the site
    wind("model", 0, 6, 12, 9);
    assertThat(value(Schemas.WIND, "wind_speed_100m_around", 12)).isEqualTo(6);
    assertThat(value(Schemas.WIND, "wind_speed_100m_around_spread", 12)).isEqualTo(2);
    assertThat(value(Schemas.WIND, "wind_speed_100m_upwind", 12)).isEqualTo(8);
    nwp.clear();
    wind("model", 0, 6, 12, -9);
    assertThat(value(Schemas.WIND, "wind_speed_100m_upwind", 12)).isEqualTo(6);
    nwp.clear();
    Variable[] names = {Variable.WIND_U_100M, Variable.WIND_V_100M};
    nwp("model", 0, 6, 12, names, 0, 9);
    assertThat(value(Schemas.WIND, "wind_speed_100m_upwind", 12)).isNaN(); // from the south
  }

  @Test
  void theClearSkyIndexOfNeighboursIsUnderTheSunOfTheSite() {
    ghi(6, 11, 400);
    ghi(6, 12, 400);
    neighbours.add(List.copyOf(nwp));
    assertThat(value(Schemas.SOLAR, "clear_sky_index_around", 12))
        .isEqualTo(value(Schemas.SOLAR, "clear_sky_index", 12))
        .isBetween(0.2f, 1f);
  }

  /** They stop at 25 m/s and start again at 20. */
  @Test
  void turbinesThatAStormStoppedStayStoppedUntilItIsOver() {
    double[] speeds = {18, 26, 26, 23, 22, 19, 18};
    for (int i = 0; i < speeds.length; i++) {
      wind("model", 0, 6, 8 + i, speeds[i]);
    }
    assertThat(value(Schemas.WIND, "physical_power", 9)).isGreaterThan(0.9f); // 22 on the way up
    for (int hour : new int[] {10, 11, 12, 13}) {
      assertThat(value(Schemas.WIND, "physical_power", hour)).as(hour + " h").isZero();
    }
    assertThat(value(Schemas.WIND, "physical_power", 14)).isGreaterThan(0.9f);
  }

  @Test
  void coldAndWetAirIsAnIcingRisk() {
    Variable[] names = {
      Variable.TEMPERATURE_2M,
      Variable.RELATIVE_HUMIDITY,
      Variable.WIND_U_100M,
      Variable.WIND_V_100M
    };
    nwp("model", 0, 6, 11, names, 270, 0.9, 8, 0);
    nwp("model", 0, 6, 12, names, 270, 0.9, 8, 0);
    assertThat(value(Schemas.WIND, "icing_risk", 12)).isCloseTo(0.5f, within(1e-5f));
    nwp("model", 0, 6, 13, names, 290, 0.99, 8, 0);
    nwp("model", 0, 6, 14, names, 290, 0.99, 8, 0);
    assertThat(value(Schemas.WIND, "icing_risk", 14)).isZero();
    assertThat(value(Schemas.WIND, "icing_risk", 16)).isNaN();
  }

  @Test
  void windIsReadBetweenTheModelsStepsAsUAndV() {
    Variable[] names = {Variable.WIND_U_100M, Variable.WIND_V_100M};
    nwp("model", 0, 6, 12, names, 9, 0);
    nwp("model", 0, 6, 15, names, 0, 9);
    assertThat(value(Schemas.WIND, "wind_speed_100m", 13))
        .isCloseTo((float) Math.hypot(6, 3), within(1e-5f));
    assertThat(value(Schemas.WIND, "wind_speed_100m", 24)).isNaN();
    assertThat(value(Schemas.WIND, "nwp_age", 14)).isEqualTo(2);
  }

  @Test
  void radiationOfLongStepsKeepsItsClearSkyIndex() {
    ghi(6, 9, 0);
    ghi(6, 12, 400);
    float index = value(Schemas.SOLAR, "clear_sky_index", 11);
    assertThat(index).isBetween(0.3f, 0.6f);
    float morning = value(Schemas.SOLAR, "plane_irradiance", 10);
    float noon = value(Schemas.SOLAR, "plane_irradiance", 12);
    assertThat(morning).isLessThan(400).isLessThan(noon);
    assertThat((morning + value(Schemas.SOLAR, "plane_irradiance", 11) + noon) / 3)
        .isCloseTo(400, within(1f));
    assertThat(value(Schemas.SOLAR, "clear_sky_index", 12)).isEqualTo(index);
  }

  @Test
  void aQuarterOfAnHourHasTheIndexOfItsHour() {
    ghi(6, 11, 500);
    ghi(6, 12, 300);
    Interval quarter = Interval.endingAt(at(11).plusSeconds(900), Duration.ofMinutes(15));
    assertThat(value(Schemas.SOLAR, "clear_sky_index", quarter))
        .isCloseTo(value(Schemas.SOLAR, "clear_sky_index", 12), within(1e-6f));
  }

  @Test
  void physicalPowerIsShadedByTheHorizon() {
    ghi(6, 11, 700);
    ghi(6, 12, 800);
    ghi(6, 22, 0);
    float open = value(Schemas.SOLAR, "physical_power", 12);
    // PVWatts by hand: 0.8 of 1200 kW at 15 °C and 3 m/s, less 14% and the inverter's loss.
    assertThat(open).isBetween(0.7f, 0.85f);
    float[] wall = new float[TerrainSample.HORIZON_DIRECTIONS];
    Arrays.fill(wall, 89);
    float[] exposure = new float[Relief.SECTORS];
    Relief relief = new Relief(new double[3], new double[3], exposure, Double.NaN);
    TerrainSample ground = new TerrainSample("a", 0, 0, 0, 0, wall, 0.1, relief);
    terrain.add(new KnownTerrain("model", MIDNIGHT, ground));
    assertThat(value(Schemas.SOLAR, "physical_power", 12)).isLessThan(0.1f);
    assertThat(value(Schemas.SOLAR, "physical_power", 22)).isZero();
  }

  /** What a model learned with inputs masked is what it is shown while they are out. */
  @Test
  void withoutRadiationNothingOfTheWeatherModelIsTold() {
    Variable[] clouds = {Variable.CLOUD_COVER, Variable.TEMPERATURE_2M};
    for (int hour = 9; hour <= 14; hour++) {
      nwp("model", 0, 6, hour, clouds, 0.5, 290);
    }
    reading(8, 500);
    Interval step = Interval.endingAt(at(12), Duration.ofHours(1));
    SiteView view =
        new SiteHistory(SOLAR, nwp, neighbours, generation, List.of(), terrain).at(ISSUE);
    float[] row = Schemas.SOLAR.row(view, step);
    for (int i = 0; i < row.length; i++) {
      Feature feature = Schemas.SOLAR.features().get(i);
      if (feature.sources().contains(Feature.Source.NWP)) {
        assertThat(row[i]).as(feature.name()).isNaN();
      }
    }
    assertThat(row[Schemas.SOLAR.indexOf("latest_generation")]).isEqualTo(0.5f);
  }

  @Test
  void aFarmFollowsItsCurveAndItsResidual() {
    for (int hour = 4; hour <= 24; hour++) {
      wind("model", 0, 0, hour, 30.0 / 2.5);
    }
    reading(7, 1500);
    reading(8, 900);
    float power = value(Schemas.WIND, "physical_power", 12);
    assertThat(power).isBetween(0.7f, 1f);
    assertThat(value(Schemas.WIND, "physical_power_residual", 12))
        .isCloseTo(0.4f - power, within(1e-6f));
    assertThat(value(Schemas.WIND, "generation_age", 12)).isZero();
  }

  @Test
  void thePlantsDaysAndHoursAreKnown() {
    for (int day = 1; day <= 3; day++) {
      reading(12 - 24 * day, 300 * day);
    }
    reading(8, 600);
    assertThat(value(Schemas.WIND, "generation_days_ago", 12)).isEqualTo(0.1f);
    assertThat(value(Schemas.WIND, "generation_days_mean", 12)).isEqualTo(0.2f);
    assertThat(value(Schemas.WIND, "generation_mean_day", 12)).isEqualTo(0.15f);
    assertThat(value(Schemas.WIND, "generation_deviation", 12)).isNaN();
    reading(7, 300);
    assertThat(value(Schemas.WIND, "generation_deviation", 12))
        .isCloseTo((float) (0.1 / Math.sqrt(2)), within(1e-6f));
  }

  @Test
  void exposureIsOfTheSectorThatTheWindComesFrom() {
    wind("model", 0, 6, 12, 8); // to the east
    float[] exposure = new float[Relief.SECTORS];
    exposure[9] = 120; // around west
    Relief relief = new Relief(new double[3], new double[3], exposure, 4000);
    float[] flat = new float[TerrainSample.HORIZON_DIRECTIONS];
    TerrainSample ground = new TerrainSample("a", 0, 0, 0, 0, flat, 1, relief);
    terrain.add(new KnownTerrain("model", MIDNIGHT, ground));
    assertThat(value(Schemas.WIND, "exposure_upwind", 12)).isEqualTo(120);
    assertThat(value(Schemas.WIND, "exposure_upwind", 13)).isNaN();
    assertThat(value(Schemas.WIND, "coast_distance", 13)).isEqualTo(4000);
  }
}
