package org.skywatt.cli.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.core.variable.Variable;
import org.skywatt.ingest.crop.CropFolder;
import org.skywatt.ingest.job.IngestReport;
import org.skywatt.ingest.job.NwpFile;
import org.skywatt.ingest.job.NwpIngestJob;
import org.skywatt.ingest.job.Quarantine;
import org.skywatt.ingest.job.Warehouse;
import org.skywatt.ingest.nwp.NwpSource;

/** A test's own table of weather forecasts, and the fields that are kept beside it. */
final class TriedTable {
  private final SparkSession spark;
  private final List<Site> sites;
  final Warehouse warehouse;
  final NwpIngestJob job;

  TriedTable(SparkSession spark, Path folder, List<Site> sites, String name) {
    this.spark = spark;
    this.sites = sites;
    warehouse = new Warehouse(spark, new Namespace(name));
    warehouse.createTables();
    job =
        new NwpIngestJob(
            warehouse,
            new Quarantine(folder.resolve("quarantine-" + name)),
            new CropFolder(folder.resolve("fields-" + name)),
            folder.resolve("published-" + name),
            Duration.ofDays(36_500));
  }

  IngestReport take(Path... files) throws IOException {
    return take("simulated", sites, files);
  }

  IngestReport take(String logged, List<Site> at, Path... files) throws IOException {
    return take(NwpSource.SIMULATED, logged, at, files);
  }

  IngestReport take(NwpSource source, String logged, List<Site> at, Path... files)
      throws IOException {
    List<NwpFile> list = new ArrayList<>();
    for (Path file : files) {
      list.add(NwpFile.of(file));
    }
    return job.run(source, logged, "SIMULATED", list, at, line -> {});
  }

  /** What could be known at a time, without when it became known. */
  List<String> asOf(Instant time) {
    List<String> values = new ArrayList<>();
    for (Variable variable : Variable.values()) {
      values.add("max_by(" + variable.column() + ", available_at)");
    }
    return spark
        .sql(
            "SELECT site_id, member, init_time, valid_time, "
                + String.join(", ", values)
                + " FROM "
                + warehouse.namespace().qualified(Table.NWP_SAMPLES)
                + " WHERE available_at <= TIMESTAMP '"
                + time
                + "' GROUP BY site_id, member, init_time, valid_time"
                + " ORDER BY site_id, member, init_time, valid_time")
        .collectAsList()
        .stream()
        .map(Object::toString)
        .toList();
  }

  List<String> rows() {
    return warehouse.read(Table.NWP_SAMPLES).drop("ingested_at").collectAsList().stream()
        .map(Object::toString)
        .sorted()
        .toList();
  }

  double temperatureK(Site site) {
    return warehouse
        .read(Table.NWP_SAMPLES)
        .filter("site_id = '" + site.id().value() + "'")
        .first()
        .<Float>getAs(Variable.TEMPERATURE_2M.column());
  }

  long count() {
    return warehouse.read(Table.NWP_SAMPLES).count();
  }
}
