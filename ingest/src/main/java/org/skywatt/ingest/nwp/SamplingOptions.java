package org.skywatt.ingest.nwp;

import java.io.Serializable;
import org.skywatt.ingest.sampling.Method;

/**
 * How a source is sampled at sites.
 *
 * @param method which points stand for a site
 * @param siteHeight whether temperature and surface pressure are moved from the model's ground to
 *     the height of the site, where the model's ground is known
 */
public record SamplingOptions(Method method, boolean siteHeight) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Bilinear, values as the model has them. */
  public static final SamplingOptions PLAIN = new SamplingOptions(Method.BILINEAR, false);

  /** Whether the fields of the ground are of use. */
  public boolean needGround() {
    return siteHeight || method == Method.LAND_SEA || method == Method.TERRAIN;
  }
}
