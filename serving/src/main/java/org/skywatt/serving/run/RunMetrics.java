package org.skywatt.serving.run;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.skywatt.core.run.RunFile;

/** Age, size and energy of the run that is served, for Prometheus. */
@ApplicationScoped
public class RunMetrics {
  private final List<Meter> gauges = new ArrayList<>();

  void register(@Observes StartupEvent event, Runs runs, MeterRegistry registry, Clock clock) {
    gauge(
        registry,
        runs,
        "skywatt.run.age",
        "Time since the run was issued",
        "seconds",
        run -> Duration.between(run.header().issueTime(), clock.instant()).toSeconds());
    gauge(
        registry,
        runs,
        "skywatt.run.stale",
        "1 if a newer run should have been there",
        null,
        run -> runs.isStale(run.header()) ? 1 : 0);
    gauge(registry, runs, "skywatt.run.sites", "Sites of the run", null, RunFile::siteCount);
    gauge(
        registry,
        runs,
        "skywatt.run.energy",
        "Energy that the run took",
        "joules",
        run -> run.header().joules());
  }

  /** So that another start in the same process, as in tests, tells of its own runs. */
  void remove(@Observes ShutdownEvent event, MeterRegistry registry) {
    gauges.forEach(registry::remove);
  }

  private void gauge(
      MeterRegistry registry,
      Runs runs,
      String name,
      String description,
      String unit,
      ToDoubleFunction<RunFile> value) {
    gauges.add(
        Gauge.builder(
                name,
                runs,
                source -> source.latest().map(run -> value.applyAsDouble(run)).orElse(Double.NaN))
            .description(description)
            .baseUnit(unit)
            .register(registry));
  }
}
