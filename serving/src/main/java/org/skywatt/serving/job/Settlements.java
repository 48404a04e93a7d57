package org.skywatt.serving.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.site.SiteId;
import org.skywatt.green.job.Charge;
import org.skywatt.green.job.JobSpec;
import org.skywatt.green.job.Settlement;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.generation.MeteredPower;
import org.skywatt.serving.generation.ReadingTable;
import org.skywatt.serving.intensity.GridSignals;
import org.skywatt.serving.run.Runs;

/** Settles jobs: what they used against what green power there was. */
@ApplicationScoped
class Settlements {
  private final JobTable table;
  private final Meters meters;
  private final SitesPower power;
  private final Runs runs;
  private final ReadingTable readings;
  private final GridSignals grid;
  private final JobOrder order;

  Settlements(
      JobTable table,
      Meters meters,
      SitesPower power,
      Runs runs,
      ReadingTable readings,
      GridSignals grid,
      JobOrder order) {
    this.table = table;
    this.meters = meters;
    this.power = power;
    this.runs = runs;
    this.readings = readings;
    this.grid = grid;
    this.order = order;
  }

  SettlementJson of(Connection connection, Caller caller, JobJson job) throws SQLException {
    List<Settlement.Metered> used = meters.list(connection, job.id());
    Instant ended = order.ended(connection, caller, job.request());
    JobSpec spec = after(job.request().spec(job.createdAt()), ended, used);
    List<PlanJson> plans = table.plans(connection, job.id());
    PlaceBody place = job.place();
    Set<SiteId> sites = place.siteIds();
    RunHeader header = runs.get(job.createdAt(), null).header();
    int seconds = header.stepSeconds();
    Instant from = spec.earliest();
    Instant to = spec.deadline();
    for (Settlement.Metered each : used) {
      from = each.start().isBefore(from) ? each.start() : from;
      to = each.end().isAfter(to) ? each.end() : to;
    }
    long before = Math.floorDiv(Duration.between(header.firstStart(), from).toSeconds(), seconds);
    Instant start = header.firstStart().plusSeconds(before * seconds);
    int steps = (int) -Math.floorDiv(-Duration.between(start, to).toSeconds(), seconds);
    GridSignals.Steps all = new GridSignals.Steps(start, seconds, steps);
    double[] greenKw = metered(connection, sites, all);
    int known = fillGaps(greenKw, job, caller, sites, all);
    Followed followed = Followed.of(plans, spec.powerKw());
    double[] batteryKwh = new double[steps];
    double given = battery(batteryKwh, spec, followed.charges(), all);
    Settlement settled =
        Settlement.of(spec, followed.segments(), used, start, seconds, batteryKwh, greenKw);
    double[] grams = grid.measuredGrams(connection, caller.organisationId(), place.zone(), all);
    CarbonAccount carbon =
        CarbonAccount.of(settled.steps(), job.request().gridGramsPerKwh(), start, seconds, grams);
    Double gave = spec.battery().isEmpty() ? null : (Double) given;
    return SettlementJson.of(settled, carbon, plans, place, gave, (double) known / steps);
  }

  /**
   * What could be done once the jobs before had ended, or since it ran in spite of them; late ones
   * move the deadline too.
   */
  private static JobSpec after(JobSpec spec, Instant ended, List<Settlement.Metered> used) {
    Instant from = ended.isBefore(spec.deadline()) ? ended : spec.deadline();
    for (Settlement.Metered each : used) {
      from = each.start().isBefore(from) ? each.start() : from;
    }
    if (!from.isAfter(spec.earliest())) {
      return spec;
    }
    Instant to = from.plus(spec.duration());
    to = to.isAfter(spec.deadline()) ? to : spec.deadline();
    return spec.within(from, to, spec.duration());
  }

  /** Fills steps without a reading with what was expected last; how many had one. */
  private int fillGaps(
      double[] greenKw, JobJson job, Caller caller, Set<SiteId> sites, GridSignals.Steps all) {
    Map<String, double[]> means = new HashMap<>();
    int known = 0;
    for (int step = 0; step < greenKw.length; step++) {
      if (!Double.isNaN(greenKw[step])) {
        known++;
        continue;
      }
      Instant at = all.at(step);
      Instant issued = at.isBefore(job.createdAt()) ? job.createdAt() : at;
      RunFile run = runs.get(issued, null);
      double[] mean =
          means.computeIfAbsent(run.header().runId(), each -> power.means(run, caller, sites));
      greenKw[step] = in(mean, run.header(), at);
    }
    return known;
  }

  /** What a battery drew at its terminals in each step, kWh; what it gave together. */
  private static double battery(
      double[] batteryKwh, JobSpec spec, List<Charge> charges, GridSignals.Steps all) {
    double given = 0;
    if (spec.battery().isEmpty()) {
      return given;
    }
    for (Charge each : charges) {
      long since = Duration.between(all.start(), each.start()).toSeconds();
      int step = (int) Math.floorDiv(since, (long) all.seconds());
      double terminals = spec.battery().get().terminalsKwh(each.changeKwh());
      given -= Math.min(0, terminals);
      if (step >= 0 && step < batteryKwh.length) {
        batteryKwh[step] += terminals;
      }
    }
    return given;
  }

  /** Metered green power of all sites; NaN in a step in which one of them has no reading. */
  private double[] metered(Connection connection, Set<SiteId> sites, GridSignals.Steps steps)
      throws SQLException {
    double[] sum = new double[steps.count()];
    for (SiteId site : sites) {
      MeteredPower power =
          readings.metered(connection, site, steps.start(), steps.at(steps.count()));
      for (int step = 0; step < sum.length; step++) {
        // What inverters draw at night is no green power; NaN stays.
        sum[step] +=
            Math.max(
                0,
                power.mean(steps.at(step).getEpochSecond(), steps.at(step + 1).getEpochSecond()));
      }
    }
    return sum;
  }

  /** Expected power in the step that holds a time; 0 where nothing is known. */
  private static double in(double[] mean, RunHeader header, Instant time) {
    long step =
        Math.floorDiv(
            Duration.between(header.firstStart(), time).toSeconds(), (long) header.stepSeconds());
    double kw = step < 0 || step >= mean.length ? Double.NaN : mean[(int) step];
    return Double.isNaN(kw) ? 0 : kw;
  }
}
