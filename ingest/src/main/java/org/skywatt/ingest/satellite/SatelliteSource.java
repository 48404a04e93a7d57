package org.skywatt.ingest.satellite;

import java.io.Serializable;
import java.time.Duration;

/**
 * A provider of satellite images.
 *
 * @param name in tables
 * @param publicationDelay from a scan to the moment its image can be read
 * @param fileNames glob of its files' names
 */
public record SatelliteSource(String name, Duration publicationDelay, String fileNames)
    implements Serializable {
  /**
   * The simulated satellite (SIMULATED): NetCDF-3, a file a day or an hour, a scan every 15 minutes
   * while the sun is up, on a latitude-longitude grid.
   */
  public static final SatelliteSource SIMULATED =
      new SatelliteSource(
          "simulated-satellite", Duration.ofMinutes(10), "simulated-satellite_*.nc");

  public SatelliteSource {
    if (name.isBlank() || publicationDelay.isNegative()) {
      throw new IllegalArgumentException("a satellite source needs a name and a delay");
    }
  }
}
