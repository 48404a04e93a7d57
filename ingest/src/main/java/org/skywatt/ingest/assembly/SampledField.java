package org.skywatt.ingest.assembly;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.skywatt.core.variable.TimeMeaning;
import org.skywatt.ingest.meaning.Quantity;

/**
 * One field at sites.
 *
 * @param heightM height of wind above ground, m; NaN for all else and on model levels
 * @param modelLevel number of the model level, from 1 at the top; 0 on all other levels
 * @param time INSTANT, MEAN, SUM (unit × seconds) or MAX over {@code (start, end]}
 * @param start {@code end} for an instant
 * @param values in the unit of the quantity, one a site; NaN where missing. Of WIND_SPEED and
 *     WIND_DIRECTION four a site, at the points around it, the speeds times the points' weights:
 *     components are computed there and added up
 * @param northDeg where the grid's own north points at each site, degrees clockwise from true
 *     north, for u and v along the grid's axes; empty where they count east and north
 */
public record SampledField(
    RunKey run,
    Quantity quantity,
    double heightM,
    int modelLevel,
    TimeMeaning time,
    Instant start,
    Instant end,
    float[] values,
    float[] northDeg)
    implements Serializable {
  /** Length of the period; zero for an instant. */
  public Duration period() {
    return Duration.between(start, end);
  }
}
