package org.skywatt.models.train;

import java.util.List;

/** Learns what a size learns: from some of the rows, by its recipe. */
record SizedLearner(ModelSize size, Recipe recipe) implements Learner {
  @Override
  public String name() {
    return recipe.name();
  }

  @Override
  public String schema() {
    return recipe.schema();
  }

  @Override
  public boolean solar() {
    return recipe.solar();
  }

  @Override
  public boolean pooled() {
    return recipe.pooled();
  }

  @Override
  public SiteModel learn(List<TrainingRow> rows) {
    return new SiteModelTrainer(recipe).train(size.learnedFrom(rows));
  }
}
