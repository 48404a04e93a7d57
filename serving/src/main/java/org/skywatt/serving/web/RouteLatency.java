package org.skywatt.serving.web;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.DoubleStream;

/** Counts answers by route and by how long they took, so that percentiles can be told. */
class RouteLatency {
  private static final double[] MILLIS = {0.5, 1, 2, 5, 10, 25, 50, 100, 250, 1000, 5000};

  @Produces
  @Singleton
  MeterFilter buckets() {
    double[] nanos =
        DoubleStream.of(MILLIS).map(each -> each * Duration.ofMillis(1).toNanos()).toArray();
    return new MeterFilter() {
      @Override
      public DistributionStatisticConfig configure(
          Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals("http.server.requests")
            ? DistributionStatisticConfig.builder()
                .serviceLevelObjectives(nanos)
                .build()
                .merge(config)
            : config;
      }
    };
  }
}
