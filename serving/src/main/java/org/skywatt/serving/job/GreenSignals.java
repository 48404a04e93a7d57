package org.skywatt.serving.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.site.SiteId;
import org.skywatt.green.job.GreenPower;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.database.Database;

/** Green power less what jobs take of it. */
@ApplicationScoped
class GreenSignals {
  private final Database database;
  private final JobTable table;
  private final Calibrations calibrations;
  private final SitesPower power;

  GreenSignals(Database database, JobTable table, Calibrations calibrations, SitesPower power) {
    this.database = database;
    this.table = table;
    this.calibrations = calibrations;
    this.power = power;
  }

  CapacityCurveJson curve(RunFile run, Caller caller, Set<SiteId> sites, double probability) {
    GreenPower green = power.of(run, caller, sites);
    return database.transaction(
        connection -> {
          double level = calibrations.get(connection, caller.organisationId(), probability).level();
          double[] reserved = power.reserved(green, table.live(connection, caller), sites, null);
          List<CapacityCurveJson.Step> steps = new ArrayList<>();
          for (int step = 0; step < green.steps(); step++) {
            double kw = green.at(step, level);
            boolean missing = Double.isNaN(kw);
            steps.add(
                new CapacityCurveJson.Step(
                    green.start(step),
                    green.start(step + 1),
                    missing ? null : (Double) kw,
                    reserved[step],
                    missing ? null : (Double) Math.max(0, kw - reserved[step])));
          }
          return new CapacityCurveJson(run.header().runId(), probability, steps);
        });
  }
}
