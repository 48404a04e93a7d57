package org.skywatt.features.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.sample.CapacityChange;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.site.Site;
import org.skywatt.core.time.AsOf;
import org.skywatt.core.time.TimeIndex;

/**
 * Everything ever recorded about a site, later corrections included. Only {@link #at} looks into
 * it, through {@link AsOf}. Not safe for threads: the sun and the last weather are kept.
 */
public final class SiteHistory {
  private static final Comparator<SatelliteSample> SAME_SCAN =
      Comparator.comparing(SatelliteSample::source)
          .thenComparing(SatelliteSample::cloudIndex)
          .thenComparing(SatelliteSample::surroundings, Arrays::compare)
          .thenComparing(sample -> sample.outlook().cloudIndex(), Arrays::compare)
          .thenComparing(sample -> sample.outlook().spread(), Arrays::compare)
          .thenComparing(sample -> sample.outlook().eastMs())
          .thenComparing(sample -> sample.outlook().northMs())
          .thenComparing(sample -> sample.outlook().confidence())
          .thenComparing(sample -> sample.outlook().trendPerHour())
          .thenComparing(sample -> sample.outlook().variability())
          .thenComparing(sample -> sample.outlook().texture());

  private final Site site;
  private final SiteSun sun;
  private final SiteCurve curve;
  private final NwpRuns nwp;
  private final List<NwpRuns> neighbours;
  private final AsOf<Instant, GenerationSample> generation;
  private final TimeIndex scanTimes;
  private final AsOf<Instant, SatelliteSample> satellite;
  private final AsOf<String, KnownTerrain> terrain;
  private final EffectiveCapacity capacity;
  private final Optional<SourceJudge> judge;

  /**
   * @param neighbours NWP of neighbouring sites, a list a neighbour, in a fixed order
   * @param terrain the ground at the site; of elevation models that became known at the same time,
   *     the one whose source sorts last counts
   * @param changes of what the plant can give
   * @param power of the plant by its physics: several weather models are judged by it
   */
  public SiteHistory(
      Site site,
      List<NwpSample> nwp,
      List<List<NwpSample>> neighbours,
      List<GenerationSample> generation,
      List<SatelliteSample> satellite,
      List<KnownTerrain> terrain,
      List<CapacityChange> changes,
      PlantPower power) {
    this.site = site;
    this.capacity = new EffectiveCapacity(site.capacityKw(), changes);
    this.sun = new SiteSun(site);
    this.curve = new SiteCurve(site);
    this.nwp = new NwpRuns(nwp);
    this.neighbours = new ArrayList<>();
    for (List<NwpSample> neighbour : neighbours) {
      this.neighbours.add(new NwpRuns(neighbour));
    }
    this.generation =
        AsOf.series(
            generation,
            GenerationSample::end,
            sample -> AsOf.micros(sample.availableAt()),
            GenerationSample.SAME_READING);
    this.scanTimes = new TimeIndex(satellite.stream().map(SatelliteSample::scanTime).toList());
    this.satellite =
        AsOf.series(
            satellite,
            SatelliteSample::scanTime,
            sample -> AsOf.micros(sample.availableAt()),
            SAME_SCAN);
    this.terrain =
        AsOf.index(
            terrain,
            known -> known.sample().siteId(),
            known -> AsOf.micros(known.availableAt()),
            Comparator.comparing(KnownTerrain::source));
    this.judge =
        this.nwp.sources() < 2 || generation.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new SourceJudge(nwp, power, (time, weather) -> view(time, weather, List.of())));
  }

  /**
   * The history of a site whose capacity never changed and whose weather models are not judged: of
   * one reference time the one whose name sorts last is the first.
   */
  public SiteHistory(
      Site site,
      List<NwpSample> nwp,
      List<List<NwpSample>> neighbours,
      List<GenerationSample> generation,
      List<SatelliteSample> satellite,
      List<KnownTerrain> terrain) {
    this(
        site,
        nwp,
        neighbours,
        generation,
        satellite,
        terrain,
        List.of(),
        (weather, step) -> Double.NaN);
  }

  public Site site() {
    return site;
  }

  /** What could be known at {@code issueTime}, and nothing else. */
  public SiteView at(Instant issueTime) {
    SourceSkill skill = judge.isEmpty() ? SourceSkill.UNKNOWN : judge.orElseThrow().at(issueTime);
    List<NwpView> around = new ArrayList<>(neighbours.size());
    for (NwpRuns neighbour : neighbours) {
      around.add(neighbour.at(issueTime, skill));
    }
    return view(issueTime, nwp.at(issueTime, skill), around);
  }

  private SiteView view(Instant issueTime, NwpView weather, List<NwpView> around) {
    return new SiteView(
        site,
        issueTime,
        sun,
        curve,
        weather,
        around,
        new GenerationView(generation, issueTime, capacity),
        new SatelliteView(scanTimes, satellite, issueTime),
        terrain.find(site.id().value(), AsOf.micros(issueTime)).map(KnownTerrain::sample));
  }
}
