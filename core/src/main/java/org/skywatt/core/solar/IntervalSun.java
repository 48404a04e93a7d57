package org.skywatt.core.solar;

import java.util.function.ToDoubleFunction;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.time.Interval;

/**
 * Means over one interval of what the sun does at a place. What depends on time alone is computed
 * once by {@link #over}; the same object then serves any number of places. Immutable.
 *
 * <p>Means are taken over samples at the middles of equal parts of at most 5 minutes, four at
 * least: the mean irradiance of an hour is within 0.2 W/m² of one from samples a second apart, with
 * sunrise in it or not. Pressure is that of the standard atmosphere, temperature {@link
 * SolarPosition#TYPICAL_TEMPERATURE_K}.
 */
public final class IntervalSun {
  private static final double MAX_SAMPLE_SECONDS = 300;
  private static final int MIN_SAMPLES = 4;

  // Bounds the second derivative of sin(elevation): the earth's rate of turn squared, and 2% for
  // what declination and parallax add.
  private static final double MAX_CURVATURE = 1.02 * Math.pow(2 * Math.PI / 86_164, 2);
  private static final double SHORTEST_SECONDS = 1;

  private static final GeocentricSun[] NONE = {};

  private final double start;
  private final double end;
  private final SunPath path;
  private final GeocentricSun[] samples;

  private IntervalSun(double start, double end, SunPath path, GeocentricSun[] samples) {
    this.start = start;
    this.end = end;
    this.path = path;
    this.samples = samples;
  }

  /**
   * Prepares the sun over {@code interval}; delta T by {@link DeltaT}, so that years outside 1941
   * to 2149 are refused with {@link IllegalArgumentException}.
   */
  public static IntervalSun over(Interval interval) {
    double start = GeocentricSun.epochSeconds(interval.start());
    double end = GeocentricSun.epochSeconds(interval.end());
    int count = Math.max(MIN_SAMPLES, (int) Math.ceil((end - start) / MAX_SAMPLE_SECONDS));
    SunPath path = SunPath.over(start, end);
    GeocentricSun[] samples = new GeocentricSun[count];
    for (int i = 0; i < count; i++) {
      samples[i] = path.at(start + (i + 0.5) * (end - start) / count);
    }
    return new IntervalSun(start, end, path, samples);
  }

  /** The sun in the middle of the interval, as {@link SolarPosition#of} has it. */
  public SolarPosition middle(Location location) {
    return new Site(location).position(path.middle());
  }

  /** Mean of max(0, cos zenith), without refraction, 0 to 1. */
  public double meanCosZenith(Location location) {
    Site site = new Site(location);
    return mean(sun -> Math.max(0, Math.cos(Math.toRadians(site.position(sun).zenithDeg()))));
  }

  /** Mean irradiance above the atmosphere on a horizontal plane, W/m². */
  public double meanExtraterrestrialHorizontalWm2(Location location) {
    Site site = new Site(location);
    return mean(
        sun ->
            ClearSky.extraterrestrialWm2(sun.distanceAu())
                * Math.max(0, Math.cos(Math.toRadians(site.position(sun).zenithDeg()))));
  }

  /** Mean clear-sky GHI (Ineichen), W/m². */
  public double meanClearSkyGhiWm2(Location location, double linkeTurbidity) {
    Site site = new Site(location);
    return mean(sun -> site.clearSky(site.position(sun), sun, linkeTurbidity).ghi());
  }

  /**
   * Mean clear-sky irradiance, W/m².
   *
   * @param ghiWm2 on the ground
   * @param planeWm2 on the plane of a mount
   */
  public record ClearSkyMeans(double ghiWm2, double planeWm2) {}

  /**
   * Mean clear-sky irradiance (Ineichen), transposed to the plane of {@code mount} by Hay and
   * Davies over ground of albedo 0.2; a tracker backtracks. Zero at {@link #isNight}.
   */
  public ClearSkyMeans meanClearSky(Location location, Mount mount, double linkeTurbidity) {
    double ghi = 0;
    double onPlane = 0;
    Site site = new Site(location);
    for (GeocentricSun sun : isNight(location) ? NONE : samples) {
      SolarPosition position = site.position(sun);
      Irradiance clear = site.clearSky(position, sun, linkeTurbidity);
      ghi += clear.ghi();
      onPlane +=
          Transposition.hayDavies(
              plane(mount, position),
              position.apparentZenithDeg(),
              position.azimuthDeg(),
              clear,
              ClearSky.extraterrestrialWm2(sun.distanceAu()),
              Transposition.TYPICAL_ALBEDO);
    }
    return new ClearSkyMeans(ghi / samples.length, onPlane / samples.length);
  }

  /**
   * Whether the sun's centre stays below {@code elevationDeg} (without refraction) from start to
   * end, both included. Not sampled but proved: a part of the interval is settled when its ends lie
   * so low that the sun could not rise between them at the earth's rate of turn; to 1e-6°.
   */
  public boolean staysBelow(Location location, double elevationDeg) {
    Site site = new Site(location);
    double limit = Math.sin(Math.toRadians(elevationDeg));
    return staysBelow(
        site,
        limit,
        start,
        end,
        site.sinElevation(path.at(start)),
        site.sinElevation(path.at(end)));
  }

  /** Whether power must be zero: the sun stays below −0.833° throughout. */
  public boolean isNight(Location location) {
    return staysBelow(location, SolarPosition.SUNRISE_ELEVATION_DEG);
  }

  private boolean staysBelow(
      Site site, double limit, double from, double to, double sinFrom, double sinTo) {
    double highestEnd = Math.max(sinFrom, sinTo);
    double seconds = to - from;
    if (highestEnd >= limit) {
      return false;
    }
    if (seconds < SHORTEST_SECONDS || highestEnd + MAX_CURVATURE * seconds * seconds / 8 < limit) {
      return true;
    }
    double middle = (from + to) / 2;
    double sinMiddle = site.sinElevation(path.at(middle));
    return staysBelow(site, limit, from, middle, sinFrom, sinMiddle)
        && staysBelow(site, limit, middle, to, sinMiddle, sinTo);
  }

  private static Transposition.Plane plane(Mount mount, SolarPosition position) {
    if (mount instanceof Mount.SingleAxisTracker tracker) {
      return SingleAxisTracking.plane(
          SingleAxisTracking.rotationDeg(
              position.apparentZenithDeg(), position.azimuthDeg(), tracker),
          tracker);
    }
    Mount.Fixed fixed = (Mount.Fixed) mount;
    return new Transposition.Plane(fixed.tiltDeg(), fixed.azimuthDeg());
  }

  private double mean(ToDoubleFunction<GeocentricSun> quantity) {
    double sum = 0;
    for (GeocentricSun sun : samples) {
      sum += quantity.applyAsDouble(sun);
    }
    return sum / samples.length;
  }

  /** A place with what its sun positions share. */
  private static final class Site {
    private final Observer observer;
    private final double elevationM;
    private final double pressurePa;

    Site(Location location) {
      observer = Observer.at(location);
      elevationM = location.elevationM();
      pressurePa = StandardAtmosphere.pressurePa(elevationM);
    }

    SolarPosition position(GeocentricSun sun) {
      return SolarPosition.of(
          sun,
          observer,
          pressurePa,
          SolarPosition.TYPICAL_TEMPERATURE_K,
          SolarPosition.REFRACTION_DEG);
    }

    double sinElevation(GeocentricSun sun) {
      return Math.cos(Math.toRadians(position(sun).zenithDeg()));
    }

    Irradiance clearSky(SolarPosition position, GeocentricSun sun, double linkeTurbidity) {
      return ClearSky.ineichen(position, sun, elevationM, linkeTurbidity);
    }
  }
}
