package org.skywatt.models.train;

/** The recipes there are. docs/models.md says how they were chosen. */
public final class Recipes {
  private static final double[] FIFTEEN = {
    0.01, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.99
  };
  private static final double[] THIRTEEN = {
    0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99
  };
  private static final double[] NINE = {0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.98};

  public static final Recipe GEFCOM2014_SOLAR = gefcom2014Solar("alone", 400, 5);

  /** Over the networks' forecasts. */
  public static final Recipe GEFCOM2014_SOLAR_STACKED = gefcom2014Solar("stacked", 300, 4);

  public static final Recipe GEFCOM2014_WIND =
      new Recipe(
          "gefcom2014-wind",
          "gefcom2014-wind",
          false,
          false,
          THIRTEEN,
          90,
          6,
          0.07,
          0.5,
          0.4,
          20,
          64,
          0,
          0,
          1);

  public static final Recipe SOLAR =
      new Recipe("solar", "solar", true, true, NINE, 70, 5, 0.1, 0.5, 0.5, 40, 64, 3, 0.3, 1);

  public static final Recipe WIND =
      new Recipe("wind", "wind", false, true, NINE, 60, 5, 0.1, 0.5, 0.5, 40, 64, 3, 0.3, 1);

  /** For one farm that is calibrated as a member of a blend. */
  public static final Recipe WIND_DAY_AHEAD =
      new Recipe(
          "wind-day-ahead", "wind", false, true, THIRTEEN, 120, 5, 0.05, 0.5, 0.3, 20, 64, 0, 0, 1);

  /** For the next hours of one plant; its features are those of {@code NowcastFeatures}. */
  public static final Recipe SOLAR_NOWCAST =
      new Recipe(
          "solar-nowcast",
          "solar-nowcast",
          true,
          true,
          THIRTEEN,
          100,
          6,
          0.06,
          0.5,
          0.4,
          30,
          64,
          0,
          0,
          1);

  private Recipes() {}

  private static Recipe gefcom2014Solar(String name, int rounds, int depth) {
    return new Recipe(
        "gefcom2014-solar-" + name,
        "gefcom2014-solar",
        true,
        false,
        FIFTEEN,
        rounds,
        depth,
        0.025,
        0.5,
        0.4,
        5,
        128,
        0,
        0,
        1);
  }
}
