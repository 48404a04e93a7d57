package org.skywatt.models.predict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteAdjustment;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.time.Interval;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.tier.InputTiers;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.features.view.SiteView;
import org.skywatt.models.adjust.Adjustment;

/** Forecasts sites with one model. */
public final class SiteForecaster {
  private final StepModel model;
  private final QuantileLevels levels;

  /**
   * @param levels quantiles to give
   */
  public SiteForecaster(StepModel model, QuantileLevels levels) {
    this.model = model;
    this.levels = levels;
  }

  /**
   * The forecast of one issue. The site's tier is the worst of its steps', and its stale inputs are
   * those that any step goes without.
   */
  public SiteForecast forecast(SiteHistory history, Issue issue) {
    return forecast(history, issue, Adjustment.NONE);
  }

  /** The same, moved by {@code adjustment}. */
  public SiteForecast forecast(SiteHistory history, Issue issue, Adjustment adjustment) {
    SiteView view = history.at(issue.issueTime());
    List<InputTier> tiers = new ArrayList<>();
    InputTier worst = InputTier.FULL;
    Set<StaleInput> stale = EnumSet.noneOf(StaleInput.class);
    for (int step = 0; step < issue.steps(); step++) {
      Interval interval = issue.interval(step);
      InputTier tier = InputTiers.of(view, interval);
      worst = tier.compareTo(worst) > 0 ? tier : worst;
      stale.addAll(InputTiers.stale(view, interval));
      tiers.add(tier);
    }
    double[][] percentiles = model.percentiles(view, issue, tiers);
    double[] mean = new double[percentiles.length];
    double[][] quantiles = new double[percentiles.length][];
    double before = 0;
    double after = 0;
    for (int step = 0; step < percentiles.length; step++) {
      QuantileForecast forecast = rearranged(percentiles[step]);
      if (!adjustment.isNone()) {
        before += forecast.mean();
        double[] moved = forecast.toArray();
        adjustment.apply(moved, Duration.between(issue.issueTime(), issue.interval(step).end()));
        forecast = rearranged(moved);
        after += forecast.mean();
      }
      mean[step] = forecast.mean();
      quantiles[step] = new double[levels.size()];
      for (int i = 0; i < levels.size(); i++) {
        quantiles[step][i] = forecast.at(levels.get(i));
      }
    }
    double capacityKw = 0;
    for (int step = 0; step < issue.steps(); step++) {
      capacityKw = Math.max(capacityKw, view.generation().capacityKw(issue.interval(step).end()));
    }
    scale(view, issue, capacityKw, mean, quantiles);
    RunSite site =
        new RunSite(
            history.site().id(),
            history.site().organisation(),
            capacityKw,
            capacityKw,
            worst,
            stale,
            told(adjustment, after / before - 1));
    return SiteForecast.of(site, levels, mean, quantiles);
  }

  private static QuantileForecast rearranged(double[] percentiles) {
    return QuantileForecast.rearranged(QuantileLevels.PERCENTILES, percentiles, 1);
  }

  /**
   * @param change NaN where the forecast is nothing but zero
   */
  private static Optional<SiteAdjustment> told(Adjustment adjustment, double change) {
    return adjustment.isNone() || Double.isNaN(change)
        ? Optional.empty()
        : Optional.of(new SiteAdjustment(Math.rint(change * 1e4) / 1e4, adjustment.days()));
  }

  /** Fractions of the capacity that each step has become those of the run's. */
  private static void scale(
      SiteView view, Issue issue, double capacityKw, double[] mean, double[][] quantiles) {
    for (int step = 0; step < mean.length; step++) {
      double part = view.generation().capacityKw(issue.interval(step).end()) / capacityKw;
      if (part != 1) {
        mean[step] *= part;
        for (int i = 0; i < quantiles[step].length; i++) {
          quantiles[step][i] *= part;
        }
      }
    }
  }
}
