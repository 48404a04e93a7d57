package org.skywatt.features.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.skywatt.core.sample.GenerationFlag;
import org.skywatt.core.time.Interval;
import org.skywatt.features.view.Examples;
import org.skywatt.features.view.SiteView;

class GenerationFeaturesTest {
  private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private static Interval endingAt(Instant end) {
    return Interval.endingAt(end, HOUR);
  }

  private static double feature(String name, SiteView view, Instant end) {
    FeatureSchema schema = view.site().technology().equals("solar") ? Schemas.SOLAR : Schemas.WIND;
    return schema.row(view, endingAt(end))[schema.indexOf(name)];
  }

  private static double persistence(SiteView view, Instant end) {
    return feature(GenerationFeatures.SMART_PERSISTENCE, view, end);
  }

  private static double plane(Instant end) {
    return Examples.solar().at(NOON).sun().over(endingAt(end)).clearSkyPlaneWm2();
  }

  /** Power of the hours that end 9:00 to 12:00, as a share of the clear sky's kW m⁻². */
  private static Examples ratios(double nine, double ten, double eleven, double twelve) {
    Examples examples = Examples.solar();
    double[] ratios = {nine, ten, eleven, twelve};
    for (int i = 0; i < 4; i++) {
      Instant end = NOON.minus(HOUR.multipliedBy(3 - i));
      examples.reading(end, ratios[i] * plane(end));
    }
    return examples;
  }

  @Test
  void solarKeepsTheShareOfTheClearSky() {
    SiteView view = ratios(0.6, 0.6, 0.6, 0.6).at(NOON);
    assertThat(feature("clear_ratio", view, NOON)).isCloseTo(0.6, within(1e-6));
    for (int hours = 1; hours <= 6; hours++) {
      Instant end = NOON.plus(HOUR.multipliedBy(hours));
      assertThat(persistence(view, end)).isCloseTo(0.6 * plane(end) / 1000, within(1e-6));
    }
  }

  @Test
  void theShareIsOfTheSumsOfThreeHours() {
    double[] planes = new double[4];
    for (int i = 0; i < 4; i++) {
      planes[i] = plane(NOON.minus(HOUR.multipliedBy(3 - i)));
    }
    double expected =
        (0.9 * planes[0] + 0.3 * planes[1] + 0.5 * planes[3]) / (planes[0] + planes[1] + planes[3]);
    Examples examples = Examples.solar();
    examples.reading(NOON.minus(HOUR.multipliedBy(3)), 0.9 * planes[0]);
    examples.reading(NOON.minus(HOUR.multipliedBy(2)), 0.3 * planes[1]);
    examples.reading(NOON.minus(HOUR), 700, GenerationFlag.CURTAILED);
    examples.reading(NOON, 0.5 * planes[3]);
    examples.reading(NOON.minus(HOUR.multipliedBy(4)), 1000);
    assertThat(feature("clear_ratio", examples.at(NOON), NOON)).isCloseTo(expected, within(1e-6));
  }

  @Test
  void aShareBeyondWhatSunCanGiveIsClipped() {
    SiteView view = ratios(5, 5, 5, 5).at(NOON);
    assertThat(feature("clear_ratio", view, NOON)).isEqualTo(2);
    assertThat(persistence(view, NOON.plus(HOUR))).isEqualTo(1);
    Instant evening = NOON.plus(HOUR.multipliedBy(7));
    assertThat(plane(evening)).isBetween(0.001, 450.0);
    assertThat(persistence(view, evening)).isCloseTo(2 * plane(evening) / 1000, within(1e-6));
  }

  @Test
  void solarIsZeroAtNight() {
    SiteView view = ratios(0.6, 0.6, 0.6, 0.6).at(NOON);
    assertThat(persistence(view, NOON.plus(HOUR.multipliedBy(12)))).isZero();
  }

  @Test
  void withoutReadingsTheNewestKnownDayIsRepeated() {
    Instant ten = NOON.minus(HOUR.multipliedBy(2));
    Instant midnight = NOON.minus(HOUR.multipliedBy(12));
    Examples examples = Examples.solar();
    examples.reading(ten.minus(Duration.ofDays(1)), 300).reading(ten.minus(Duration.ofDays(2)), 90);
    assertThat(persistence(examples.at(midnight), ten)).isCloseTo(0.3, within(1e-6));
    // A day later yesterday is not known, the day before is.
    assertThat(
            persistence(
                examples.at(midnight.plus(Duration.ofDays(1))), ten.plus(Duration.ofDays(1))))
        .isCloseTo(0.3, within(1e-6));
    assertThat(persistence(Examples.solar().at(midnight), ten)).isNaN();
  }

  @Test
  void windStaysAsItIs() {
    Examples examples = Examples.wind();
    examples.reading(NOON.minus(HOUR), 250).reading(NOON.minus(HOUR.multipliedBy(2)), 100);
    examples.reading(NOON, 0, GenerationFlag.OUTAGE);
    SiteView view = examples.at(NOON);
    for (int hours = 1; hours <= 24; hours++) {
      assertThat(persistence(view, NOON.plus(HOUR.multipliedBy(hours)))).isEqualTo(0.25);
    }
    assertThat(feature("latest_generation", view, NOON.plus(HOUR))).isEqualTo(0.25);
    assertThat(feature("generation_before", view, NOON.plus(HOUR))).isCloseTo(0.1, within(1e-6));
    assertThat(feature("lead", view, NOON.plus(HOUR.multipliedBy(7)))).isEqualTo(7);
  }

  @Test
  void aMeterBelowZeroSaysZero() {
    SiteView view = Examples.wind().reading(NOON, -3, GenerationFlag.NEGATIVE).at(NOON);
    assertThat(persistence(view, NOON.plus(HOUR))).isZero();
  }

  @Test
  void anOldReadingIsNoPersistence() {
    Examples examples = Examples.wind().reading(NOON.minus(HOUR.multipliedBy(4)), 250);
    assertThat(feature("latest_generation", examples.at(NOON), NOON.plus(HOUR))).isNaN();
    assertThat(persistence(examples.at(NOON), NOON.plus(HOUR))).isNaN();
  }
}
