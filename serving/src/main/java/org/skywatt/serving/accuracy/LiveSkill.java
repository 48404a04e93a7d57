package org.skywatt.serving.accuracy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.forecast.ForecastParameters;
import org.skywatt.serving.forecast.Forecasts;
import org.skywatt.serving.generation.MeteredPower;
import org.skywatt.serving.generation.ReadingTable;
import org.skywatt.serving.problem.ProblemException;

/**
 * Skill over the last reading during the last three days, for Prometheus: the mean over at most
 * {@value #MOST_SITES} sites that have readings, worked out anew every hour behind all requests.
 */
@ApplicationScoped
class LiveSkill {
  private static final Logger LOG = Logger.getLogger(LiveSkill.class);
  private static final int MOST_SITES = 50;
  private static final int LONGEST_LEAD = 1440;
  private static final int[] LEADS = {60, 360, LONGEST_LEAD};
  private static final Duration WINDOW = Duration.ofDays(3);
  private static final Caller EVERYONE = new Caller(0, "", true, Role.VIEWER, "skill");

  private final Forecasts forecasts;
  private final ReadingTable readings;
  private final Database database;
  private final Clock clock;
  private final Map<Integer, Double> skills = new ConcurrentHashMap<>();
  private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();

  LiveSkill(Forecasts forecasts, ReadingTable readings, Database database, Clock clock) {
    this.forecasts = forecasts;
    this.readings = readings;
    this.database = database;
    this.clock = clock;
  }

  void register(@Observes StartupEvent event, MeterRegistry registry) {
    for (int lead : LEADS) {
      Gauge.builder("skywatt.skill", () -> skills.getOrDefault(lead, Double.NaN))
          .description("1 - error / error of the last reading, mean over sites; NaN if unknown")
          .tag("lead", lead + "m")
          .register(registry);
    }
    Future<?> unused = worker.scheduleWithFixedDelay(this::score, 1, 60, TimeUnit.MINUTES);
  }

  /** Works the skills out now. */
  void score() {
    try {
      Instant to = clock.instant();
      Map<Integer, DoubleSummaryStatistics> told = new HashMap<>();
      for (SiteId site : sites(to.minus(WINDOW))) {
        score(site, to, told);
      }
      for (int lead : LEADS) {
        DoubleSummaryStatistics some = told.get(lead);
        skills.put(lead, some == null ? Double.NaN : some.getAverage());
      }
    } catch (SQLException | RuntimeException e) {
      LOG.debugf("skill is not worked out: %s", e.getMessage());
    }
  }

  private List<SiteId> sites(Instant from) throws SQLException {
    return database.attempt(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT DISTINCT site_id FROM generation WHERE ends_at > ? ORDER BY 1 LIMIT ?")) {
            select.setTimestamp(1, Timestamp.from(from));
            select.setInt(2, MOST_SITES);
            List<SiteId> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                found.add(new SiteId(row.getString(1)));
              }
            }
            return found;
          }
        });
  }

  private void score(SiteId site, Instant to, Map<Integer, DoubleSummaryStatistics> told)
      throws SQLException {
    Instant from = to.minus(WINDOW);
    MeteredPower metered =
        database.attempt(
            connection ->
                readings.metered(connection, site, LeadTally.readFrom(from, LONGEST_LEAD), to));
    for (int lead : LEADS) {
      try {
        Double skill =
            LeadTally.score(
                    forecasts.get(
                        site,
                        EVERYONE,
                        ForecastParameters.ahead(from.toString(), to.toString(), lead).parse()),
                    metered,
                    lead)
                .skillPersistence();
        if (skill != null) {
          told.computeIfAbsent(lead, any -> new DoubleSummaryStatistics()).accept(skill);
        }
      } catch (ProblemException e) {
        // No run had the site: it does not count.
        LOG.debugf("no skill of %s: %s", site, e.getMessage());
      }
    }
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }
}
