package org.skywatt.serving.fields;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.skywatt.core.field.FieldsFile;

/** Age of the newest published weather of each source, for Prometheus. */
@ApplicationScoped
class FieldMetrics {
  private static final int LOOK_SECONDS = 5;

  private final Fields fields;
  private final Clock clock;
  private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor();

  FieldMetrics(Fields fields, Clock clock) {
    this.fields = fields;
    this.clock = clock;
  }

  void register(@Observes StartupEvent event, MeterRegistry registry) {
    MultiGauge ages =
        MultiGauge.builder("skywatt.weather.age")
            .description("Time since the run of the newest published weather, by source")
            .baseUnit("seconds")
            .register(registry);
    Future<?> unused =
        looker.scheduleWithFixedDelay(
            () -> ages.register(rows(), true), 0, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private List<MultiGauge.Row<?>> rows() {
    Map<String, Instant> newest = new HashMap<>();
    for (FieldsFile each : fields.files()) {
      newest.merge(
          each.header().source(),
          each.header().initTime(),
          (one, other) -> one.isAfter(other) ? one : other);
    }
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    newest.forEach(
        (source, time) ->
            rows.add(
                MultiGauge.Row.of(
                    Tags.of("source", source),
                    time,
                    each -> Duration.between(each, clock.instant()).toSeconds())));
    return rows;
  }

  @PreDestroy
  void stop() {
    looker.shutdownNow();
  }
}
