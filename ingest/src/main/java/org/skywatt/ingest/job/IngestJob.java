package org.skywatt.ingest.job;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.storage.StorageLevel;
import org.skywatt.core.table.Table;
import org.skywatt.ingest.file.Sampled;

/**
 * Takes files into a table, a Spark task a file. A batch of files is one commit of rows followed by
 * one commit of the ingest log; killed between the two, the next run reads the batch again and adds
 * nothing, since rows are keyed. A file that the log knows by its digest is skipped.
 */
public final class IngestJob {
  private static final int FILES_A_BATCH = 200;
  private static final int REASONS_KEPT = 20;

  /** What came of a file; the rows stay where they were read. */
  private record Summary(
      String file,
      String sha256,
      long bytes,
      long rows,
      Instant availableAt,
      long refused,
      List<String> reasons,
      String failure)
      implements Serializable {}

  private record Read(Summary summary, List<Row> rows) implements Serializable {}

  private final Warehouse warehouse;
  private final Quarantine quarantine;

  public IngestJob(Warehouse warehouse, Quarantine quarantine) {
    this.warehouse = warehouse;
    this.quarantine = quarantine;
  }

  /**
   * Takes {@code files} into {@code table}.
   *
   * @param source name in the ingest log; the same file may be taken once for each source
   * @param progress told one line a batch
   */
  public IngestReport run(
      Table table, String source, List<Path> files, FileSampler sampler, Consumer<String> progress)
      throws IOException {
    Set<String> known = warehouse.knownDigests(source);
    List<String> fresh = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Path file : files) {
      String digest = FileDigest.sha256(file);
      if (!known.contains(digest) && seen.add(digest)) {
        fresh.add(file.toString());
      }
    }
    int failed = 0;
    long rows = 0;
    long refused = 0;
    List<String> reasons = new ArrayList<>();
    for (int from = 0; from < fresh.size(); from += FILES_A_BATCH) {
      List<String> batch = fresh.subList(from, Math.min(from + FILES_A_BATCH, fresh.size()));
      for (Summary read : takeBatch(table, source, batch, sampler)) {
        rows += read.rows;
        refused += read.refused;
        failed += read.failure == null ? 0 : 1;
        keep(reasons, read);
      }
      progress.accept(source + ": " + (from + batch.size()) + " of " + fresh.size() + " new files");
    }
    int skipped = files.size() - fresh.size();
    return new IngestReport(
        fresh.size() - failed, skipped, failed, rows, refused, List.copyOf(reasons));
  }

  private static void keep(List<String> reasons, Summary read) {
    String name = Path.of(read.file).getFileName().toString();
    if (read.failure != null && reasons.size() < REASONS_KEPT) {
      reasons.add(read.failure.contains(name) ? read.failure : name + ": " + read.failure);
    }
    for (String reason : read.reasons) {
      if (reasons.size() < REASONS_KEPT) {
        reasons.add(name + ": " + reason);
      }
    }
  }

  private List<Summary> takeBatch(
      Table table, String source, List<String> batch, FileSampler sampler) throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(warehouse.spark().sparkContext());
    Instant now = Instant.now();
    int slices = Math.min(batch.size(), 4 * context.defaultParallelism());
    int availableAt = Warehouse.columnNames(table).indexOf("available_at");
    JavaRDD<Read> reads =
        context
            .parallelize(batch, slices)
            .map(file -> read(file, sampler, now, availableAt))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      List<Summary> summaries = reads.map(Read::summary).collect();
      List<Row> log = new ArrayList<>();
      for (Summary read : summaries) {
        if (read.failure == null) {
          log.add(
              RowFactory.create(
                  read.sha256,
                  source,
                  Path.of(read.file).getFileName().toString(),
                  read.bytes,
                  read.rows,
                  read.refused,
                  read.availableAt,
                  now));
        }
        quarantine.keep(Path.of(read.file), read.sha256, read.failure, read.reasons);
      }
      warehouse.alone(
          table,
          source,
          () -> {
            JavaRDD<Row> rows = reads.flatMap(read -> read.rows.iterator());
            if (summaries.stream().anyMatch(read -> read.rows > 0)) {
              warehouse.append(
                  table, warehouse.spark().createDataFrame(rows, Warehouse.schema(table)));
            }
            warehouse.append(Table.INGEST_LOG, log);
          });
      return summaries;
    } finally {
      reads.unpersist(false);
    }
  }

  private static Read read(String file, FileSampler sampler, Instant now, int availableAt)
      throws IOException {
    Path path = Path.of(file);
    String sha256 = FileDigest.sha256(path);
    long bytes = Files.size(path);
    try {
      Sampled<Row> sampled = sampler.sample(path, now);
      List<Row> rows = new ArrayList<>(sampled.rows());
      Optional<Instant> last =
          rows.stream().map(row -> row.<Instant>getAs(availableAt)).max(Instant::compareTo);
      return new Read(
          new Summary(
              file,
              sha256,
              bytes,
              rows.size(),
              last.orElse(null),
              sampled.refused(),
              new ArrayList<>(sampled.reasons()),
              null),
          rows);
    } catch (IOException | RuntimeException e) {
      String why = e.getMessage() == null ? e.toString() : e.getMessage();
      return new Read(
          new Summary(file, sha256, bytes, 0, null, 0, new ArrayList<>(), why), new ArrayList<>());
    }
  }
}
