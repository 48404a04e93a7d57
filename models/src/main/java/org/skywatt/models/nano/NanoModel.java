package org.skywatt.models.nano;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.time.Interval;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.FeatureColumns;
import org.skywatt.features.schema.FeatureRows;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.view.SiteView;
import org.skywatt.models.predict.StepModel;

/**
 * An exported model with the features of this code, evaluated without anything native: the same
 * numbers as {@link org.skywatt.models.predict.LearnedModel}'s, to the bit. Safe for threads.
 */
public final class NanoModel implements StepModel {
  private final NanoRunner runner;
  private final FeatureSchema schema;

  private NanoModel(NanoRunner runner, FeatureSchema schema) {
    this.runner = runner;
    this.schema = schema;
  }

  /**
   * Reads what {@link NanoExport#model} wrote.
   *
   * @throws IOException if it is damaged, or its features are not those of this code
   */
  public static NanoModel read(byte[] model) throws IOException {
    NanoRunner runner;
    try {
      runner = new NanoRunner(new DataInputStream(new ByteArrayInputStream(model)));
    } catch (RuntimeException e) {
      throw new IOException("no model: " + e.getMessage(), e);
    }
    FeatureSchema schema = runner.isSolar() ? Schemas.SOLAR : Schemas.WIND;
    if (!schema.hash().equals(runner.hash())) {
      throw new IOException(
          runner.id() + " was trained with other features than schema " + schema.name());
    }
    return new NanoModel(runner, schema);
  }

  /** Of the bundle. */
  public String id() {
    return runner.id();
  }

  public String licence() {
    return runner.licence();
  }

  /** {@code solar} or {@code wind}. */
  public String technology() {
    return schema.name();
  }

  @Override
  public double[][] percentiles(SiteView view, Issue issue, List<InputTier> tiers) {
    FeatureColumns features = new FeatureRows(schema).of(view, issue);
    double[][] percentiles = new double[issue.steps()][];
    for (int step = 0; step < percentiles.length; step++) {
      Interval interval = issue.interval(step);
      double minutes = (double) Duration.between(issue.issueTime(), interval.end()).toMinutes();
      percentiles[step] =
          runner.percentiles(
              features.row(step),
              tiers.get(step).text(),
              minutes,
              view.sun().over(interval).night());
    }
    return percentiles;
  }
}
