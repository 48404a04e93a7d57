package org.skywatt.models.reference;

import java.util.List;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.baseline.Baselines;
import org.skywatt.models.train.Learner;
import org.skywatt.models.train.PercentileModel;
import org.skywatt.models.train.TrainingRow;

/**
 * A forecast that every model must beat. Unlike a model it may know nothing about a row: then its
 * percentiles are null. A point forecast gives 99 times the same. Solar rows with the sun down are
 * zero.
 */
abstract class Reference implements Learner {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final String schema;
  private final boolean solar;

  Reference(String name, String schema, boolean solar) {
    this.name = name;
    this.schema = schema;
    this.solar = solar;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String schema() {
    return schema;
  }

  @Override
  public final boolean solar() {
    return solar;
  }

  @Override
  public final boolean pooled() {
    return false;
  }

  /** Percentiles of one row that is not dark; null where nothing is known. */
  interface Rule {
    double[] percentiles(TrainingRow row);
  }

  /**
   * What is fitted to rows with a label.
   *
   * @param past also rows without a label, which tell nothing
   */
  abstract Rule fit(List<TrainingRow> past);

  @Override
  public final PercentileModel learn(List<TrainingRow> past) {
    Rule rule = fit(past);
    double[] dark = Baselines.point(0);
    return rows -> {
      double[][] percentiles = new double[rows.size()][];
      for (int i = 0; i < percentiles.length; i++) {
        TrainingRow row = rows.get(i);
        percentiles[i] = solar && row.sunDown() ? dark : rule.percentiles(row);
      }
      return percentiles;
    };
  }

  /** Place of a feature in the rows, or −1. */
  final int indexOf(String feature) {
    return Schemas.get(schema).indexOf(feature);
  }
}
