package org.skywatt.models.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.models.baseline.Baselines;
import org.skywatt.models.train.TrainingRow;

/**
 * The best mixture of persistence and climatology: γ · k(t) + (1 − γ) · mean of k, with γ the
 * correlation of k with itself a lead later. Solar: k is power over the clear sky in the plane of
 * the modules (Yang 2019, Solar Energy 193, 981–985). Wind: k is power (Nielsen and others 1998,
 * Wind Energy 1, 29–34).
 */
final class MixtureReference extends Reference {
  private static final long serialVersionUID = 1L;

  static final String RATIO = "clear_ratio";
  static final String LATEST = "latest_generation";
  private static final String CLEAR_SKY = "clear_sky_plane";
  private static final double LEAST_CLEAR_WM2 = 50;
  private static final int LEAST_PAIRS = 30;

  private record Cell(String siteId, long leadSeconds) {}

  /** Sums of pairs of k now and k then. */
  private static final class Pairs {
    private long n;
    private double x;
    private double y;
    private double xx;
    private double yy;
    private double xy;

    void add(double now, double then) {
      n++;
      x += now;
      y += then;
      xx += now * now;
      yy += then * then;
      xy += now * then;
    }

    /** Pearson's, not below 0; 0 of too few pairs. */
    double correlation() {
      double spread = Math.sqrt((n * xx - x * x) * (n * yy - y * y));
      return n >= LEAST_PAIRS && spread > 0 ? Math.max(0, (n * xy - x * y) / spread) : 0;
    }
  }

  /** Mean of k of a site. */
  private static final class Mean {
    private long n;
    private double sum;
  }

  MixtureReference(String schema, boolean solar) {
    super("optimal-convex-combination", schema, solar);
  }

  @Override
  Rule fit(List<TrainingRow> past) {
    int now = indexOf(solar() ? RATIO : LATEST);
    int clear = indexOf(CLEAR_SKY);
    Map<Cell, Pairs> pairs = new HashMap<>();
    Map<String, Mean> means = new HashMap<>();
    for (TrainingRow row : past) {
      double then = row.label() / scale(row, clear);
      if (!Double.isNaN(then)) {
        Mean mean = means.computeIfAbsent(row.siteId(), site -> new Mean());
        mean.n++;
        mean.sum += then;
        if (!Float.isNaN(row.features()[now])) {
          pairs.computeIfAbsent(cell(row), any -> new Pairs()).add(row.features()[now], then);
        }
      }
    }
    return row -> {
      Mean mean = means.get(row.siteId());
      if (mean == null) {
        return null;
      }
      double latest = row.features()[now];
      Pairs own = pairs.get(cell(row));
      double gamma = own == null || Double.isNaN(latest) ? 0 : own.correlation();
      double mixed = (gamma == 0 ? 0 : gamma * latest) + (1 - gamma) * mean.sum / mean.n;
      return Baselines.point(solar() ? mixed * row.features()[clear] / 1000 : mixed);
    };
  }

  private static Cell cell(TrainingRow row) {
    return new Cell(row.siteId(), row.lead().toSeconds());
  }

  /** What power is divided by: 1 for wind; NaN where the sun is low. */
  private double scale(TrainingRow row, int clear) {
    if (!solar()) {
      return 1;
    }
    double wm2 = row.features()[clear];
    return wm2 >= LEAST_CLEAR_WM2 ? wm2 / 1000 : Double.NaN;
  }
}
