package org.skywatt.models.train;

import java.util.List;

/**
 * A learner that is not told some features: they are missing when it learns and when it forecasts.
 * What its score loses is what they are worth.
 *
 * @param blanked places of these features in a row
 */
public record Ablated(Learner learner, List<Integer> blanked) implements Learner {
  public Ablated {
    blanked = List.copyOf(blanked);
  }

  @Override
  public String name() {
    return learner.name();
  }

  @Override
  public String schema() {
    return learner.schema();
  }

  @Override
  public boolean solar() {
    return learner.solar();
  }

  @Override
  public boolean pooled() {
    return learner.pooled();
  }

  @Override
  public Learner quicker(int times) {
    return new Ablated(learner.quicker(times), blanked);
  }

  @Override
  public PercentileModel learn(List<TrainingRow> rows) {
    PercentileModel model = learner.learn(blank(rows));
    return later -> model.percentiles(blank(later));
  }

  private List<TrainingRow> blank(List<TrainingRow> rows) {
    return blanked.isEmpty() ? rows : rows.stream().map(this::blank).toList();
  }

  private TrainingRow blank(TrainingRow row) {
    float[] features = row.features().clone();
    for (int i : blanked) {
      features[i] = Float.NaN;
    }
    return row.with(features);
  }
}
