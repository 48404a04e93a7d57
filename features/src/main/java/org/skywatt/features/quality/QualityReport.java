package org.skywatt.features.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.solar.Transposition;

/**
 * What was found in a series.
 *
 * @param rows read, repeated ones not counted
 * @param capacityKw given, or the 99.9% quantile of power where none was
 * @param plane how the modules face, given or found; empty without a sun
 * @param findings by kind in the order of {@link Finding.Kind}
 * @param capacities what the plant gives from when to when
 */
public record QualityReport(
    long rows,
    Instant from,
    Instant to,
    double capacityKw,
    Optional<Transposition.Plane> plane,
    List<Finding> findings,
    List<Capacity> capacities) {

  /**
   * Effective capacity.
   *
   * @param kw capacity times what the plant gives relative to its best stretch
   */
  public record Capacity(Instant from, Instant to, double kw) {}

  public QualityReport {
    findings = List.copyOf(findings);
    capacities = List.copyOf(capacities);
  }
}
