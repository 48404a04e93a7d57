package org.skywatt.core.cloud;

import org.skywatt.core.motion.Motion;
import org.skywatt.core.motion.Plane;

/** Paths of the clouds back from sites over one image, and what lies along them. */
final class SitePaths {
  /** Cloud index by site and lead. */
  record Weighed(float[][] mean, float[][] spread) {}

  /** Standard deviation of where the clouds of a site are, without any motion, km. */
  private static final double NEAREST_KM = 1.5;

  /** Error of the motion, where it is trusted and where it is not: part of it, and km/h. */
  private static final double ERROR_PART = 0.1;

  private static final double ERROR_KMH = 4;
  private static final double DOUBTFUL_KMH = 12;

  /** Nodes across the Gaussian, in standard deviations. */
  private static final double[] NODES = {-2, -1, 0, 1, 2};

  /** Part of the weight that must be known. */
  private static final double LEAST_KNOWN = 0.5;

  private static final double AROUND_KM = 10;
  private static final double[] TEXTURE_MINUTES = {15, 30, 45, 60};

  private final Plane image;
  private final float[] rows;
  private final float[] columns;
  private final SiteNowcast.PixelSize pixel;
  private final float[] variability;
  private Motion motion;
  private double stepMinutes = Double.NaN;

  SitePaths(Plane image, float[] rows, float[] columns, SiteNowcast.PixelSize pixel) {
    this.image = image;
    this.rows = rows;
    this.columns = columns;
    this.pixel = pixel;
    variability = new float[rows.length];
    for (int site = 0; site < rows.length; site++) {
      variability[site] = deviationAround(rows[site], columns[site]);
    }
  }

  /** Lets the clouds move; without, they stay, and nothing is trusted. */
  void follow(Motion found, double minutes) {
    motion = found;
    stepMinutes = minutes;
  }

  boolean isFollowed() {
    return motion != null;
  }

  double stepMinutes() {
    return stepMinutes;
  }

  /** Standard deviation of the index within 10 km of a site; NaN where most is missing. */
  float variability(int site) {
    return variability[site];
  }

  float right(int site) {
    return motion == null ? 0 : nearest(motion.right(), site);
  }

  float down(int site) {
    return motion == null ? 0 : nearest(motion.down(), site);
  }

  float confidence(int site) {
    return motion == null ? 0 : nearest(motion.confidence(), site);
  }

  private float nearest(Plane plane, int site) {
    int row = Math.max(0, Math.min(plane.rows() - 1, Math.round(rows[site])));
    int column = Math.max(0, Math.min(plane.columns() - 1, Math.round(columns[site])));
    return plane.at(row, column);
  }

  /** What may come to each site at each lead. */
  Weighed weigh(double[] leadMinutes) {
    Weighed weighed =
        new Weighed(
            new float[rows.length][leadMinutes.length], new float[rows.length][leadMinutes.length]);
    float[] fromRows = rows.clone();
    float[] fromColumns = columns.clone();
    double minutes = 0;
    for (int lead = 0; lead < leadMinutes.length; lead++) {
      carry(fromRows, fromColumns, leadMinutes[lead] - minutes);
      minutes = leadMinutes[lead];
      for (int site = 0; site < rows.length; site++) {
        double widthKm = widthKm(site, minutes);
        weigh(
            fromRows[site],
            fromColumns[site],
            widthKm / pixel.rowKm(),
            widthKm / pixel.columnKm(),
            weighed.mean()[site],
            weighed.spread()[site],
            lead);
      }
    }
    return weighed;
  }

  /** Deviation around the places from which clouds come within the hour, in the mean. */
  float[] upstreamTextures() {
    float[] sums = new float[rows.length];
    int[] counts = new int[rows.length];
    float[] fromRows = rows.clone();
    float[] fromColumns = columns.clone();
    double minutes = 0;
    for (double lead : TEXTURE_MINUTES) {
      carry(fromRows, fromColumns, lead - minutes);
      minutes = lead;
      for (int site = 0; site < rows.length; site++) {
        float deviation = deviationAround(fromRows[site], fromColumns[site]);
        sums[site] += Float.isNaN(deviation) ? 0 : deviation;
        counts[site] += Float.isNaN(deviation) ? 0 : 1;
      }
    }
    for (int site = 0; site < rows.length; site++) {
      sums[site] = counts[site] == 0 ? Float.NaN : sums[site] / counts[site];
    }
    return sums;
  }

  private void carry(float[] fromRows, float[] fromColumns, double minutes) {
    if (motion == null) {
      return;
    }
    double steps = minutes / stepMinutes;
    int pieces = (int) Math.ceil(steps);
    for (int i = 0; i < pieces; i++) {
      motion.carryBack(fromRows, fromColumns, 0, rows.length, (float) (steps / pieces));
    }
  }

  /** How far from its path a site's cloud may be, as a standard deviation, km. */
  private double widthKm(int site, double minutes) {
    if (motion == null) {
      return Math.hypot(NEAREST_KM, (ERROR_KMH + DOUBTFUL_KMH) * minutes / 60);
    }
    double speed =
        Math.hypot(right(site) * pixel.columnKm(), down(site) * pixel.rowKm()) * 60 / stepMinutes;
    double doubt = 1 - confidence(site);
    double errorKmh = ERROR_PART * speed + ERROR_KMH + DOUBTFUL_KMH * doubt;
    return Math.hypot(NEAREST_KM, errorKmh * minutes / 60);
  }

  private void weigh(
      float row,
      float column,
      double rowWidth,
      double columnWidth,
      float[] means,
      float[] spreads,
      int lead) {
    double known = 0;
    double total = 0;
    double sum = 0;
    double squares = 0;
    for (double down : NODES) {
      for (double right : NODES) {
        double weight = Math.exp(-0.5 * (down * down + right * right));
        float value = at((float) (row + down * rowWidth), (float) (column + right * columnWidth));
        total += weight;
        if (!Float.isNaN(value)) {
          known += weight;
          sum += weight * value;
          squares += weight * value * value;
        }
      }
    }
    if (known < LEAST_KNOWN * total) {
      means[lead] = Float.NaN;
      spreads[lead] = Float.NaN;
      return;
    }
    double mean = sum / known;
    means[lead] = (float) mean;
    spreads[lead] = (float) Math.sqrt(Math.max(0, squares / known - mean * mean));
  }

  /** Bilinear; NaN beyond the edge and where one of the four pixels is missing. */
  private float at(float row, float column) {
    if (!(row >= 0 && row <= image.rows() - 1 && column >= 0 && column <= image.columns() - 1)) {
      return Float.NaN;
    }
    int r = Math.min((int) row, Math.max(0, image.rows() - 2));
    int c = Math.min((int) column, Math.max(0, image.columns() - 2));
    int below = Math.min(r + 1, image.rows() - 1);
    int beside = Math.min(c + 1, image.columns() - 1);
    float x = column - c;
    float top = image.at(r, c) + x * (image.at(r, beside) - image.at(r, c));
    float low = image.at(below, c) + x * (image.at(below, beside) - image.at(below, c));
    return top + (row - r) * (low - top);
  }

  private float deviationAround(float row, float column) {
    double height = AROUND_KM / pixel.rowKm();
    double width = AROUND_KM / pixel.columnKm();
    int pixels = 0;
    int known = 0;
    double sum = 0;
    double squares = 0;
    for (int r = (int) Math.ceil(row - height); r <= row + height; r++) {
      for (int c = (int) Math.ceil(column - width); c <= column + width; c++) {
        double y = (r - row) / height;
        double x = (c - column) / width;
        if (x * x + y * y <= 1) {
          pixels++;
          boolean inside = r >= 0 && r < image.rows() && c >= 0 && c < image.columns();
          float value = inside ? image.at(r, c) : Float.NaN;
          if (!Float.isNaN(value)) {
            known++;
            sum += value;
            squares += (double) value * value;
          }
        }
      }
    }
    if (known < 2 || known < LEAST_KNOWN * pixels) {
      return Float.NaN;
    }
    double mean = sum / known;
    return (float) Math.sqrt(Math.max(0, squares / known - mean * mean));
  }
}
