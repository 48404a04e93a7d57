package org.skywatt.models.train;

import java.util.List;
import java.util.Set;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.network.QuantileNetwork;

/**
 * How a network is trained on the rows of all sites together.
 *
 * @param unused names of features that the network does not see
 * @param levels quantile levels that it learns
 */
public record NetworkRecipe(
    String name,
    String schema,
    boolean solar,
    Set<String> unused,
    double[] levels,
    QuantileNetwork.Plan plan,
    int seed)
    implements Learner {

  @Override
  public boolean pooled() {
    return true;
  }

  @Override
  public NetworkRecipe quicker(int times) {
    QuantileNetwork.Plan less =
        new QuantileNetwork.Plan(
            plan.hidden(), Math.max(1, plan.epochs() / times), plan.batch(), plan.dropped());
    return new NetworkRecipe(name, schema, solar, unused, levels, less, seed);
  }

  /** The same network that starts and shuffles otherwise. */
  NetworkRecipe withSeed(int other) {
    return new NetworkRecipe(name, schema, solar, unused, levels, plan, other);
  }

  @Override
  public PercentileModel learn(List<TrainingRow> rows) {
    List<TrainingRow> usable = UsableRows.of(this, rows);
    Inputs inputs = Inputs.fit(Schemas.get(schema), unused, usable);
    float[] labels = new float[usable.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (float) usable.get(i).label();
    }
    QuantileNetwork network = QuantileNetwork.fit(plan, levels, inputs.of(usable), labels, seed);
    return new NetworkModel(solar, inputs, network, QuantileLevels.of(levels));
  }
}
