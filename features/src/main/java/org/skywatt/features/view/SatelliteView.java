package org.skywatt.features.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.time.AsOf;
import org.skywatt.core.time.TimeIndex;

/** The satellite scans of a site that could be known at an issue time. Not safe for threads. */
public final class SatelliteView {
  /** A scan older than this says nothing about the coming hours. */
  public static final Duration OLDEST = Duration.ofMinutes(90);

  private final TimeIndex scanTimes;
  private final AsOf<Instant, SatelliteSample> samples;
  private final Instant issueTime;
  private Optional<SatelliteSample> newest;

  SatelliteView(TimeIndex scanTimes, AsOf<Instant, SatelliteSample> samples, Instant issueTime) {
    this.scanTimes = scanTimes;
    this.samples = samples;
    this.issueTime = issueTime;
  }

  /** The newest known scan, if it is not older than {@link #OLDEST}. */
  public Optional<SatelliteSample> newest() {
    if (newest == null) {
      newest = newestBefore(Duration.ZERO);
    }
    return newest;
  }

  /** The newest scan that is {@code back} old or older, but by no more than {@link #OLDEST}. */
  public Optional<SatelliteSample> newestBefore(Duration back) {
    Instant latest = issueTime.minus(back);
    Instant limit = latest.minus(OLDEST);
    long known = AsOf.micros(issueTime);
    for (int place = scanTimes.lastBy(latest); place >= 0; place--) {
      Instant scan = scanTimes.at(place);
      if (scan.isBefore(limit)) {
        break;
      }
      Optional<SatelliteSample> sample = samples.find(scan, known);
      if (sample.isPresent() && !Float.isNaN(sample.get().cloudIndex())) {
        return sample;
      }
    }
    return Optional.empty();
  }
}
