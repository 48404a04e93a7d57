package org.skywatt.green.job;

import java.util.List;
import java.util.Locale;

/** Why a plan is as it is, in one sentence. */
final class Explanation {
  private Explanation() {}

  static String of(JobSpec spec, Draft draft, Worth worth, Worth atOnce) {
    List<Segment> segments = draft.segments();
    String when =
        segments.size() == 1
            ? "from " + segments.get(0).start() + " to " + segments.get(0).end()
            : "in "
                + segments.size()
                + " parts from "
                + segments.get(0).start()
                + " to "
                + segments.get(segments.size() - 1).end();
    String why =
        worth.expected() > atOnce.expected() + 0.005
            ? String.format(
                Locale.ROOT,
                "%.0f%% of its energy is expected to be green, against %.0f%% at once",
                100 * worth.expected(),
                100 * atOnce.expected())
            : String.format(
                Locale.ROOT,
                "waiting for greener hours before the deadline brings nothing: %.0f%% of its energy"
                    + " is expected to be green",
                100 * worth.expected());
    return "It runs "
        + when
        + speeds(spec, segments)
        + ", when "
        + why
        + battery(draft)
        + grid(spec, worth, atOnce)
        + ".";
  }

  private static String speeds(JobSpec spec, List<Segment> segments) {
    double least = spec.powerKw();
    double most = 0;
    for (Segment each : segments) {
      least = Math.min(least, each.powerKw());
      most = Math.max(most, each.powerKw());
    }
    return spec.elastic().isEmpty()
        ? ""
        : String.format(Locale.ROOT, " at %.4g to %.4g kW", least, most);
  }

  private static String battery(Draft draft) {
    double given = 0;
    for (double each : draft.terminalsKwh()) {
      given -= Math.min(0, each);
    }
    return given < 1e-6 ? "" : String.format(Locale.ROOT, " (%.3g kWh by the battery)", given);
  }

  /** What the objective gains beside green energy. */
  private static String grid(JobSpec spec, Worth worth, Worth atOnce) {
    if (spec.objective() == Objective.GREEN) {
      return "";
    }
    String unit =
        switch (spec.objective()) {
          case CARBON -> "g of CO2 a kWh";
          case PRICE -> "a MWh to pay";
          default -> "of the mean cost";
        };
    return String.format(
        Locale.ROOT,
        "; what no green power covers comes to %.2f %s, against %.2f at once",
        worth.expectedCost(),
        unit,
        atOnce.expectedCost());
  }
}
