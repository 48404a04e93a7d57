package org.skywatt.features.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.sample.TerrainSample;
import org.skywatt.core.site.Site;

/**
 * What could be known about a site at {@code issueTime}. It notes which inputs were looked at, so
 * that what hangs on inputs that did not change need not be computed again. Not safe for threads.
 */
public final class SiteView {
  private static final int WEATHER = 1;
  private static final int ISSUE = 2;

  private final Site site;
  private final Instant issueTime;
  private final SiteSun sun;
  private final SiteCurve curve;
  private final NwpView nwp;
  private final List<NwpView> neighbours;
  private final GenerationView generation;
  private final SatelliteView satellite;
  private final Optional<TerrainSample> terrain;
  private int looked;

  SiteView(
      Site site,
      Instant issueTime,
      SiteSun sun,
      SiteCurve curve,
      NwpView nwp,
      List<NwpView> neighbours,
      GenerationView generation,
      SatelliteView satellite,
      Optional<TerrainSample> terrain) {
    this.site = site;
    this.issueTime = issueTime;
    this.sun = sun;
    this.curve = curve;
    this.nwp = nwp;
    this.neighbours = neighbours;
    this.generation = generation;
    this.satellite = satellite;
    this.terrain = terrain;
  }

  public Site site() {
    return site;
  }

  public Instant issueTime() {
    looked |= ISSUE;
    return issueTime;
  }

  public SiteSun sun() {
    return sun;
  }

  /** The power curve of a wind farm. */
  public SiteCurve curve() {
    return curve;
  }

  /** The weather model at any time, between its own steps too. */
  public WeatherBetween weather() {
    return new WeatherBetween(nwp(), sun);
  }

  /**
   * The weather model at the neighbour of index {@code neighbour}, under the sun of this site:
   * neighbours are near enough for it.
   */
  public WeatherBetween weatherAt(int neighbour) {
    return new WeatherBetween(neighbours().get(neighbour), sun);
  }

  public NwpView nwp() {
    looked |= WEATHER;
    return nwp;
  }

  /** NWP at neighbouring sites, in a fixed order. */
  public List<NwpView> neighbours() {
    looked |= WEATHER;
    return neighbours;
  }

  public GenerationView generation() {
    looked |= ISSUE;
    return generation;
  }

  public SatelliteView satellite() {
    looked |= ISSUE;
    return satellite;
  }

  public Optional<TerrainSample> terrain() {
    looked |= WEATHER;
    return terrain;
  }

  /**
   * Whether two views show the same weather and ground: everything but the issue time, generation
   * and satellite.
   */
  public boolean hasWeatherOf(SiteView other) {
    if (site != other.site
        || nwp.state() != other.nwp.state()
        || neighbours.size() != other.neighbours.size()
        || !terrain.equals(other.terrain)) {
      return false;
    }
    for (int i = 0; i < neighbours.size(); i++) {
      if (neighbours.get(i).state() != other.neighbours.get(i).state()) {
        return false;
      }
    }
    return true;
  }

  /** Forgets what was looked at. */
  public void lookAnew() {
    looked = 0;
  }

  /** Whether only the site and the sun over it were looked at since {@link #lookAnew}. */
  public boolean sawOnlySun() {
    return looked == 0;
  }

  /** Whether neither the issue time nor what changes with it was looked at. */
  public boolean sawNoIssue() {
    return (looked & ISSUE) == 0;
  }
}
