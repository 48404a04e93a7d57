package org.skywatt.serving.generation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.skywatt.core.site.SiteId;

/** Power of sites as it was metered and posted. */
@ApplicationScoped
public class MeteredPower {
  private static final int MOST = 200_000;
  // Less than a second may be missing of a step.
  private static final long SLACK = 1_000;

  private final ReadingTable table;

  MeteredPower(ReadingTable table) {
    this.table = table;
  }

  /**
   * Mean power in steps of one length, kW; NaN in a step that the readings do not cover wholly, and
   * in one that several readings cover.
   */
  public double[] mean(Connection connection, SiteId site, Instant start, int seconds, int steps)
      throws SQLException {
    double[] kw = new double[steps];
    long[] covered = new long[steps];
    Instant end = start.plusSeconds((long) seconds * steps);
    for (ReadingJson each : table.list(connection, site, start, end, MOST)) {
      long from = Math.max(0, Duration.between(start, each.start()).toMillis());
      long to = Math.min(1000L * seconds * steps, Duration.between(start, each.end()).toMillis());
      for (int step = (int) (from / 1000 / seconds); step < steps; step++) {
        long part =
            Math.min(to, 1000L * seconds * (step + 1)) - Math.max(from, 1000L * seconds * step);
        if (part <= 0) {
          break;
        }
        kw[step] += each.powerKw() * part / 1000 / seconds;
        covered[step] += part;
      }
    }
    for (int step = 0; step < steps; step++) {
      if (Math.abs(covered[step] - 1000L * seconds) >= SLACK) {
        kw[step] = Double.NaN;
      }
    }
    return kw;
  }
}
