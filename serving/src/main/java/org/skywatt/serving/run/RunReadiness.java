package org.skywatt.serving.run;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when there is a good run to answer from; an old one will do, it is labelled. */
@Readiness
class RunReadiness implements HealthCheck {
  private final Runs runs;

  RunReadiness(Runs runs) {
    this.runs = runs;
  }

  @Override
  public HealthCheckResponse call() {
    return runs.latest()
        .map(run -> HealthCheckResponse.named("run").up().withData("runId", run.header().runId()))
        .orElseGet(() -> HealthCheckResponse.named("run").down())
        .build();
  }
}
