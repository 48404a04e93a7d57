package org.skywatt.serving.run;

import io.smallrye.health.api.HealthGroup;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.skywatt.serving.change.ChangeWatcher;

/**
 * Whether what is served is as new as it should be, at {@code /health/group/freshness}: for an
 * alarm, not for a balancer, since an old run is served on and labelled.
 */
@HealthGroup("freshness")
class Freshness implements HealthCheck {
  private final Runs runs;
  private final ChangeWatcher watcher;
  private final Clock clock;

  Freshness(Runs runs, ChangeWatcher watcher, Clock clock) {
    this.runs = runs;
    this.watcher = watcher;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    boolean database = watcher.isDatabaseThere();
    HealthCheckResponseBuilder told =
        HealthCheckResponse.named("freshness").withData("database", database);
    return runs.latest()
        .map(
            run ->
                told.withData("runId", run.header().runId())
                    .withData(
                        "ageSeconds",
                        Duration.between(run.header().issueTime(), clock.instant()).toSeconds())
                    .withData("nextRunExpected", run.header().nextRunExpected().toString())
                    .status(database && !runs.isStale(run.header())))
        .orElseGet(() -> told.down())
        .build();
  }
}
