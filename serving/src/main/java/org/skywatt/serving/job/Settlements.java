package org.skywatt.serving.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.skywatt.core.site.SiteId;
import org.skywatt.green.job.GreenPower;
import org.skywatt.green.job.JobSpec;
import org.skywatt.green.job.Segment;
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

  Settlements(
      JobTable table,
      Meters meters,
      SitesPower power,
      Runs runs,
      ReadingTable readings,
      GridSignals grid) {
    this.table = table;
    this.meters = meters;
    this.power = power;
    this.runs = runs;
    this.readings = readings;
    this.grid = grid;
  }

  SettlementJson of(Connection connection, Caller caller, JobJson job) throws SQLException {
    JobSpec spec = job.request().spec(job.createdAt());
    List<PlanJson> plans = table.plans(connection, job.id());
    Set<SiteId> sites = job.request().siteIds();
    GreenPower first = power.of(runs.get(job.createdAt(), null), caller, sites);
    int seconds = first.stepSeconds();
    List<Settlement.Metered> used = meters.list(connection, job.id());
    Instant from = spec.earliest();
    Instant to = spec.deadline();
    for (Settlement.Metered each : used) {
      from = each.start().isBefore(from) ? each.start() : from;
      to = each.end().isAfter(to) ? each.end() : to;
    }
    long before = Math.floorDiv(Duration.between(first.start(0), from).toSeconds(), seconds);
    Instant start = first.start(0).plusSeconds(before * seconds);
    int steps = (int) -Math.floorDiv(-Duration.between(start, to).toSeconds(), seconds);
    GridSignals.Steps all = new GridSignals.Steps(start, seconds, steps);
    double[] greenKw = metered(connection, sites, all);
    int known = 0;
    for (int step = 0; step < steps; step++) {
      if (Double.isNaN(greenKw[step])) {
        Instant at = all.at(step);
        Instant issued = at.isBefore(job.createdAt()) ? job.createdAt() : at;
        greenKw[step] = mean(power.of(runs.get(issued, null), caller, sites), at);
      } else {
        known++;
      }
    }
    Settlement settled = Settlement.of(spec, followed(plans), used, start, seconds, greenKw);
    double[] grams =
        grid.measuredGrams(connection, caller.organisationId(), job.request().zone(), all);
    CarbonAccount carbon =
        CarbonAccount.of(settled.steps(), job.request().gridGramsPerKwh(), start, seconds, grams);
    return SettlementJson.of(
        settled, carbon, plans.isEmpty() ? null : plans.get(0), (double) known / steps);
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

  /** What the versions together told to do: each until the next one was made. */
  private static List<Segment> followed(List<PlanJson> plans) {
    List<Segment> followed = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      Instant from = i == 0 ? Instant.MIN : plans.get(i).madeAt();
      Instant to = i + 1 < plans.size() ? plans.get(i + 1).madeAt() : Instant.MAX;
      for (Segment each : plans.get(i).toSegments()) {
        Instant start = each.start().isAfter(from) ? each.start() : from;
        Instant end = each.end().isBefore(to) ? each.end() : to;
        if (start.isBefore(end)) {
          followed.add(new Segment(start, end));
        }
      }
    }
    return followed;
  }

  /** Expected power in the step that holds a time; 0 where nothing is known. */
  private static double mean(GreenPower green, Instant time) {
    long step =
        Math.floorDiv(Duration.between(green.start(0), time).toSeconds(), green.stepSeconds());
    double kw = step < 0 || step >= green.steps() ? Double.NaN : green.mean((int) step);
    return Double.isNaN(kw) ? 0 : kw;
  }
}
