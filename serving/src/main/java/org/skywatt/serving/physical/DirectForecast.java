package org.skywatt.serving.physical;

import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteForecast;

/**
 * A forecast of one site as if it were a run of its own.
 *
 * @param header issued now, out of the weather's run
 * @param site the site, with the inputs that the forecast could use
 */
public record DirectForecast(RunHeader header, RunSite site, SiteForecast forecast) {
  private static final double WATTS_A_CORE = 7;

  /** Energy that one core took since {@code started}, a {@link System#nanoTime}, J. */
  static double joulesSince(long started) {
    return (System.nanoTime() - started) / 1e9 * WATTS_A_CORE;
  }
}
