package org.skywatt.models.predict;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.time.Interval;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.tier.InputTiers;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.features.view.SiteView;

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
    for (int step = 0; step < percentiles.length; step++) {
      QuantileForecast forecast =
          QuantileForecast.rearranged(QuantileLevels.PERCENTILES, percentiles[step], 1);
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
            stale);
    return SiteForecast.of(site, levels, mean, quantiles);
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
