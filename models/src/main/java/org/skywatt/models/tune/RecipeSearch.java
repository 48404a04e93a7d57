package org.skywatt.models.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.models.score.Pinball;
import org.skywatt.models.train.IssueDraw;
import org.skywatt.models.train.Recipe;
import org.skywatt.models.train.SiteModel;
import org.skywatt.models.train.SiteModelTrainer;
import org.skywatt.models.train.TrainingRow;

/**
 * Tries recipes until the energy is spent. The given recipe comes first. Then eight at random learn
 * from a quarter of the issues and the best two of them from all, again and again: successive
 * halving (Jamieson and Talwalkar 2016), in two steps. What is tried hangs on the seed alone; how
 * much of it, on the energy.
 */
public final class RecipeSearch {
  /** What is at most so much worse than the best is as good. */
  public static final double AS_GOOD = 0.005;

  private static final int DRAWN = 8;
  private static final int KEPT = 2;
  private static final int QUARTER = 4;
  private static final int QUARTER_SEED = 11;
  private static final int FEWEST = 500;

  private final Recipe base;
  private final long seed;
  private final double budgetJoules;
  private final DoubleSupplier spentJoules;
  private final List<Try> tries = new ArrayList<>();

  /**
   * @param spentJoules energy spent on the search so far, J
   */
  public RecipeSearch(Recipe base, long seed, double budgetJoules, DoubleSupplier spentJoules) {
    this.base = base;
    this.seed = seed;
    this.budgetJoules = budgetJoules;
    this.spentJoules = spentJoules;
  }

  /**
   * All tries, in their order: one at least, and none is begun once the budget is spent.
   *
   * @param past rows to learn from; those without a label are left out
   * @param held rows of later issues, to score on; those without a truth are left out
   * @throws IllegalArgumentException if there is too little to learn from, or nothing to score on
   */
  public List<Try> run(List<TrainingRow> past, List<TrainingRow> held) {
    List<TrainingRow> scored = new ArrayList<>();
    for (TrainingRow row : held) {
      if (!Double.isNaN(row.truth()) && !isDark(row)) {
        scored.add(row);
      }
    }
    if (scored.isEmpty()) {
      throw new IllegalArgumentException(
          base.name() + ": no held-out row with power to score on: an earlier start is needed");
    }
    attempt(base, past, 1, scored);
    List<TrainingRow> quarter = quarter(past);
    double share = quarter == past ? 1 : 1.0 / QUARTER;
    Candidates candidates = new Candidates(base, seed);
    while (isLeft()) {
      List<Try> sorted = new ArrayList<>();
      for (int i = 0; i < DRAWN && isLeft(); i++) {
        sorted.add(attempt(candidates.next(), quarter, share, scored));
      }
      sorted.sort(Comparator.comparingDouble(Try::pinball));
      for (int i = 0; share < 1 && i < KEPT && i < sorted.size() && isLeft(); i++) {
        attempt(sorted.get(i).recipe(), past, 1, scored);
      }
    }
    return List.copyOf(tries);
  }

  /**
   * The rows of a quarter of the issues; all of them where these would be too few to learn from.
   */
  private List<TrainingRow> quarter(List<TrainingRow> past) {
    List<TrainingRow> quarter = new ArrayList<>();
    int usable = 0;
    for (TrainingRow row : past) {
      if (IssueDraw.of(row, QUARTER_SEED, QUARTER) == 0) {
        quarter.add(row);
        usable += Double.isNaN(row.label()) || isDark(row) ? 0 : 1;
      }
    }
    return usable < FEWEST ? past : quarter;
  }

  private boolean isDark(TrainingRow row) {
    return base.solar() && row.sunDown();
  }

  private boolean isLeft() {
    return spentJoules.getAsDouble() < budgetJoules;
  }

  private Try attempt(
      Recipe recipe, List<TrainingRow> past, double share, List<TrainingRow> scored) {
    double before = spentJoules.getAsDouble();
    SiteModel model = new SiteModelTrainer(recipe.uncalibrated()).train(past);
    double[][] percentiles = model.percentiles(scored);
    double loss = 0;
    for (int i = 0; i < percentiles.length; i++) {
      loss +=
          Pinball.mean(QuantileLevels.PERCENTILES, percentiles[i], scored.get(i).truth())
              / percentiles.length;
    }
    Try made =
        new Try(
            tries.size() + 1,
            recipe,
            share,
            loss,
            model.booster().nodes(),
            spentJoules.getAsDouble() - before);
    tries.add(made);
    return made;
  }

  /** The smallest of those that learned from all and are within {@link #AS_GOOD} of the best. */
  public static Try chosen(List<Try> tries) {
    double best = Double.POSITIVE_INFINITY;
    for (Try each : tries) {
      best = each.share() == 1 ? Math.min(best, each.pinball()) : best;
    }
    Try smallest = null;
    for (Try each : tries) {
      boolean asGood = each.share() == 1 && each.pinball() <= best * (1 + AS_GOOD);
      if (asGood && (smallest == null || each.nodes() < smallest.nodes())) {
        smallest = each;
      }
    }
    return smallest;
  }
}
