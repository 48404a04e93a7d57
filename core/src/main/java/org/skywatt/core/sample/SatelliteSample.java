package org.skywatt.core.sample;

import java.io.Serializable;
import java.time.Instant;

/**
 * Cloud seen by a satellite over and around a site at one scan.
 *
 * @param scanTime when the site was scanned
 * @param availableAt when the image could first be read
 * @param cloudIndex over the site: 0 clear, 1 overcast, may leave [0, 1] a little; NaN at night or
 *     where missing
 * @param surroundings cloud index around the site, by ring and direction (see {@link
 *     Surroundings}); NaN where missing
 * @param outlook what the motion of the clouds tells of the time after the scan
 */
public record SatelliteSample(
    String siteId,
    String source,
    Instant scanTime,
    Instant availableAt,
    float cloudIndex,
    float[] surroundings,
    CloudOutlook outlook)
    implements Serializable {
  public SatelliteSample {
    if (surroundings.length != Surroundings.COUNT) {
      throw new IllegalArgumentException(
          "expected " + Surroundings.COUNT + " surroundings, got " + surroundings.length);
    }
  }

  /** A scan without an outlook. */
  public SatelliteSample(
      String siteId,
      String source,
      Instant scanTime,
      Instant availableAt,
      float cloudIndex,
      float[] surroundings) {
    this(siteId, source, scanTime, availableAt, cloudIndex, surroundings, CloudOutlook.NONE);
  }
}
