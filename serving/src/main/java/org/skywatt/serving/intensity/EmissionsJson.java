package org.skywatt.serving.intensity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.skywatt.green.signal.IntensityPoint;

/** What the Carbon Aware SDK's routes answer, field by field as its OpenAPI document has it. */
final class EmissionsJson {
  private EmissionsJson() {}

  /** Measured; {@code duration} is hours:minutes:seconds. */
  record EmissionsData(String location, Instant time, double rating, String duration) {
    static EmissionsData of(String location, IntensityPoint point) {
      Duration length = Duration.between(point.start(), point.end());
      return new EmissionsData(
          location,
          point.start(),
          point.gramsPerKwh(),
          "%02d:%02d:%02d"
              .formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart()));
    }
  }

  /** Expected; {@code duration} is minutes. */
  record ForecastData(String location, Instant timestamp, long duration, double value) {
    static ForecastData of(String location, IntensityPoint point) {
      return new ForecastData(
          location,
          point.start(),
          Duration.between(point.start(), point.end()).toMinutes(),
          point.gramsPerKwh());
    }
  }

  /** A forecast and its windows of least intensity. */
  record Forecast(
      Instant generatedAt,
      Instant requestedAt,
      String location,
      Instant dataStartAt,
      Instant dataEndAt,
      long windowSize,
      List<ForecastData> optimalDataPoints,
      List<ForecastData> forecastData) {}

  /** A request of a batch of forecasts. */
  record ForecastRequest(
      String requestedAt,
      String location,
      String dataStartAt,
      String dataEndAt,
      Integer windowSize) {}

  /** A request of a batch of means. */
  record MeanRequest(String location, String startTime, String endTime) {}

  /** A mean. */
  record Mean(String location, Instant startTime, Instant endTime, double carbonIntensity) {}

  /** A place. Where it lies is not known here. */
  record Location(Double latitude, Double longitude, String name) {}
}
