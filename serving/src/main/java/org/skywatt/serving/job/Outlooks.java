package org.skywatt.serving.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.skywatt.core.run.RunFile;
import org.skywatt.green.job.GreenPower;
import org.skywatt.green.job.Outlook;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.availability.LimitsKnown;
import org.skywatt.serving.intensity.GridSignals;

/** What is expected of the hours in which a job may run. */
@ApplicationScoped
class Outlooks {
  private final JobTable table;
  private final SitesPower power;
  private final JobLimits limits;
  private final GridSignals grid;

  Outlooks(JobTable table, SitesPower power, JobLimits limits, GridSignals grid) {
    this.table = table;
    this.power = power;
    this.limits = limits;
    this.grid = grid;
  }

  /** What other jobs leave, by what is known at {@code now}. */
  Outlook beside(
      Connection connection,
      Caller caller,
      RunFile run,
      PlaceBody place,
      double powerKw,
      UUID except,
      Instant now)
      throws SQLException {
    Outlook alone = with(connection, caller, place, power.of(run, caller, place.siteIds()), now);
    GreenPower all = alone.power();
    List<JobJson> live = table.live(connection, caller);
    // The operator of the service sees others' jobs too, which its own limits don't count.
    List<JobJson> own =
        live.stream().filter(each -> each.organisation().equals(caller.organisation())).toList();
    return new Outlook(
        all.less(power.reserved(all, live, place.siteIds(), except)),
        alone.gramsPerKwh(),
        alone.pricePerMwh(),
        JobLimits.closed(
            limits.get(connection, caller.organisationId()), all, own, powerKw, except));
  }

  /** As if there were no other job, by what was known at {@code asOf}. */
  Outlook alone(Connection connection, Caller caller, RunFile run, PlaceBody place, Instant asOf)
      throws SQLException {
    GreenPower green = power.of(run, caller, place.siteIds(), LimitsKnown.at(asOf));
    return with(connection, caller, place, green, asOf);
  }

  private Outlook with(
      Connection connection, Caller caller, PlaceBody place, GreenPower green, Instant asOf)
      throws SQLException {
    GridSignals.Steps steps =
        new GridSignals.Steps(green.start(0), green.stepSeconds(), green.steps());
    long organisation = caller.organisationId();
    return new Outlook(
        green,
        grid.forecastGrams(connection, organisation, place.zone(), asOf, steps),
        grid.prices(connection, organisation, place.zone(), asOf, steps),
        new boolean[green.steps()]);
  }
}
