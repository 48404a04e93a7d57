package org.skywatt.features.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.sample.TerrainSample;
import org.skywatt.core.site.Site;

/** What could be known about a site at {@code issueTime}. Not safe for threads. */
public final class SiteView {
  private final Site site;
  private final Instant issueTime;
  private final SiteSun sun;
  private final SiteCurve curve;
  private final NwpView nwp;
  private final List<NwpView> neighbours;
  private final GenerationView generation;
  private final SatelliteView satellite;
  private final Optional<TerrainSample> terrain;

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
    return issueTime;
  }

  public SiteSun sun() {
    return sun;
  }

  /** The power curve of a wind farm. */
  public SiteCurve curve() {
    return curve;
  }

  public NwpView nwp() {
    return nwp;
  }

  /** NWP at neighbouring sites, in a fixed order. */
  public List<NwpView> neighbours() {
    return neighbours;
  }

  public GenerationView generation() {
    return generation;
  }

  public SatelliteView satellite() {
    return satellite;
  }

  public Optional<TerrainSample> terrain() {
    return terrain;
  }

  /**
   * Whether two views show the same weather and ground: everything but the issue time, generation
   * and satellite.
   */
  boolean hasWeatherOf(SiteView other) {
    if (site != other.site
        || nwp.state() != other.nwp.state()
        || !nwp.skill().equals(other.nwp.skill())
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
}
