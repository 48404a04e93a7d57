package org.skywatt.models.energy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;

/**
 * What a model costs, as several conventions count it. A forecast is one site and step; its
 * features are not included.
 *
 * @param edhJoules E·D·H (Schwartz and others 2020, Green AI): joules of one example, times
 *     examples learned from, times trainings
 * @param whPer1000 watt-hours of 1,000 forecasts, the mean of the runs
 * @param whPer1000Lowest of the runs
 * @param whPer1000Highest of the runs
 * @param grid whose intensity the emissions are told with
 * @param trainingGrams CO2-equivalents of the training's electricity
 * @param gramsPer1000 CO2-equivalents of the electricity of 1,000 forecasts
 * @param sciGramsPer1000 software carbon intensity (ISO/IEC 21031), functional unit 1,000
 *     forecasts: {@code gramsPer1000} and a share of making the machine
 * @param embodied what is assumed for making the machine
 * @param stars by the fixed rule: five up to 0.00001 Wh per 1,000 forecasts, one less for every ten
 *     times as much; unofficial
 * @param starsLinear by the rule of AI Energy Score: fifths of the range from the least to the most
 *     among the sizes that were trained together; null where there is no range; unofficial
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Footprint(
    double exampleJoules,
    long examples,
    int trials,
    double edhJoules,
    int runs,
    double whPer1000,
    double whPer1000Lowest,
    double whPer1000Highest,
    Grid grid,
    double trainingGrams,
    double gramsPer1000,
    double sciGramsPer1000,
    String embodied,
    int stars,
    Integer starsLinear) {
  private static final int FORECASTS = 1000;
  private static final double JOULES_A_WH = 3600;
  private static final int MOST_STARS = 5;
  private static final double FIVE_STARS_WH = 1e-5;

  private static final double MACHINE_GRAMS = 1e6;
  private static final double MACHINE_CORE_SECONDS = 4 * 365 * 86_400.0 * 32;
  private static final String MACHINE =
      "assumed: 1,000 kg CO2e for a server of 32 cores, used for four years";

  /**
   * @param forecastJoules of one forecast, in each of several runs
   * @param examples rows learned from
   * @param trials trainings made to get here
   * @param trainingJoules of the training
   * @param leastJoules of a forecast by the cheapest size, from the same runs
   * @param mostJoules by the dearest
   */
  public static Footprint of(
      double[] forecastJoules,
      long examples,
      int trials,
      double trainingJoules,
      double leastJoules,
      double mostJoules,
      Grid grid) {
    double mean = Arrays.stream(forecastJoules).average().orElseThrow();
    double thousand = FORECASTS * mean;
    double wh = thousand / JOULES_A_WH;
    double coreSeconds = thousand / EnergyMeter.WATTS_A_CORE;
    return new Footprint(
        mean,
        examples,
        trials,
        mean * examples * trials,
        forecastJoules.length,
        wh,
        FORECASTS * Arrays.stream(forecastJoules).min().orElseThrow() / JOULES_A_WH,
        FORECASTS * Arrays.stream(forecastJoules).max().orElseThrow() / JOULES_A_WH,
        grid,
        grid.grams(trainingJoules),
        grid.grams(thousand),
        grid.grams(thousand) + MACHINE_GRAMS * coreSeconds / MACHINE_CORE_SECONDS,
        MACHINE,
        stars(wh),
        starsLinear(mean, leastJoules, mostJoules));
  }

  static int stars(double whPer1000) {
    double tens = Math.ceil(Math.log10(whPer1000 / FIVE_STARS_WH) - 1e-9);
    return (int) Math.min(MOST_STARS, Math.max(1, MOST_STARS - tens));
  }

  static Integer starsLinear(double value, double least, double most) {
    if (!(most > least)) {
      return null;
    }
    double fifths = Math.floor(MOST_STARS * (value - least) / (most - least));
    return (int) Math.min(MOST_STARS, Math.max(1, MOST_STARS - fifths));
  }
}
