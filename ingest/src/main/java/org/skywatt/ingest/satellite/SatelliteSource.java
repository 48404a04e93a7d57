package org.skywatt.ingest.satellite;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * A provider of satellite images.
 *
 * @param name in tables
 * @param publicationDelay from a scan to the moment its image can be read
 * @param fileNames glob of its files' names
 * @param every time between frames; a frame belongs to the multiple of it that is not after its
 *     start
 * @param visible channel of visible light, as its provider names it
 * @param infrared channel of the window at about 10.8 µm, for the night; blank for none
 */
public record SatelliteSource(
    String name,
    Duration publicationDelay,
    String fileNames,
    Duration every,
    String visible,
    String infrared)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The simulated satellite (SIMULATED): NetCDF-3, a file a day or an hour, a scan every 15 minutes
   * while the sun is up, on a latitude-longitude grid.
   */
  public static final SatelliteSource SIMULATED =
      new SatelliteSource(
          "simulated-satellite",
          Duration.ofMinutes(10),
          "simulated-satellite_*.nc",
          Duration.ofMinutes(15),
          "reflectance",
          "");

  public SatelliteSource {
    if (name.isBlank() || publicationDelay.isNegative()) {
      throw new IllegalArgumentException("a satellite source needs a name and a delay");
    }
    if (every.compareTo(Duration.ofMinutes(1)) < 0 || visible.isBlank()) {
      throw new IllegalArgumentException(
          "a satellite source needs a minute or more between frames, and a visible channel");
    }
  }

  /** The slot that a frame belongs to. */
  public Instant slot(Instant start) {
    long seconds = every.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(start.getEpochSecond(), seconds) * seconds);
  }
}
