package org.skywatt.cli.backtest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Progress;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.ingest.file.Sampled;
import org.skywatt.ingest.gefcom2014.Gefcom2014Files;
import org.skywatt.ingest.job.FileDigest;
import org.skywatt.ingest.job.IngestJob;
import org.skywatt.ingest.job.IngestReport;
import org.skywatt.ingest.job.Quarantine;
import org.skywatt.ingest.job.SampleRows;
import org.skywatt.ingest.job.Warehouse;

/** Takes a track's file into tables of its own: another file, other tables. */
final class Gefcom2014Ingest {
  private Gefcom2014Ingest() {}

  static Namespace run(
      SparkSession spark, DataHome home, Gefcom2014Track track, Path file, Progress progress)
      throws IOException {
    String text = track.text();
    Namespace namespace =
        new Namespace("gefcom2014_" + text + "_" + FileDigest.sha256(file).substring(0, 12));
    Warehouse warehouse = new Warehouse(spark, namespace);
    warehouse.createTables();
    Instant now = Instant.now();
    warehouse.append(
        Table.SITES,
        track.sites().stream()
            .map((Site site) -> SampleRows.of(site, Instant.EPOCH, now))
            .toList());
    IngestJob job = new IngestJob(warehouse, new Quarantine(home.quarantine()));
    tell(
        job.run(
            Table.NWP_SAMPLES,
            "gefcom2014-" + text + "-nwp",
            List.of(file),
            (path, at) ->
                rows(Gefcom2014Files.nwp(path, text), sample -> SampleRows.of(sample, at)),
            progress::say),
        progress);
    tell(
        job.run(
            Table.GENERATION,
            "gefcom2014-" + text + "-generation",
            List.of(file),
            (path, at) ->
                rows(Gefcom2014Files.generation(path, text), sample -> SampleRows.of(sample, at)),
            progress::say),
        progress);
    return namespace;
  }

  private static <T> Sampled<Row> rows(
      Sampled<T> sampled, java.util.function.Function<T, Row> toRow) {
    return new Sampled<>(
        sampled.rows().stream().map(toRow).toList(), sampled.refused(), sampled.reasons());
  }

  private static void tell(IngestReport report, Progress progress) throws IOException {
    if (report.failed() > 0) {
      throw new IOException(report.reasons().get(0));
    }
    if (report.refused() > 0) {
      progress.say(report.refused() + " rows refused, the first: " + report.reasons().get(0));
    }
  }
}
