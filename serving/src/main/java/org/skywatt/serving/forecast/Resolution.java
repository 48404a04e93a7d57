package org.skywatt.serving.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.skywatt.core.run.RunHeader;
import org.skywatt.serving.problem.ProblemException;

/**
 * The step that is asked for: minutes, or the settlement periods of a market, which are counted
 * from local midnight: 46 or 50 half hours in Britain and 92 or 100 quarter hours in Germany on the
 * days when clocks change.
 *
 * @param stepSeconds 0 for the run's own
 * @param market null if it is not a market's
 */
public record Resolution(int stepSeconds, Market market) {
  private static final int MINUTES_A_DAY = 1440;

  /** The run's own step. */
  static final Resolution OWN = new Resolution(0, null);

  /** A market by its settlement periods. */
  enum Market {
    /** Balancing and Settlement Code: half hours. */
    GB(1800, "Europe/London"),
    /** Quarter hours of German balancing groups. */
    DE(900, "Europe/Berlin");

    private final int seconds;
    private final ZoneId zone;

    Market(int seconds, String zone) {
      this.seconds = seconds;
      this.zone = ZoneId.of(zone);
    }

    ZoneId zone() {
      return zone;
    }

    LocalDate date(long start) {
      return Instant.ofEpochSecond(start).atZone(zone).toLocalDate();
    }

    /** From 1, in the order of time since local midnight. */
    int period(long start) {
      long midnight = date(start).atStartOfDay(zone).toEpochSecond();
      return (int) ((start - midnight) / seconds) + 1;
    }
  }

  /** The step in which a run is answered. */
  int stepSeconds(RunHeader header) {
    return stepSeconds == 0 ? header.stepSeconds() : stepSeconds;
  }

  /** Whether its steps are those of a run. */
  boolean isOwn(RunHeader header) {
    return stepSeconds == 0 || (stepSeconds == header.stepSeconds() && !mixes(header));
  }

  /** Whether some of its steps are made up of several of a run. */
  boolean mixes(RunHeader header) {
    return stepSeconds != 0
        && (header.stepSeconds() % stepSeconds != 0
            || header.firstStart().getEpochSecond() % stepSeconds != 0);
  }

  static Resolution parse(String resolution, String market) {
    if (resolution == null) {
      if (market != null) {
        throw invalid("market goes with resolution=settlement");
      }
      return OWN;
    }
    if (resolution.equals("settlement")) {
      for (Market each : Market.values()) {
        if (each.name().equals(market)) {
          return new Resolution(each.seconds, each);
        }
      }
      throw invalid("resolution=settlement needs market=GB or market=DE");
    }
    if (market != null) {
      throw invalid("market goes with resolution=settlement");
    }
    int minutes;
    try {
      minutes = Integer.parseInt(resolution);
    } catch (NumberFormatException e) {
      minutes = 0;
    }
    if (minutes < 1 || MINUTES_A_DAY % minutes != 0) {
      throw invalid(
          "resolution '"
              + resolution
              + "' must be minutes that a day is a multiple of, or settlement");
    }
    return new Resolution(minutes * 60, null);
  }

  private static ProblemException invalid(String detail) {
    return ProblemException.badRequest("invalid-resolution", detail);
  }
}
