package org.skywatt.core.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The members of an ensemble at one lead: the forecast with its motion disturbed, as far as past
 * motion was wrong, and noise as large as past errors were that motion does not explain. Members
 * are made where they are asked for. Valid until the forecast's callback returns.
 */
public final class LeadEnsemble {
  /**
   * A whole image of the ensemble.
   *
   * @param spread standard deviation of the members
   * @param quantiles one for each level that was asked for
   */
  public record Summary(Plane mean, Plane spread, List<Plane> quantiles) {}

  private final Plane source;
  private final Plane forecast;
  private final float offset;
  private final float[] fromRows;
  private final float[] fromColumns;
  private final Unrest unrest;
  private final ErrorSize size;
  private final Disturbances disturbances;
  private final RowWorkers workers;

  LeadEnsemble(
      Plane source,
      Plane forecast,
      float offset,
      Carrier carrier,
      Unrest unrest,
      ErrorSize size,
      Disturbances disturbances,
      RowWorkers workers) {
    this.source = source;
    this.forecast = forecast;
    this.offset = offset;
    fromRows = carrier.fromRows();
    fromColumns = carrier.fromColumns();
    this.unrest = unrest;
    this.size = size;
    this.disturbances = disturbances;
    this.workers = workers;
  }

  /** Number of members. */
  public int size() {
    return disturbances.size();
  }

  /**
   * The members at a pixel, in no order; all NaN where the forecast is.
   *
   * @param pixel row × columns + column
   * @param into takes {@link #size} values
   */
  public void members(int pixel, float[] into) {
    members(pixel, into, new float[Unrest.CAUSES]);
  }

  private void members(int pixel, float[] into, float[] causes) {
    if (!Float.isFinite(forecast.values()[pixel])) {
      Arrays.fill(into, Float.NaN);
      return;
    }
    int row = pixel / source.columns();
    int column = pixel - row * source.columns();
    float fromRow = fromRows[pixel];
    float fromColumn = fromColumns[pixel];
    unrest.at(fromRow, fromColumn, causes, 0);
    float noise = size.noise(causes);
    float away = (float) Math.sqrt(size.displacement());
    for (int i = 0; i < disturbances.size(); i++) {
      float r = fromRow + away * disturbances.down(i, row, column);
      float c = fromColumn + away * disturbances.right(i, row, column);
      into[i] =
          Cubic.at(source.values(), source.rows(), source.columns(), r, c)
              + offset
              + noise * disturbances.noise(i, fromRow, fromColumn);
    }
  }

  /**
   * The whole image: about two seconds for a million pixels and twenty members.
   *
   * @param levels of the quantiles, each 0 to 1; between members linear, the lowest member at 1 /
   *     (members + 1)
   */
  public Summary summary(double... levels) {
    Plane mean = new Plane(source.rows(), source.columns());
    Plane spread = new Plane(source.rows(), source.columns());
    List<Plane> quantiles = new ArrayList<>();
    for (int i = 0; i < levels.length; i++) {
      quantiles.add(new Plane(source.rows(), source.columns()));
    }
    workers.run(
        source.rows(),
        (from, to) -> {
          float[] members = new float[size()];
          float[] causes = new float[Unrest.CAUSES];
          for (int pixel = from * source.columns(); pixel < to * source.columns(); pixel++) {
            members(pixel, members, causes);
            Arrays.sort(members);
            EnsembleScore score = EnsembleScore.of(members);
            mean.values()[pixel] = (float) score.mean();
            spread.values()[pixel] = (float) score.spread();
            for (int i = 0; i < levels.length; i++) {
              quantiles.get(i).values()[pixel] = (float) EnsembleScore.quantile(members, levels[i]);
            }
          }
        });
    return new Summary(mean, spread, quantiles);
  }
}
