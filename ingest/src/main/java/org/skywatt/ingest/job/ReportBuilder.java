package org.skywatt.ingest.job;

import java.util.List;
import org.skywatt.ingest.file.Reasons;

/** Adds up what an ingest of weather model runs did. */
final class ReportBuilder {
  private final int skipped;
  private final Reasons reasons = new Reasons();
  private int taken;
  private int failed;
  private long rows;
  private long refused;

  ReportBuilder(int skipped) {
    this.skipped = skipped;
  }

  void add(TakenFile file) {
    taken += file.failure() == null ? 1 : 0;
    failed += file.failure() == null ? 0 : 1;
    refused += file.refused();
    if (file.failure() != null) {
      addReason(file.name(), file.failure());
    }
    file.reasons().forEach(reason -> addReason(file.name(), reason));
  }

  /** A file that was read together with others. */
  void addFile(String name, String failure) {
    taken += failure == null ? 1 : 0;
    failed += failure == null ? 0 : 1;
    if (failure != null) {
      addReason(name, failure);
    }
  }

  void add(long moreRows, long moreRefused, List<String> moreReasons) {
    rows += moreRows;
    refused += moreRefused;
    moreReasons.forEach(reasons::add);
  }

  private void addReason(String name, String reason) {
    reasons.add(reason.contains(name) ? reason : name + ": " + reason);
  }

  void add(RunStage.Added added) {
    add(added.rows(), 0, added.reasons());
  }

  IngestReport build() {
    return new IngestReport(taken, skipped, failed, rows, refused, reasons.list());
  }
}
