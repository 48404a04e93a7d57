package org.skywatt.features.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.skywatt.core.sample.CapacityChange;
import org.skywatt.core.site.Site;

/** The dated changes of what a plant can give, out of {@link GenerationCheck}. */
public final class CapacityLevels {
  /** Changes of the same plant this near to each other, of about the same level, are one. */
  private static final Duration SAME_DATE = Duration.ofDays(20);

  private static final double SAME_LEVEL = 0.08;

  private CapacityLevels() {}

  /**
   * The changes that a series shows; none where it has no value.
   *
   * @param known from when on they are known
   * @param least confidence of a change that is taken
   */
  public static List<CapacityChange> find(
      PowerSeries series, Site site, Instant known, double least) {
    if (Arrays.stream(series.power()).allMatch(Double::isNaN)) {
      return List.of();
    }
    QualityReport report = GenerationCheck.check(series, Plant.of(site));
    List<Finding> steps =
        report.findings().stream()
            .filter(each -> each.kind() == Finding.Kind.CAPACITY_CHANGE)
            .toList();
    List<CapacityChange> changes = new ArrayList<>();
    List<QualityReport.Capacity> levels = report.capacities();
    // Levels are relative to the best stretch. Where that is not the first, the plant may have been
    // made larger, and what it states of itself is not known to be of before or after.
    if (levels.isEmpty() || levels.get(0).kw() < report.capacityKw()) {
      return changes;
    }
    for (int i = 1; i < levels.size() && i <= steps.size(); i++) {
      Finding step = steps.get(i - 1);
      if (step.confidence() >= least) {
        changes.add(change(site, levels.get(i), known, step.confidence(), step.reason()));
      }
    }
    return changes;
  }

  private static CapacityChange change(
      Site site, QualityReport.Capacity level, Instant known, double confidence, String reason) {
    return new CapacityChange(
        site.id().value(), level.from(), known, level.kw() / site.capacityKw(), confidence, reason);
  }

  /**
   * Of {@code found}, those that {@code known} does not say already, about; what somebody stated of
   * a date is not replaced.
   */
  public static List<CapacityChange> news(List<CapacityChange> found, List<CapacityChange> known) {
    List<CapacityChange> news = new ArrayList<>();
    for (CapacityChange each : found) {
      boolean told =
          known.stream()
              .anyMatch(
                  other ->
                      other.siteId().equals(each.siteId())
                          && (other.confidence() == 1
                              || Math.abs(other.level() - each.level()) < SAME_LEVEL)
                          && Duration.between(other.effectiveFrom(), each.effectiveFrom())
                                  .abs()
                                  .compareTo(SAME_DATE)
                              < 0);
      if (!told) {
        news.add(each);
      }
    }
    return news;
  }
}
