package org.skywatt.models.job;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.time.AsOf;
import org.skywatt.features.view.EffectiveCapacity;
import org.skywatt.models.train.TrainingRow;

/** The feature rows of one site and its generation, before it is said what may be known. */
final class SiteRows implements Serializable {
  private static final long serialVersionUID = 1L;

  private final EffectiveCapacity capacity;
  private final List<TrainingRow> rows;
  private final List<GenerationSample> generation;

  /**
   * @param rows without label and truth
   */
  SiteRows(EffectiveCapacity capacity, List<TrainingRow> rows, List<GenerationSample> generation) {
    this.capacity = capacity;
    this.rows = rows;
    this.generation = generation;
  }

  /**
   * Rows with the labels that were known at {@code fitUntil}, and the truth as known in the end.
   */
  List<TrainingRow> labelled(Instant fitUntil) {
    AsOf<Instant, GenerationSample> readings = readings();
    List<TrainingRow> labelled = new ArrayList<>(rows.size());
    for (TrainingRow row : rows) {
      labelled.add(
          new TrainingRow(
              row.siteId(),
              row.issueTime(),
              row.validTime(),
              row.tier(),
              row.sunDown(),
              row.features(),
              fraction(readings, row, AsOf.micros(fitUntil)),
              fraction(readings, row, Long.MAX_VALUE)));
    }
    return labelled;
  }

  /**
   * What a row's step gave, as known at some time; NaN if it was not, or if the plant's capacity
   * has been learned of since the row's issue.
   */
  ToDoubleBiFunction<TrainingRow, Instant> metered() {
    AsOf<Instant, GenerationSample> readings = readings();
    return (row, knownAt) -> {
      long now = AsOf.micros(knownAt);
      double then = capacity.kw(row.validTime(), AsOf.micros(row.issueTime()));
      return capacity.kw(row.validTime(), now) == then ? fraction(readings, row, now) : Double.NaN;
    };
  }

  private AsOf<Instant, GenerationSample> readings() {
    return AsOf.index(
        generation,
        GenerationSample::end,
        sample -> AsOf.micros(sample.availableAt()),
        GenerationSample.SAME_READING);
  }

  /** Of the capacity as it was known at the row's issue, as its features are. */
  private double fraction(AsOf<Instant, GenerationSample> readings, TrainingRow row, long knownAt) {
    return readings
        .find(row.validTime(), knownAt)
        .filter(GenerationSample::isTrainable)
        .map(
            reading ->
                reading.powerKw() / capacity.kw(row.validTime(), AsOf.micros(row.issueTime())))
        .orElse(Double.NaN);
  }
}
