package org.skywatt.models.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.skywatt.features.nowcast.NowcastFeatures;
import org.skywatt.models.network.QuantileNetwork;

/** The blends there are. docs/models.md says how they were chosen. */
public final class Blends {
  private static final double[] NETWORK_LEVELS = {
    0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75,
    0.8, 0.85, 0.9, 0.94, 0.97, 0.99
  };

  /** A network cannot know what it has not seen a second time: the day of the year. */
  private static final Set<String> UNUSED = Set.of("day_of_year");

  private static final QuantileNetwork.Plan SOLAR_NETWORK =
      new QuantileNetwork.Plan(new int[] {96, 64}, 30, 128, 0.1);

  private static final QuantileNetwork.Plan WIND_NETWORK =
      new QuantileNetwork.Plan(new int[] {96, 64}, 12, 256, 0.1);

  public static final Blend GEFCOM2014_SOLAR =
      new Blend(
          members(
              0.2,
              networks(Recipes.GEFCOM2014_SOLAR, 3, SOLAR_NETWORK),
              new Member(Recipes.GEFCOM2014_SOLAR, 0.4),
              new Member(
                  new Stacked(
                      "gefcom2014-solar-stacked",
                      networks(Recipes.GEFCOM2014_SOLAR, 2, SOLAR_NETWORK),
                      Recipes.GEFCOM2014_SOLAR_STACKED,
                      4),
                  0.4)));

  public static final Blend GEFCOM2014_WIND =
      new Blend(
          members(
              0.2,
              networks(Recipes.GEFCOM2014_WIND, 3, WIND_NETWORK),
              new Member(Recipes.GEFCOM2014_WIND, 0.3),
              new Member(
                  new Stacked(
                      "gefcom2014-wind-stacked",
                      networks(Recipes.GEFCOM2014_WIND, 2, WIND_NETWORK),
                      Recipes.GEFCOM2014_WIND,
                      4),
                  0.5)),
          new Shaping(0.3, 1.1));

  /** One wind farm, the day ahead, from NWP and its own past. */
  public static final Learner DAY_AHEAD_WIND =
      new CalibratedBlend(
          "wind-day-ahead",
          new Blend(
              members(
                  0.4,
                  networks(
                      Recipes.WIND_DAY_AHEAD,
                      3,
                      new QuantileNetwork.Plan(new int[] {64, 32}, 20, 128, 0.1)),
                  new Member(Recipes.WIND_DAY_AHEAD, 0.6))),
          8);

  /** The next hours of one solar plant, relative to what it could give lately. */
  public static final Learner SOLAR_NOWCAST =
      new CalibratedBlend(
          "solar-nowcast",
          Blend.of(new RelativeBooster(Recipes.SOLAR_NOWCAST, NowcastFeatures.YIELD_AT, 1.6)),
          4);

  private Blends() {}

  /**
   * Networks, and other members beside them.
   *
   * @param weight of all networks together
   */
  private static List<Member> members(
      double weight, List<NetworkRecipe> networks, Member... others) {
    List<Member> members = new ArrayList<>();
    networks.forEach(network -> members.add(new Member(network, weight / networks.size())));
    members.addAll(List.of(others));
    return members;
  }

  /** Networks over the features of {@code recipe} that differ in their seed. */
  private static List<NetworkRecipe> networks(Recipe recipe, int count, QuantileNetwork.Plan plan) {
    List<NetworkRecipe> networks = new ArrayList<>();
    for (int seed = 1; seed <= count; seed++) {
      networks.add(
          new NetworkRecipe(
              recipe.name() + "-network-" + seed,
              recipe.schema(),
              recipe.solar(),
              UNUSED,
              NETWORK_LEVELS,
              plan,
              seed));
    }
    return networks;
  }
}
