package org.skywatt.models.physical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.features.view.SunStep;
import org.skywatt.models.predict.SiteForecaster;

class PhysicalModelTest {
  private static final Instant ISSUE = Instant.parse("2026-06-01T00:00:00Z");
  private static final Issue DAY = new Issue(ISSUE, Duration.ofHours(1), 24);
  private static final int NOON = 11; // 11 to 12 UTC
  private static final QuantileLevels LEVELS = QuantileLevels.of(0.1, 0.5, 0.9);

  private static final Site ROOF =
      new SolarSite(
          new SiteId("roof"),
          "Roof",
          "me",
          new Location(48, 7.85, 280),
          8,
          9.5,
          new Mount.Fixed(30, 180));
  private static final Site MILL =
      new WindSite(
          new SiteId("mill"), "Mill", "me", new Location(48, 7.85, 280), 3000, 100, 110, "any");

  private static SiteForecast forecast(Site site, List<NwpSample> nwp) {
    SiteHistory history = new SiteHistory(site, nwp, List.of(), List.of(), List.of(), List.of());
    return new SiteForecaster(new PhysicalModel(), LEVELS).forecast(history, DAY);
  }

  private static SunStep noon() {
    return new SiteHistory(ROOF, List.of(), List.of(), List.of(), List.of(), List.of())
        .at(ISSUE)
        .sun()
        .over(DAY.interval(NOON));
  }

  /** Steps of {@code hours} with these values in each. */
  private static List<NwpSample> nwp(Site site, int hours, Map<Variable, Double> values) {
    List<NwpSample> samples = new ArrayList<>();
    for (int hour = 0; hour <= 48; hour += hours) {
      float[] row = new float[Variable.COUNT];
      Arrays.fill(row, Float.NaN);
      values.forEach((variable, value) -> row[variable.ordinal()] = value.floatValue());
      samples.add(
          new NwpSample(
              site.id().value(),
              "gfs",
              0,
              ISSUE.minus(Duration.ofHours(6)),
              ISSUE.minus(Duration.ofHours(6)).plus(Duration.ofHours(hour)),
              ISSUE,
              row));
    }
    return samples;
  }

  private static Map<Variable, Double> weather(double ghi, double u10, double u100) {
    Map<Variable, Double> weather = new EnumMap<>(Variable.class);
    weather.put(Variable.GHI, ghi);
    weather.put(Variable.TEMPERATURE_2M, 293.15);
    weather.put(Variable.WIND_U_10M, u10);
    weather.put(Variable.WIND_V_10M, 0.0);
    weather.put(Variable.WIND_U_100M, u100);
    weather.put(Variable.WIND_V_100M, 0.0);
    return weather;
  }

  @Test
  void solarIsTheWeatherOnTheModulesByPvWatts() {
    double ghi = 0.6 * noon().clearSkyGhiWm2();
    SiteForecast forecast = forecast(ROOF, nwp(ROOF, 1, weather(ghi, 4, 6)));
    // PVWatts 5: cells at 20 °C + plane / (25 + 6.84 × 4), −0.47%/K, losses of 14.08%, inverter
    // 96%.
    double plane = 0.6 * noon().clearSkyPlaneWm2();
    double cell = 20 + plane / (25 + 6.84 * 4);
    double dc = 9.5 * plane / 1000 * (1 - 0.0047 * (cell - 25)) * (1 - 0.1408);
    double load = dc / (8 / 0.96);
    double efficiency = 0.96 / 0.9637 * (-0.0162 * load - 0.0059 / load + 0.9858);
    double fraction = dc * efficiency / 8;
    assertThat(forecast.quantiles(NOON)[1]).isCloseTo(fraction, within(0.002));
    assertThat(forecast.quantiles(NOON)[0]).isLessThan(0.8 * fraction);
    assertThat(forecast.quantiles(NOON)[2]).isGreaterThan(1.2 * fraction);
  }

  @Test
  void solarIsZeroAtNightWithOrWithoutWeather() {
    for (SiteForecast forecast :
        List.of(forecast(ROOF, List.of()), forecast(ROOF, nwp(ROOF, 1, weather(500, 4, 6))))) {
      assertThat(forecast.quantiles(0)).containsOnly(0);
      assertThat(forecast.mean(0)).isZero();
      assertThat(forecast.quantiles(NOON)[1]).isPositive();
    }
  }

  @Test
  void withoutWeatherTheBandsAreWider() {
    SiteForecast told = forecast(MILL, nwp(MILL, 1, weather(0, 5, 8)));
    SiteForecast blind = forecast(MILL, List.of());
    assertThat(width(blind)).isGreaterThan(1.3 * width(told));
    double ghi = 0.6 * noon().clearSkyGhiWm2();
    assertThat(width(forecast(ROOF, List.of())))
        .isGreaterThan(1.3 * width(forecast(ROOF, nwp(ROOF, 1, weather(ghi, 4, 6)))));
  }

  private static double width(SiteForecast forecast) {
    return forecast.quantiles(NOON)[2] - forecast.quantiles(NOON)[0];
  }

  @Test
  void windIsTheCurveAtHubHeight() {
    // The hub is at 100 m; 8 m/s give 42% by the curve, 6 m/s 18%.
    assertThat(forecast(MILL, nwp(MILL, 1, weather(0, 5, 8))).quantiles(NOON)[1])
        .isCloseTo(0.42, within(0.001));
    assertThat(forecast(MILL, nwp(MILL, 1, weather(0, 4, 6))).quantiles(NOON)[1])
        .isCloseTo(0.18, within(0.001));
  }

  @Test
  void aModelOfThreeHoursServesEachOfThem() {
    SiteForecast each = forecast(MILL, nwp(MILL, 1, weather(0, 5, 8)));
    SiteForecast third = forecast(MILL, nwp(MILL, 3, weather(0, 5, 8)));
    for (int step = 0; step < DAY.steps(); step++) {
      assertThat(third.quantiles(step)).containsExactly(each.quantiles(step));
    }
    // Radiation keeps its index over the three hours: brighter than the mean about noon.
    SiteForecast roof = forecast(ROOF, nwp(ROOF, 3, weather(400, 5, 8)));
    assertThat(roof.quantiles(7)[1]).isGreaterThan(roof.quantiles(6)[1]);
    assertThat(roof.quantiles(8)[1]).isGreaterThan(roof.quantiles(7)[1]);
  }
}
