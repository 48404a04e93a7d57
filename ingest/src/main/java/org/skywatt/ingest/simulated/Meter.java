package org.skywatt.ingest.simulated;

import java.time.Instant;
import java.util.Locale;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SolarSite;

/**
 * What a site's meter reports: noise, own use at night, now and then an outage or a curtailment.
 */
final class Meter {
  private static final double OUTAGES_A_DAY = 0.02;
  private static final double CURTAILMENTS_A_DAY = 0.03;

  private final long seed;
  private final Plants plants;

  Meter(long seed, Plants plants) {
    this.seed = Noise.seed(seed, "meters");
    this.plants = plants;
  }

  /** A line of the generation CSV file for the hour that ends at {@code end}. */
  String line(Site site, Instant end) {
    long hour = end.getEpochSecond() / 3600;
    long own = Noise.seed(seed, site.id().value());
    double power = plants.meanPowerKw(site, end.getEpochSecond());
    String status = "ok";
    if (happens(own, hour, OUTAGES_A_DAY, 12)) {
      status = "outage";
      power *= Noise.uniform(own, hour / 24) < 0.5 ? 0 : 0.5;
    } else if (happens(own + 1, hour, CURTAILMENTS_A_DAY, 4)) {
      status = "curtailed";
      power = Math.min(power, 0.3 * site.capacityKw());
    }
    if (power > 0) {
      power = Math.min(power * (1 + 0.01 * Noise.normal(own, hour)), site.capacityKw());
    } else if (site instanceof SolarSite) {
      power = -0.001 * site.capacityKw() * (0.5 + Noise.uniform(own, hour));
    }
    return String.format(
        Locale.ROOT, "%s,%s,%s,%.3f,%s\n", site.id(), end.minusSeconds(3600), end, power, status);
  }

  /** Whether an event of at most {@code longest} hours, begun today or yesterday, lasts. */
  private static boolean happens(long seed, long hour, double aDay, int longest) {
    long today = Math.floorDiv(hour, 24L);
    for (long day = today - 1; day <= today; day++) {
      if (Noise.uniform(seed, 3 * day) < aDay) {
        long from = day * 24 + (long) (24 * Noise.uniform(seed, 3 * day + 1));
        long length = 2 + (long) ((longest - 1) * Noise.uniform(seed, 3 * day + 2));
        if (hour > from && hour <= from + length) {
          return true;
        }
      }
    }
    return false;
  }
}
