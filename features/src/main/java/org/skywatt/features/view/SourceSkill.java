package org.skywatt.features.view;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How good each of several weather models was at a site lately: what it weighs in a mean of them,
 * and whether it is behind: clearly worse than the best of them, or not yet proved.
 */
public final class SourceSkill {
  /** Nothing is known: all weigh the same and none is behind. */
  static final SourceSkill UNKNOWN = new SourceSkill(new TreeMap<>(), Set.of());

  /** Fewer days are no evidence. */
  static final int LEAST_DAYS = 4;

  /** Days of all sources' mean loss that each is taken to have besides its own. */
  private static final double PRIOR_DAYS = 2;

  /** A source is behind if its loss, with those days, is more than this times the least. */
  private static final double MUCH = 1.2;

  private final SortedMap<String, Double> weights;
  private final Set<String> behind;

  private SourceSkill(SortedMap<String, Double> weights, Set<String> behind) {
    this.weights = weights;
    this.behind = behind;
  }

  /**
   * By the squared errors of the same hours. Weights are those of inverse mean squares, drawn
   * towards each other the more, the fewer days there are.
   *
   * @param losses by source, a sum a day, not negative; as many days each
   */
  static SourceSkill of(SortedMap<String, double[]> losses) {
    int days = losses.isEmpty() ? 0 : losses.get(losses.firstKey()).length;
    double all = 0;
    double least = Double.POSITIVE_INFINITY;
    for (String source : losses.keySet()) {
      double sum = sum(losses.get(source));
      all += sum;
      least = Math.min(least, sum);
    }
    if (days < LEAST_DAYS || !(all > 0)) {
      return UNKNOWN;
    }
    double prior = PRIOR_DAYS / days * all / losses.size();
    SortedMap<String, Double> weights = new TreeMap<>();
    Set<String> behind = new TreeSet<>();
    double total = 0;
    for (String source : losses.keySet()) {
      double loss = sum(losses.get(source)) + prior;
      total += 1 / loss;
      weights.put(source, 1 / loss);
      if (loss > MUCH * (least + prior)) {
        behind.add(source);
      }
    }
    double one = total;
    weights.replaceAll((source, weight) -> weight / one);
    return new SourceSkill(weights, behind);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** What {@code source} weighs in a mean; weights of the proved sources add up to 1. */
  public double weight(String source) {
    return weights.isEmpty() ? 1 : weights.getOrDefault(source, 1.0 / weights.size());
  }

  /** Whether another source should be looked at first. */
  public boolean isBehind(String source) {
    return !weights.isEmpty() && (behind.contains(source) || !weights.containsKey(source));
  }

  /** Weights of the proved sources by name; empty where nothing is known. */
  public SortedMap<String, Double> weights() {
    return new TreeMap<>(weights);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceSkill skill
        && weights.equals(skill.weights)
        && behind.equals(skill.behind);
  }

  @Override
  public int hashCode() {
    return 31 * weights.hashCode() + behind.hashCode();
  }
}
