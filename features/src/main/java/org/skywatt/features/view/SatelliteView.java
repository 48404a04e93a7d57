package org.skywatt.features.view;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.time.AsOf;

/** The satellite scans of a site that could be known at an issue time. Not safe for threads. */
public final class SatelliteView {
  private final NavigableSet<Instant> scanTimes;
  private final AsOf<Instant, SatelliteSample> samples;
  private final Instant issueTime;
  private final Map<Duration, Optional<SatelliteSample>> found = new HashMap<>();
  private Duration foundOldest;

  SatelliteView(
      NavigableSet<Instant> scanTimes, AsOf<Instant, SatelliteSample> samples, Instant issueTime) {
    this.scanTimes = scanTimes;
    this.samples = samples;
    this.issueTime = issueTime;
  }

  /** The newest known scan that is at least {@code back} and at most {@code oldest} old. */
  public Optional<SatelliteSample> newest(Duration back, Duration oldest) {
    if (!oldest.equals(foundOldest)) {
      found.clear();
      foundOldest = oldest;
    }
    Optional<SatelliteSample> known = found.get(back);
    if (known == null) {
      known = find(back, oldest);
      found.put(back, known);
    }
    return known;
  }

  private Optional<SatelliteSample> find(Duration back, Duration oldest) {
    Instant limit = issueTime.minus(oldest);
    Instant scan = scanTimes.floor(issueTime.minus(back));
    while (scan != null && !scan.isBefore(limit)) {
      Optional<SatelliteSample> sample = samples.find(scan, AsOf.micros(issueTime));
      if (sample.isPresent() && !Float.isNaN(sample.get().cloudIndex())) {
        return sample;
      }
      scan = scanTimes.lower(scan);
    }
    return Optional.empty();
  }
}
