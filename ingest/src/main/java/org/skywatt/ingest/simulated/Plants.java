package org.skywatt.ingest.simulated;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.solar.Airmass;
import org.skywatt.core.solar.ClearSky;
import org.skywatt.core.solar.GeocentricSun;
import org.skywatt.core.solar.Irradiance;
import org.skywatt.core.solar.Observer;
import org.skywatt.core.solar.SolarPosition;
import org.skywatt.core.solar.StandardAtmosphere;
import org.skywatt.core.solar.Transposition;

/** What the plants of the world give: true mean AC power over hours, before their meters. */
final class Plants {
  private static final int SUN_STEPS = 12;
  private static final int WIND_STEPS = 6;
  private static final double CUT_IN_MS = 3;
  private static final double RATED_MS = 12;
  private static final double CUT_OUT_MS = 25;

  private final long seed;
  private final Weather weather;
  private final Map<String, float[]> horizons = new HashMap<>();
  private final Map<String, Double> exposures = new HashMap<>();

  Plants(long seed, Weather weather, SimulatedTerrain terrain, List<Site> sites) {
    this.seed = Noise.seed(seed, "plants");
    this.weather = weather;
    for (Site site : sites) {
      Location at = site.location();
      horizons.put(site.id().value(), ShadeProfile.at(terrain, at));
      double prominence = terrain.prominenceM(at.latitude(), at.longitude());
      exposures.put(site.id().value(), 1.05 + 0.25 * Math.tanh(prominence / 120));
    }
  }

  /** Mean power over the hour that ends at {@code endSeconds} since 1970, kW, at least 0. */
  double meanPowerKw(Site site, long endSeconds) {
    int steps = site instanceof SolarSite ? SUN_STEPS : WIND_STEPS;
    double sum = 0;
    for (int step = 0; step < steps; step++) {
      double seconds = endSeconds - 3600 + (step + 0.5) * 3600 / steps;
      sum +=
          site instanceof SolarSite solar
              ? solarKw(solar, seconds)
              : windKw((WindSite) site, seconds);
    }
    return sum / steps;
  }

  private double solarKw(SolarSite site, double seconds) {
    Location at = site.location();
    GeocentricSun sun = GeocentricSun.at(seconds);
    double pressure = StandardAtmosphere.pressurePa(at.elevationM());
    SolarPosition position =
        SolarPosition.of(
            sun,
            Observer.at(at),
            pressure,
            SolarPosition.TYPICAL_TEMPERATURE_K,
            SolarPosition.REFRACTION_DEG);
    if (position.apparentElevationDeg() <= 0) {
      return 0;
    }
    double x = Region.x(at.longitude());
    double y = Region.y(at.latitude());
    double t = hours(seconds);
    double cloud = weather.cloudIndex(x, y, t);
    double extraterrestrial = ClearSky.extraterrestrialWm2(sun.distanceAu());
    double airmass = Airmass.relative(position.apparentZenithDeg());
    Irradiance clear =
        ClearSky.ineichen(
            position.apparentZenithDeg(),
            Airmass.absolute(airmass, pressure),
            ClearSky.TYPICAL_LINKE_TURBIDITY,
            at.elevationM(),
            extraterrestrial);
    double flicker = 1 + 0.03 * cloud * Noise.along(Noise.seed(seed, site.id().value()), t * 6);
    double ghi = clear.ghi() * Weather.clearSkyIndex(cloud) * flicker;
    double cosZenith = Math.cos(Math.toRadians(position.apparentZenithDeg()));
    double dni = Math.min(clear.dni() * Math.pow(1 - cloud, 1.3), 0.98 * ghi / cosZenith);
    double dhi = ghi - dni * cosZenith;
    float[] horizon = horizons.get(site.id().value());
    boolean shaded =
        position.apparentElevationDeg() < ShadeProfile.horizon(horizon, position.azimuthDeg());
    Mount.Fixed mount = (Mount.Fixed) site.mount();
    double plane =
        Transposition.hayDavies(
            new Transposition.Plane(mount.tiltDeg(), mount.azimuthDeg()),
            position.apparentZenithDeg(),
            position.azimuthDeg(),
            new Irradiance(shaded ? dhi : ghi, shaded ? 0 : dni, dhi),
            extraterrestrial,
            Transposition.TYPICAL_ALBEDO);
    double wind = Math.hypot(weather.windU(x, y, t), weather.windV(x, y, t)) * 0.4;
    double airC = weather.temperatureK(x, y, t, at.elevationM(), cloud) - 273.15;
    double cellC = airC + plane / (25 + 6.84 * wind); // Faiman 2008
    double dcKw = site.dcCapacityKw() * plane / 1000 * (1 - 0.0037 * (cellC - 25)) * 0.93;
    return Math.max(0, Math.min(dcKw * 0.97, site.capacityKw()));
  }

  private double windKw(WindSite site, double seconds) {
    Location at = site.location();
    double x = Region.x(at.longitude());
    double y = Region.y(at.latitude());
    double t = hours(seconds);
    long own = Noise.seed(seed, site.id().value());
    double gusts = 1 + 0.12 * Noise.along(own, t * 2.5) + 0.15 * Noise.along(own + 1, t / 2.2);
    double speed =
        Math.hypot(weather.windU(x, y, t), weather.windV(x, y, t))
            * Math.pow(site.hubHeightM() / 100, Weather.shear(t))
            * exposures.get(site.id().value())
            * gusts;
    return 0.93 * site.capacityKw() * curve(speed);
  }

  /** Power over capacity: cubic to rated wind, off in storms, rounded by the many turbines. */
  private static double curve(double speed) {
    double cubes =
        (Math.pow(speed, 3) - Math.pow(CUT_IN_MS, 3))
            / (Math.pow(RATED_MS, 3) - Math.pow(CUT_IN_MS, 3));
    double storm = Math.min(Math.max((CUT_OUT_MS - speed) / 2, 0), 1);
    return Math.min(Math.max(cubes, 0), 1) * storm;
  }

  private static double hours(double epochSeconds) {
    return epochSeconds / 3600 - 438_288; // 2020-01-01
  }
}
