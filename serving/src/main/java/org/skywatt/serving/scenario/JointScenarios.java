package org.skywatt.serving.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.skywatt.core.hash.Sha256;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.site.Location;
import org.skywatt.models.scenario.Dependence;
import org.skywatt.models.scenario.ErrorField;
import org.skywatt.models.scenario.Trajectories;
import org.skywatt.serving.availability.PowerCap;
import org.skywatt.serving.site.Place;
import org.skywatt.serving.site.SiteIndex;

/**
 * The scenarios of a run. Scenario {@code i} of one site and scenario {@code i} of another go
 * together, so sums of sites are sums of their scenarios. They are made anew out of the run's id
 * and quantiles whenever they are asked for, the same each time.
 */
@ApplicationScoped
public class JointScenarios {
  /** How many scenarios a run has. */
  public static final int COUNT = 200;

  /** Said of quantiles that were made out of scenarios. */
  public static final String DEPENDENCE = "distance-lag";

  private static final int FIELDS = 6;
  private static final Location NOWHERE = new Location(0, 0, 0);

  private record Key(String runId, int stepSeconds, int steps, boolean wind) {}

  private final SiteIndex sites;
  private final Map<Key, ErrorField> fields =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ErrorField> eldest) {
          return size() > FIELDS;
        }
      };

  JointScenarios(SiteIndex sites) {
    this.sites = sites;
  }

  /**
   * The site's scenarios over the whole run, with its limits applied. May take some milliseconds.
   *
   * @param cap the limits
   * @param quantiles of each step at the levels of the run, with the site's limits applied; null
   *     where it is missing
   * @return {@code [scenario][step]}, fractions of capacity; NaN where a step is missing
   */
  public double[][] of(
      RunHeader header, SiteForecast forecast, PowerCap cap, double[][] quantiles) {
    String id = forecast.site().siteId().value();
    double[] most = new double[header.steps()];
    for (int step = 0; step < most.length; step++) {
      long start = header.firstStart().getEpochSecond() + (long) step * header.stepSeconds();
      most[step] =
          Math.min(
              forecast.site().availableFraction(),
              cap.fraction(start, start + header.stepSeconds(), forecast.site().capacityKw()));
    }
    // A site that is not registered any more has the field of an unknown place.
    Place place =
        sites.find(id).orElse(new Place(id, forecast.site().organisation(), true, NOWHERE));
    ErrorField field =
        field(new Key(header.runId(), header.stepSeconds(), header.steps(), place.wind()));
    return Trajectories.of(header.levels(), quantiles, field.scores(place.location(), id), most);
  }

  private ErrorField field(Key key) {
    synchronized (fields) {
      return fields.computeIfAbsent(
          key,
          each ->
              ErrorField.of(
                  each.wind() ? Dependence.WIND : Dependence.SOLAR,
                  seed(each),
                  each.stepSeconds(),
                  each.steps(),
                  COUNT));
    }
  }

  private static long seed(Key key) {
    Sha256 digest = new Sha256();
    digest.update(key.runId() + (key.wind() ? " wind" : " solar"));
    return Long.parseUnsignedLong(digest.finish().substring(0, 16), 16);
  }
}
