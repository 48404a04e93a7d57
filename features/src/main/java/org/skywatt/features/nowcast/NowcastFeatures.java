package org.skywatt.features.nowcast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.skywatt.features.schema.Feature.Group;

/**
 * Features of a solar plant's next hours. Power counts relative to the plant's own yield: the
 * fraction of capacity that it gave a kW/m² of clear sky in the best sixth of the last ten days. So
 * a plant that lost half its modules looks like itself within days, and what was learned before
 * holds on.
 */
public final class NowcastFeatures {
  /** Place of the yield in a row; fractions of capacity a kW/m². */
  public static final int YIELD_AT = 0;

  private static final Duration YIELD_OF = Duration.ofDays(10);
  private static final Duration NEWER_YIELD_OF = Duration.ofDays(5);
  private static final double YIELD_LEVEL = 0.85;
  private static final int YIELD_LEAST = 20;

  /** Where haze and the plane of the modules count little. */
  private static final double YIELD_CLEAR_WM2 = 300;

  private final PlantSeries series;
  private final int hour;
  private final List<double[]> now;
  private final double[] index;
  private final double[] hourlyIndex;
  private final double[] nwpIndex;

  /** The group of each place of a row, in order. */
  public static List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    groups.addAll(Collections.nCopies(14, Group.GENERATION)); // up to the mean since the dark
    groups.addAll(Collections.nCopies(2, Group.NWP)); // its errors
    groups.addAll(Collections.nCopies(2, Group.GENERATION)); // measured irradiance
    groups.addAll(Collections.nCopies(10, Group.SATELLITE));
    groups.add(Group.GENERATION); // measured temperature
    groups.add(Group.NWP);
    groups.addAll(
        List.of(
            Group.CALENDAR, // lead
            Group.GEOMETRY, // clear sky
            Group.NWP,
            Group.NWP,
            Group.NWP_SHAPE,
            Group.NWP_SHAPE,
            Group.NWP_SHAPE,
            Group.NWP,
            Group.CALENDAR, // hour
            Group.GENERATION)); // persistence
    return groups;
  }

  public NowcastFeatures(PlantSeries series) {
    this.series = series;
    this.hour = (int) Math.max(1, Duration.ofHours(1).dividedBy(series.step()));
    double[] yield = yieldOf(YIELD_OF);
    double[] newer = yieldOf(NEWER_YIELD_OF);
    this.index = relative(series.clearSkyIndex(), yield);
    this.hourlyIndex = Trailing.mean(index, hour);
    this.nwpIndex = series.perClearSky(series.nwpGhiWm2());
    this.now = now(yield, newer);
  }

  private double[] yieldOf(Duration last) {
    double[] high = series.clearSkyIndex();
    for (int i = 0; i < high.length; i++) {
      high[i] = series.clearSkyWm2()[i] >= YIELD_CLEAR_WM2 ? high[i] : Double.NaN;
    }
    int width = (int) last.dividedBy(series.step());
    return Trailing.quantile(high, width, YIELD_LEVEL, YIELD_LEAST);
  }

  private static double[] relative(double[] values, double[] yield) {
    double[] relative = new double[values.length];
    for (int i = 0; i < relative.length; i++) {
      relative[i] = yield[i] > 0 ? values[i] / yield[i] : Double.NaN;
    }
    return relative;
  }

  /** What is known at the end of each interval; the yield at {@link #YIELD_AT}. */
  private List<double[]> now(double[] yield, double[] newer) {
    List<double[]> columns = new ArrayList<>();
    columns.add(yield);
    columns.add(relative(newer, yield));
    columns.add(relative(series.power(), yield));
    addLagged(columns, index, 0, 1, 2, 3, 4);
    columns.add(hourlyIndex);
    columns.add(Trailing.mean(index, 3 * hour));
    columns.add(Trailing.deviation(index, 2 * hour));
    columns.add(Trailing.mean(index, 72 * hour));
    columns.add(Trailing.mean(index, 360 * hour));
    boolean[] dark = new boolean[series.size()];
    double[] nwpErrors = new double[series.size()];
    for (int i = 0; i < dark.length; i++) {
      dark[i] = series.isDark(i);
      nwpErrors[i] = index[i] - nwpIndex[i];
    }
    columns.add(Trailing.meanSince(index, dark));
    columns.add(Trailing.mean(nwpErrors, hour));
    columns.add(Trailing.mean(nwpErrors, 3 * hour));
    double[] irradianceIndex = series.perClearSky(series.ghiWm2());
    columns.add(irradianceIndex);
    columns.add(Trailing.mean(irradianceIndex, hour));
    addLagged(columns, series.cloudIndex(), 0, 1, 2, hour);
    columns.add(Trailing.mean(series.cloudIndex(), hour));
    columns.add(Trailing.mean(series.cloudIndex(), 8 * hour));
    addLagged(columns, series.brightness(), 0, 1, hour);
    columns.add(Trailing.mean(series.brightness(), 2 * hour));
    columns.add(series.temperatureC());
    columns.add(series.nwpTemperatureC());
    return List.copyOf(columns);
  }

  /** Adds {@code values} as they were each of {@code lags} intervals before. */
  private static void addLagged(List<double[]> columns, double[] values, int... lags) {
    for (int lag : lags) {
      double[] earlier = new double[values.length];
      for (int i = 0; i < earlier.length; i++) {
        earlier[i] = i < lag ? Double.NaN : values[i - lag];
      }
      columns.add(earlier);
    }
  }

  /**
   * Features of one step; NaN where one cannot be known.
   *
   * @param newest the last interval that has ended when the forecast is made
   * @param steps the step is the interval {@code newest + steps}
   */
  public float[] row(int newest, int steps) {
    int step = newest + steps;
    double[] later = {
      steps / (double) hour,
      at(series.clearSkyWm2(), step),
      at(series.nwpGhiWm2(), step),
      at(nwpIndex, step),
      at(series.nwpGhiWm2(), step - hour),
      at(series.nwpGhiWm2(), step + hour),
      at(series.nwpGhiWm2(), step) - at(series.nwpGhiWm2(), newest),
      at(series.nwpTemperatureC(), step),
      hourOfDay(series.end(newest).plus(series.step().multipliedBy(steps))),
      hourlyIndex[newest] * at(series.clearSkyWm2(), step)
    };
    float[] row = new float[now.size() + later.length];
    for (int i = 0; i < now.size(); i++) {
      row[i] = (float) now.get(i)[newest];
    }
    for (int i = 0; i < later.length; i++) {
      row[now.size() + i] = (float) later[i];
    }
    return row;
  }

  private static double hourOfDay(Instant time) {
    return Math.floorMod(time.getEpochSecond(), 86_400L) / 3600.0;
  }

  private static double at(double[] values, int i) {
    return i >= 0 && i < values.length ? values[i] : Double.NaN;
  }
}
