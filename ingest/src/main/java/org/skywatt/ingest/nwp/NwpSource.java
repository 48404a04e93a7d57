package org.skywatt.ingest.nwp;

import java.io.Serializable;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A provider of NWP files.
 *
 * @param name in tables; never blank
 * @param publicationDelay from a run's reference time to the moment its file can be read
 * @param fileNames glob of its files' names
 * @param sampling which grid points stand for a site, and whether values are moved to its height
 */
public record NwpSource(
    String name, Duration publicationDelay, String fileNames, SamplingOptions sampling)
    implements Serializable {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");

  /**
   * The simulated weather model (SIMULATED): one GRIB2 file a run, 00, 06, 12 and 18 UTC, hourly to
   * 48 h. Its radiation is energy since the start of the run; cloud cover is in percent.
   */
  public static final NwpSource SIMULATED =
      new NwpSource("simulated-nwp", Duration.ofHours(3), "simulated-nwp_*.grib2");

  /** Sampled bilinearly, values as the model has them. */
  public NwpSource(String name, Duration publicationDelay, String fileNames) {
    this(name, publicationDelay, fileNames, SamplingOptions.PLAIN);
  }

  public NwpSource {
    if (!NAME.matcher(name).matches() || publicationDelay.isNegative()) {
      throw new IllegalArgumentException(
          "an NWP source needs a name of a-z 0-9 . _ - and a delay: "
              + name
              + " "
              + publicationDelay);
    }
  }
}
