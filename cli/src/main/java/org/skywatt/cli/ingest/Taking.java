package org.skywatt.cli.ingest;

import java.io.IOException;
import java.io.PrintWriter;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Progress;
import org.skywatt.cli.Sessions;
import org.skywatt.cli.pipeline.Ingest;
import org.skywatt.ingest.job.IngestReport;

/** Takes files into the tables and tells how that went: what all kinds of file share. */
final class Taking {
  private final DataHome home;
  private final PrintWriter out;
  private final Progress progress;

  Taking(DataHome home, PrintWriter out, Progress progress) {
    this.home = home;
    this.out = out;
    this.progress = progress;
  }

  /** One kind of file. */
  interface Step {
    IngestReport run(Ingest ingest) throws IOException;
  }

  /** Returns the exit code: 1 where a file could not be read. */
  int run(Step step) throws IOException {
    IngestReport report;
    try (SparkSession spark = Sessions.open(home)) {
      report = step.run(new Ingest(spark, home, progress::say));
    }
    out.printf(
        "%d files taken, %d already known, %d unreadable; %d rows kept, %d refused%n",
        report.taken(), report.skipped(), report.failed(), report.rows(), report.refused());
    report.reasons().forEach(reason -> out.println("  " + reason));
    if (!report.reasons().isEmpty()) {
      out.println("  copies and reasons are in " + home.quarantine());
    }
    out.flush();
    return report.failed() > 0 ? 1 : 0;
  }
}
