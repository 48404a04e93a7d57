package org.skywatt.models.physical;

import java.util.List;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.time.StepGrid;
import org.skywatt.core.wind.PowerCurve;
import org.skywatt.features.physical.SolarPower;
import org.skywatt.features.physical.WindPower;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.view.SiteSteps;
import org.skywatt.features.view.SiteView;
import org.skywatt.features.view.SunStep;
import org.skywatt.features.view.WeatherSteps;
import org.skywatt.models.predict.StepModel;

/**
 * Percentiles of a site's power without anything learned. Each percentile is the power that the
 * plant gives in the weather of that percentile.
 *
 * <p>Solar: the clear-sky index of the weather model on the plane of the modules, cells by Faiman,
 * PVWatts with its typical losses. Wind: speed at the hub by the power law, and a curve of ordinary
 * modern turbines, smoothed as by a farm. Errors of the weather are taken as logistic, of a size
 * that is common a day ahead: standard deviation 0.2 in the clear-sky index and 1.8 m/s in wind
 * speed at the hub. They are assumed and not calibrated: a trained model replaces this one as soon
 * as there is one.
 */
public final class PhysicalModel implements StepModel {
  private static final double INDEX_ERROR = 0.2;
  private static final double SPEED_ERROR_MS = 1.8;

  /** Without a weather model: from overcast to clear, all alike. */
  private static final double LEAST_INDEX = 0.1;

  private static final double CLEAR_INDEX = 1.05;

  /** Without a weather model: Rayleigh-distributed speed of an ordinary site. */
  private static final double TYPICAL_SPEED_MS = 7;

  private static final PowerCurve TURBINE =
      PowerCurve.of(
          new double[] {2.5, 4, 6, 8, 10, 12, 14, 24, 28},
          new double[] {0, 0.05, 0.18, 0.42, 0.72, 0.93, 1, 1, 0});

  @Override
  public double[][] percentiles(SiteView view, Issue issue, List<InputTier> tiers) {
    WeatherSteps weather = SiteSteps.once(view, StepGrid.of(issue.step())).weather();
    int first = weather.grid().number(issue.interval(0).end());
    double[][] percentiles = new double[issue.steps()][];
    for (int step = 0; step < percentiles.length; step++) {
      percentiles[step] = percentiles(weather, first + step);
    }
    return percentiles;
  }

  private static double[] percentiles(WeatherSteps weather, int step) {
    Site site = weather.site();
    double[] percentiles = new double[QuantileLevels.PERCENTILES.size()];
    for (int i = 0; i < percentiles.length; i++) {
      double level = QuantileLevels.PERCENTILES.get(i);
      percentiles[i] =
          site instanceof SolarSite solar
              ? solar(solar, weather, step, level)
              : wind((WindSite) site, weather, step, level);
    }
    return percentiles;
  }

  private static double solar(SolarSite site, WeatherSteps weather, int step, double level) {
    SunStep sun = weather.sun().at(step);
    if (sun.night()) {
      return 0;
    }
    double told = weather.clearSkyIndex(step);
    double index =
        Double.isNaN(told)
            ? LEAST_INDEX + level * (CLEAR_INDEX - LEAST_INDEX)
            : told + INDEX_ERROR * logistic(level);
    double bounded = Math.max(0, Math.min(SolarPower.GREATEST_INDEX, index));
    return SolarPower.ofPlane(site, weather, step, bounded * sun.clearSkyPlaneWm2());
  }

  private static double wind(WindSite site, WeatherSteps weather, int step, double level) {
    double told = WindPower.hubSpeed(site, weather, step);
    double speed =
        Double.isNaN(told)
            ? TYPICAL_SPEED_MS * Math.sqrt(-4 / Math.PI * Math.log(1 - level))
            : told + SPEED_ERROR_MS * logistic(level);
    return TURBINE.power(Math.max(0, speed));
  }

  /** Quantile of the logistic distribution of mean 0 and standard deviation 1. */
  private static double logistic(double level) {
    return Math.sqrt(3) / Math.PI * Math.log(level / (1 - level));
  }
}
