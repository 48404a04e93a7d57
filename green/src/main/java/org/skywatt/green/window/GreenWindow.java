package org.skywatt.green.window;

import java.time.Instant;

/**
 * A stretch of time and the green energy expected in it.
 *
 * @param meanKwh expected energy, kWh; NaN if a step in it has no forecast
 * @param quantilesKwh one a level of the forecast, ascending, kWh; NaN throughout if missing
 */
public record GreenWindow(Instant start, Instant end, double meanKwh, double[] quantilesKwh) {}
