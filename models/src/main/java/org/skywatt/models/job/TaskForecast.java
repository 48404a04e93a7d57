package org.skywatt.models.job;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteAdjustment;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.site.SiteId;

/**
 * A site's forecast as it crosses from a task to the driver.
 *
 * @param change of its adjustment
 * @param days of its adjustment; 0 for none
 * @param pastMade forecasts of the past that were made to adjust by
 */
record TaskForecast(
    String siteId,
    String organisation,
    double capacityKw,
    InputTier tier,
    List<StaleInput> stale,
    double[] mean,
    double[][] quantiles,
    double change,
    int days,
    int pastMade)
    implements Serializable {
  static TaskForecast of(SiteForecast forecast, int pastMade) {
    RunSite site = forecast.site();
    double[] mean = new double[forecast.steps()];
    double[][] quantiles = new double[forecast.steps()][];
    for (int step = 0; step < mean.length; step++) {
      mean[step] = forecast.mean(step);
      quantiles[step] = forecast.quantiles(step);
    }
    return new TaskForecast(
        site.siteId().value(),
        site.organisation(),
        site.capacityKw(),
        site.inputTier(),
        new ArrayList<>(site.staleInputs()),
        mean,
        quantiles,
        site.adjustment().map(SiteAdjustment::change).orElse(0.0),
        site.adjustment().map(SiteAdjustment::days).orElse(0),
        pastMade);
  }

  SiteForecast toSiteForecast() {
    RunSite site =
        new RunSite(
            new SiteId(siteId),
            organisation,
            capacityKw,
            capacityKw,
            tier,
            Set.copyOf(stale),
            days == 0 ? Optional.empty() : Optional.of(new SiteAdjustment(change, days)));
    return SiteForecast.of(site, ForecastJob.LEVELS, mean, quantiles);
  }
}
