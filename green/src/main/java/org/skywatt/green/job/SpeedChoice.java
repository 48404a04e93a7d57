package org.skywatt.green.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.green.plan.ElasticJob;
import org.skywatt.green.plan.ElasticPlanner;
import org.skywatt.green.plan.PlanException;
import org.skywatt.green.plan.SlotCosts;

/**
 * Drafts of elastic work: which speed to run at in each step. A price below 0 counts as none, so
 * that no energy is used for its own sake.
 */
final class SpeedChoice {
  private static final double CLOSED = 1e6;
  // Of the greatest power.
  private static final double IDLE = 1e-9;

  private final Outlook outlook;
  private final ElasticWork work;
  private final double workKwh;
  private final double idleKw;
  private final double[] gridCosts;
  private final int first;

  /**
   * @param spec of elastic work
   */
  SpeedChoice(Outlook outlook, JobSpec spec, double[] gridCosts, int first) {
    this.outlook = outlook;
    this.work = spec.elastic().orElseThrow();
    // One constant of the job: by what each draft draws, a wasteful speed would seem cheap.
    this.workKwh = spec.energyKwh();
    this.idleKw = IDLE * work.powerKw();
    this.gridCosts = gridCosts;
    this.first = first;
  }

  /** At the fastest speed as soon as it may. */
  Draft atOnce(int last) {
    GreenPower power = outlook.power();
    ElasticJob job = work.inSlots(first, last, power.stepHours());
    double[] rising = new double[last];
    for (int step = 0; step < last; step++) {
      rising[step] = Math.pow(2, Math.min(900, step));
    }
    List<ElasticJob.Point> hull = ElasticPlanner.hull(job);
    ElasticJob fastest =
        new ElasticJob("job", first, last, job.work(), List.of(hull.get(hull.size() - 1)));
    return draft(ElasticPlanner.plan(SlotCosts.of(rising), fastest), hull);
  }

  /** By power that is there at a level, and by the mean; none if it cannot be done in time. */
  List<Draft> best(int last, double level, double... terminalsKwh) {
    List<Draft> drafts = new ArrayList<>();
    if (last <= first) {
      return drafts;
    }
    GreenPower power = outlook.power();
    ElasticJob job = work.inSlots(first, last, power.stepHours());
    List<ElasticJob.Point> hull = ElasticPlanner.hull(job);
    double dearest = 1;
    for (int step = first; step < last; step++) {
      dearest = Math.max(dearest, gridCosts[step]);
    }
    for (double at : new double[] {level, Double.NaN}) {
      double[] costs = new double[last];
      double[] free = new double[last];
      for (int step = first; step < last; step++) {
        boolean closed = outlook.closed()[step];
        double net = power.known(step, at) - terminalsKwh[step] / power.stepHours();
        free[step] = closed ? 0 : Math.max(0, net);
        costs[step] = Math.max(0, gridCosts[step]) + (closed ? CLOSED * dearest : 0);
      }
      List<ElasticPlanner.Share> shares;
      try {
        shares = ElasticPlanner.plan(SlotCosts.of(costs), job, free);
      } catch (PlanException e) {
        return drafts;
      }
      if (isOpen(shares)) {
        drafts.add(draft(shares, hull));
      }
    }
    return drafts;
  }

  private boolean isOpen(List<ElasticPlanner.Share> shares) {
    for (int i = 0; i < shares.size(); i++) {
      if (outlook.closed()[first + i] && shares.get(i).powerKw() > idleKw) {
        return false;
      }
    }
    return true;
  }

  /** A step that two speeds share has the faster one first. */
  private Draft draft(List<ElasticPlanner.Share> shares, List<ElasticJob.Point> hull) {
    GreenPower power = outlook.power();
    double[] load = new double[power.steps()];
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      double kw = shares.get(i).powerKw();
      load[first + i] = kw * power.stepHours();
      double slower = 0;
      double faster = 0;
      for (int at = 0; at < hull.size() && faster < kw - idleKw; at++) {
        slower = faster;
        faster = hull.get(at).powerKw();
      }
      if (kw > idleKw) {
        Instant start = power.start(first + i);
        Instant end = power.start(first + i + 1);
        double part = Math.min(1, (kw - slower) / (faster - slower));
        Instant change = start.plusMillis(Math.round(part * power.stepSeconds() * 1000));
        append(segments, start, change, faster);
        append(segments, change, end, slower);
      }
    }
    return Draft.of(segments, load, workKwh);
  }

  private static void append(List<Segment> segments, Instant start, Instant end, double kw) {
    if (!start.isBefore(end) || kw <= 0) {
      return;
    }
    Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
    if (last != null && last.end().equals(start) && last.powerKw() == kw) {
      segments.set(segments.size() - 1, new Segment(last.start(), end, kw));
    } else {
      segments.add(new Segment(start, end, kw));
    }
  }
}
