package org.skywatt.cli.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.features.quality.Finding;
import org.skywatt.features.quality.Plant;
import org.skywatt.features.quality.QualityReport;
import org.skywatt.ingest.csv.PowerCsvReader;

/** A series as read, what was known of its plant, and what was found. */
record CheckedSeries(PowerCsvReader.Series series, Plant plant, QualityReport report) {
  /** What was found in the file itself comes first. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (!series.repeated().isEmpty()) {
      List<Finding.Span> spans =
          series.repeated().stream().map(start -> new Finding.Span(start, end(start), 1)).toList();
      findings.add(
          new Finding(
              Finding.Kind.DUPLICATE,
              "the file gives these times again; the first value counts",
              spans,
              Double.NaN,
              Double.NaN));
    }
    findings.addAll(report.findings());
    return findings;
  }

  private Instant end(Instant start) {
    return start.plus(Duration.ofSeconds(series.stepSeconds()));
  }
}
