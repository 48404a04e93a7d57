package org.skywatt.serving.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.green.job.Charge;
import org.skywatt.green.job.Segment;

/** What the versions of a plan together told to do: each until the next one was made. */
record Followed(List<Segment> segments, List<Charge> charges) {
  /**
   * @param usualKw power of segments that tell none
   */
  static Followed of(List<PlanJson> plans, double usualKw) {
    List<Segment> segments = new ArrayList<>();
    List<Charge> charges = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      Instant from = i == 0 ? Instant.MIN : plans.get(i).madeAt();
      Instant to = i + 1 < plans.size() ? plans.get(i + 1).madeAt() : Instant.MAX;
      for (Segment each : plans.get(i).toSegments(usualKw)) {
        Instant start = each.start().isAfter(from) ? each.start() : from;
        Instant end = each.end().isBefore(to) ? each.end() : to;
        if (start.isBefore(end)) {
          segments.add(new Segment(start, end, each.powerKw()));
        }
      }
      for (Charge each : plans.get(i).toCharges()) {
        if (!each.start().isBefore(from) && each.start().isBefore(to)) {
          charges.add(each);
        }
      }
    }
    return new Followed(segments, charges);
  }

  /**
   * How much the battery's charge has changed by a time, kWh. A step that has begun counts whole:
   * it is followed to its end, and a plan that is made meanwhile begins after it.
   */
  double chargedBy(Instant time) {
    double sum = 0;
    for (Charge each : charges) {
      sum += each.start().isBefore(time) ? each.changeKwh() : 0;
    }
    return sum;
  }
}
