package org.skywatt.models.train;

/** The recipes there are. Chosen by validation inside training periods (docs/benchmarks.md). */
public final class Recipes {
  private static final double[] FIFTEEN = {
    0.01, 0.03, 0.07, 0.13, 0.2, 0.28, 0.37, 0.46, 0.54, 0.63, 0.72, 0.8, 0.87, 0.93, 0.98
  };
  private static final double[] ELEVEN = {
    0.02, 0.07, 0.15, 0.25, 0.35, 0.5, 0.65, 0.75, 0.85, 0.93, 0.98
  };

  public static final Recipe GEFCOM2014_SOLAR =
      new Recipe(
          "gefcom2014-solar",
          "gefcom2014-solar",
          true,
          false,
          FIFTEEN,
          120,
          5,
          0.08,
          0.5,
          0.4,
          10,
          0,
          0,
          1);

  public static final Recipe GEFCOM2014_WIND =
      new Recipe(
          "gefcom2014-wind",
          "gefcom2014-wind",
          false,
          false,
          FIFTEEN,
          100,
          5,
          0.08,
          0.5,
          0.3,
          20,
          0,
          0,
          1);

  public static final Recipe SOLAR =
      new Recipe("solar", "solar", true, true, ELEVEN, 90, 6, 0.1, 0.5, 0.5, 20, 0.25, 0.3, 1);

  public static final Recipe WIND =
      new Recipe("wind", "wind", false, true, ELEVEN, 80, 5, 0.1, 0.5, 0.5, 20, 0.25, 0.3, 1);

  private Recipes() {}
}
