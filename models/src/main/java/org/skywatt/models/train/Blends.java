package org.skywatt.models.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.skywatt.models.network.QuantileNetwork;

/** The blends there are. docs/models.md says how they were chosen. */
public final class Blends {
  private static final double[] NETWORK_LEVELS = {
    0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75,
    0.8, 0.85, 0.9, 0.94, 0.97, 0.99
  };

  /** A network cannot know what it has not seen a second time: the day of the year. */
  private static final Set<String> UNUSED = Set.of("day_of_year");

  public static final Blend GEFCOM2014_SOLAR =
      withNetworks(
          Recipes.GEFCOM2014_SOLAR,
          0.35,
          3,
          new QuantileNetwork.Plan(new int[] {96, 64}, 30, 128, 0.1));

  public static final Blend GEFCOM2014_WIND =
      withNetworks(
          Recipes.GEFCOM2014_WIND,
          0.35,
          3,
          new QuantileNetwork.Plan(new int[] {96, 64}, 12, 256, 0.1));

  /** One wind farm, the day ahead, from NWP and its own past. */
  public static final Learner DAY_AHEAD_WIND =
      new CalibratedBlend(
          "wind-day-ahead",
          withNetworks(
              Recipes.WIND_DAY_AHEAD,
              0.4,
              3,
              new QuantileNetwork.Plan(new int[] {64, 32}, 20, 128, 0.1)),
          4);

  private Blends() {}

  /**
   * A booster and networks that differ in their seed.
   *
   * @param weight of all networks together
   */
  private static Blend withNetworks(
      Recipe recipe, double weight, int networks, QuantileNetwork.Plan plan) {
    List<Member> members = new ArrayList<>();
    for (int seed = 1; seed <= networks; seed++) {
      NetworkRecipe network =
          new NetworkRecipe(
              recipe.name() + "-network-" + seed,
              recipe.schema(),
              recipe.solar(),
              UNUSED,
              NETWORK_LEVELS,
              plan,
              seed);
      members.add(new Member(network, weight / networks));
    }
    members.add(new Member(recipe, 1 - weight));
    return new Blend(members);
  }
}
