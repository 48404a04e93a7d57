package org.skywatt.models.physical;

import java.time.Instant;
import java.util.List;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.photovoltaic.CellTemperature;
import org.skywatt.core.photovoltaic.PvWatts;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.time.Interval;
import org.skywatt.core.variable.Variable;
import org.skywatt.core.wind.PowerCurve;
import org.skywatt.core.wind.WindProfile;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.view.SiteView;
import org.skywatt.features.view.SunStep;
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
  private static final double TYPICAL_TEMPERATURE_K = 288.15;
  private static final double FREEZING_K = 273.15;
  private static final double TYPICAL_WIND_MS = 3;
  private static final double GREATEST_INDEX = 1.2;

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
    double[][] percentiles = new double[issue.steps()][];
    for (int step = 0; step < percentiles.length; step++) {
      percentiles[step] = percentiles(view, issue.interval(step));
    }
    return percentiles;
  }

  private static double[] percentiles(SiteView view, Interval interval) {
    Site site = view.site();
    double[] percentiles = new double[QuantileLevels.PERCENTILES.size()];
    for (int i = 0; i < percentiles.length; i++) {
      double level = QuantileLevels.PERCENTILES.get(i);
      percentiles[i] =
          site instanceof SolarSite solar
              ? solar(solar, view, interval, level)
              : wind((WindSite) site, view, interval, level);
    }
    return percentiles;
  }

  private static double solar(SolarSite site, SiteView view, Interval interval, double level) {
    SunStep sun = view.sun().over(interval);
    if (sun.night()) {
      return 0;
    }
    WeatherBetween weather = new WeatherBetween(view);
    double told = weather.clearSkyIndex(interval);
    double index =
        Double.isNaN(told)
            ? LEAST_INDEX + level * (CLEAR_INDEX - LEAST_INDEX)
            : told + INDEX_ERROR * logistic(level);
    double plane = Math.max(0, Math.min(GREATEST_INDEX, index)) * sun.clearSkyPlaneWm2();
    double air =
        known(weather.instant(Variable.TEMPERATURE_2M, interval.middle()), TYPICAL_TEMPERATURE_K);
    double breeze = known(speed(weather, interval, 10), TYPICAL_WIND_MS);
    double cell =
        CellTemperature.faiman(
                plane, air, breeze, CellTemperature.FAIMAN_CONSTANT, CellTemperature.FAIMAN_WIND)
            - FREEZING_K;
    double dc =
        PvWatts.dc(plane, cell, site.dcCapacityKw(), PvWatts.TYPICAL_COEFFICIENT_K)
            * (1 - PvWatts.Losses.TYPICAL.total());
    double limit = site.capacityKw() / PvWatts.TYPICAL_INVERTER_EFFICIENCY;
    return PvWatts.ac(dc, limit, PvWatts.TYPICAL_INVERTER_EFFICIENCY) / site.capacityKw();
  }

  private static double wind(WindSite site, SiteView view, Interval interval, double level) {
    double told = hubSpeed(site, new WeatherBetween(view), interval);
    double speed =
        Double.isNaN(told)
            ? TYPICAL_SPEED_MS * Math.sqrt(-4 / Math.PI * Math.log(1 - level))
            : told + SPEED_ERROR_MS * logistic(level);
    return TURBINE.power(Math.max(0, speed));
  }

  private static double hubSpeed(WindSite site, WeatherBetween weather, Interval interval) {
    double upper = speed(weather, interval, 100);
    double lower = speed(weather, interval, 10);
    if (Double.isNaN(upper)) {
      return WindProfile.powerLaw(lower, 10, site.hubHeightM(), WindProfile.TYPICAL_EXPONENT);
    }
    double exponent =
        known(WindProfile.exponent(lower, 10, upper, 100), WindProfile.TYPICAL_EXPONENT);
    return WindProfile.powerLaw(
        upper, 100, site.hubHeightM(), Math.max(0, Math.min(0.4, exponent)));
  }

  private static double speed(WeatherBetween weather, Interval interval, int heightM) {
    Variable u = heightM == 10 ? Variable.WIND_U_10M : Variable.WIND_U_100M;
    Variable v = heightM == 10 ? Variable.WIND_V_10M : Variable.WIND_V_100M;
    Instant middle = interval.middle();
    return Math.hypot(weather.instant(u, middle), weather.instant(v, middle));
  }

  private static double known(double value, double otherwise) {
    return Double.isNaN(value) ? otherwise : value;
  }

  /** Quantile of the logistic distribution of mean 0 and standard deviation 1. */
  private static double logistic(double level) {
    return Math.sqrt(3) / Math.PI * Math.log(level / (1 - level));
  }
}
