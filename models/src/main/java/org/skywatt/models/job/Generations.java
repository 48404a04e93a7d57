package org.skywatt.models.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.skywatt.core.run.EnergyTier;
import org.skywatt.features.job.SiteHistories;
import org.skywatt.features.plan.Issue;
import org.skywatt.models.bundle.ModelBundle;

/**
 * The models of one technology that forecast together: a single one, or several generations whose
 * quantiles are averaged level by level.
 *
 * @param bundles the one that would forecast alone first
 * @param weights of the bundles, hundredths, not negative; they add up to 1
 * @param pastMade forecasts of a site of the past that each made to be weighed by
 */
public record Generations(List<ModelBundle> bundles, List<Double> weights, long pastMade) {
  /** Days that are looked at. */
  static final int DAYS = 14;

  /** Days of the mean loss of all that each is taken to have besides its own. */
  private static final double PRIOR_DAYS = 2;

  private static final Duration DAY = Duration.ofDays(1);

  public static Generations of(ModelBundle bundle) {
    return new Generations(List.of(bundle), List.of(1.0), 0);
  }

  /**
   * Weighs {@code bundles}, of one technology and schema, by the forecasts that they would have
   * made at the time of {@code issue} on each of the last days that none of them has learned from,
   * with what was known then, scored by the power known at {@code issue}: by inverse squares of
   * their CRPS. Without such days all weigh the same.
   */
  public static Generations weighed(
      SiteHistories histories, List<ModelBundle> bundles, Issue issue) {
    if (bundles.size() == 1) {
      return of(bundles.get(0));
    }
    Instant fitted = fitUntil(bundles);
    List<Issue> past = new ArrayList<>();
    for (int day = DAYS; day > 0; day--) {
      Instant time = issue.issueTime().minus(DAY.multipliedBy(day));
      if (!time.isBefore(fitted)) {
        past.add(new Issue(time, issue.step(), issue.steps()));
      }
    }
    List<Hindcast.Losses> losses =
        past.isEmpty() ? List.of() : new Hindcast(histories).run(bundles, past, issue.issueTime());
    return new Generations(bundles, weights(losses, bundles.size()), past.size());
  }

  /** In hundredths, so that they do not hang on the order of sums. */
  static List<Double> weights(List<Hindcast.Losses> losses, int count) {
    List<Hindcast.Losses> ordered = new ArrayList<>(losses);
    ordered.sort(
        Comparator.comparing(Hindcast.Losses::day).thenComparing(Hindcast.Losses::leadHours));
    double[] sums = new double[count];
    long days = ordered.stream().mapToLong(Hindcast.Losses::day).distinct().count();
    for (Hindcast.Losses each : ordered) {
      for (int i = 0; i < count; i++) {
        sums[i] += each.crps()[i];
      }
    }
    double mean = Arrays.stream(sums).sum() / count;
    double[] weights = new double[count];
    Arrays.fill(weights, 1);
    if (mean > 0) {
      for (int i = 0; i < count; i++) {
        double loss = sums[i] + PRIOR_DAYS / days * mean;
        weights[i] = mean / loss * mean / loss;
      }
    }
    return hundredths(weights);
  }

  /** Rounded down; the heaviest takes what is left. */
  private static List<Double> hundredths(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    int heaviest = 0;
    int left = 100;
    int[] shares = new int[weights.length];
    for (int i = 0; i < weights.length; i++) {
      shares[i] = (int) (100 * weights[i] / sum);
      left -= shares[i];
      heaviest = weights[i] > weights[heaviest] ? i : heaviest;
    }
    shares[heaviest] += left;
    return Arrays.stream(shares).mapToObj(share -> share / 100.0).toList();
  }

  /** When the last of them was fitted. */
  Instant fitUntil() {
    return fitUntil(bundles);
  }

  private static Instant fitUntil(List<ModelBundle> bundles) {
    return bundles.stream()
        .map(bundle -> Instant.parse(bundle.card().fitUntil()))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * Ids with a {@code +} between two, each with {@code *} and its weight where there are several.
   */
  String name() {
    if (bundles.size() == 1) {
      return bundles.get(0).card().id();
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < bundles.size(); i++) {
      String weight = String.format(Locale.ROOT, "%.2f", weights.get(i));
      names.add(bundles.get(i).card().id() + "*" + weight);
    }
    return String.join("+", names);
  }

  /** J of one site and step by all of them. */
  double joulesPerForecast() {
    return bundles.stream().mapToDouble(bundle -> bundle.card().joulesPerForecast()).sum();
  }

  /** The worst of how joules are known. */
  EnergyTier energyTier() {
    return bundles.stream()
        .map(bundle -> EnergyTier.parse(bundle.card().energyTier()))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  String licence() {
    return bundles.stream()
        .map(bundle -> bundle.card().licence())
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
