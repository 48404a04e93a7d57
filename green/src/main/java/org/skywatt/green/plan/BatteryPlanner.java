package org.skywatt.green.plan;

import java.util.Arrays;

/**
 * When to charge and discharge a battery so that what is drawn from the grid costs least: a dynamic
 * programme over slots and levels of charge. Green power beyond the load is free; what the battery
 * does not take of it is lost. Exact on the levels, which divide the capacity evenly.
 */
public final class BatteryPlanner {
  private static final int LEVELS = 200;

  private final SlotCosts costs;
  private final double[] loadKwh;
  private final double[] greenKwh;
  private final Battery battery;
  private final double levelKwh;
  private final int reach;

  private BatteryPlanner(
      SlotCosts costs, double[] loadKwh, double[] greenKwh, Battery battery, double slotHours) {
    this.costs = costs;
    this.loadKwh = loadKwh;
    this.greenKwh = greenKwh;
    this.battery = battery;
    this.levelKwh = battery.capacityKwh() / LEVELS;
    this.reach =
        (int) Math.min(LEVELS, Math.floor(battery.powerKw() * slotHours / levelKwh + 1e-9));
  }

  /**
   * The change of the battery's charge in each slot, kWh, above 0 where it charges.
   *
   * @param costs of a kilowatt-hour from the grid, 0 or more
   * @param loadKwh energy that is needed in each slot, 0 or more
   * @param greenKwh own green energy in each slot, 0 or more
   * @throws PlanException if the numbers of slots differ or a value is below 0
   */
  public static double[] plan(
      SlotCosts costs, double[] loadKwh, double[] greenKwh, Battery battery, double slotHours) {
    if (loadKwh.length != costs.slots() || greenKwh.length != costs.slots()) {
      throw new PlanException(
          PlanException.Code.INVALID_COST, "costs, load and green energy differ in their slots");
    }
    for (int slot = 0; slot < loadKwh.length; slot++) {
      if (!(loadKwh[slot] >= 0 && greenKwh[slot] >= 0 && costs.get(slot) >= 0)) {
        throw new PlanException(
            PlanException.Code.INVALID_COST,
            "slot " + slot + " has a load, green energy or cost below 0; give 0 or more");
      }
    }
    return new BatteryPlanner(costs, loadKwh, greenKwh, battery, slotHours).plan();
  }

  private double[] plan() {
    int slots = costs.slots();
    int start = (int) Math.rint(battery.startKwh() / levelKwh);
    double[] least = new double[LEVELS + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    least[start] = 0;
    int[][] from = new int[slots][LEVELS + 1];
    for (int slot = 0; slot < slots; slot++) {
      double[] next = new double[LEVELS + 1];
      Arrays.fill(next, Double.POSITIVE_INFINITY);
      for (int level = 0; level <= LEVELS; level++) {
        if (Double.isInfinite(least[level])) {
          continue;
        }
        int low = Math.max(0, level - reach);
        int high = Math.min(LEVELS, level + reach);
        for (int to = low; to <= high; to++) {
          double cost = least[level] + gridKwh(slot, (to - level) * levelKwh) * costs.get(slot);
          if (cost < next[to]) {
            next[to] = cost;
            from[slot][to] = level;
          }
        }
      }
      least = next;
    }
    double[] change = new double[slots];
    for (int slot = slots - 1, level = end(least); slot >= 0; slot--) {
      change[slot] = (level - from[slot][level]) * levelKwh;
      level = from[slot][level];
    }
    return change;
  }

  /** The level to end with: of those that can be reached, the one nearest to what is asked. */
  private int end(double... least) {
    int asked = (int) Math.rint(battery.endKwh() / levelKwh);
    int nearest = -1;
    for (int level = 0; level <= LEVELS; level++) {
      boolean nearer = nearest < 0 || Math.abs(level - asked) < Math.abs(nearest - asked);
      nearest = !Double.isInfinite(least[level]) && nearer ? level : nearest;
    }
    return nearest;
  }

  /** Energy drawn from the grid in a slot in which the charge changes by {@code change} kWh. */
  private double gridKwh(int slot, double change) {
    return Math.max(0, loadKwh[slot] - greenKwh[slot] + battery.terminalsKwh(change));
  }

  /** What the grid's energy costs under a plan. */
  public static double cost(
      SlotCosts costs, double[] loadKwh, double[] greenKwh, Battery battery, double... change) {
    BatteryPlanner planner = new BatteryPlanner(costs, loadKwh, greenKwh, battery, 1);
    double cost = 0;
    for (int slot = 0; slot < change.length; slot++) {
      cost += planner.gridKwh(slot, change[slot]) * costs.get(slot);
    }
    return cost;
  }
}
