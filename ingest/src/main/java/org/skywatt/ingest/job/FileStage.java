package org.skywatt.ingest.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.skywatt.core.grid.Grid;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.reader.FieldFiles;

/** The first step: files to kept fields. */
final class FileStage {
  private static final int FILES_A_BATCH = 200;

  /** Small files share a task, as starting one costs more than reading them. */
  private static final int TASKS_A_CORE = 16;

  private static final int PROGRESS_SECONDS = 10;

  private final SparkSession spark;
  private final ShareReader reader;
  private final Consumer<String> progress;

  FileStage(SparkSession spark, ShareReader reader, Consumer<String> progress) {
    this.spark = spark;
    this.reader = reader;
    this.progress = progress;
  }

  /**
   * Cuts a long list into batches that are committed one by one. Files of the same run come into
   * the same batch: were they committed apart, the later would make new versions of rows that this
   * very ingest has just written.
   */
  List<List<FreshFile>> batches(List<FreshFile> files) {
    if (files.size() <= FILES_A_BATCH) {
      return files.isEmpty() ? List.of() : List.of(files);
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<Set<Instant>> runs =
        context
            .parallelize(files, Math.min(files.size(), TASKS_A_CORE * context.defaultParallelism()))
            .map(file -> runsOf(Path.of(file.file().path())))
            .collect();
    return Batches.of(files, runs, FILES_A_BATCH);
  }

  /** Reference times of the fields of a file; none where it cannot be read. */
  private static Set<Instant> runsOf(Path file) {
    Set<Instant> runs = new HashSet<>();
    try {
      FieldFiles.read(
          file,
          new FieldHandler() {
            @Override
            public boolean wants(FieldHeader header, Grid grid) {
              runs.add(header.initTime());
              return false;
            }

            @Override
            public void field(Field field) {
              throw new IllegalStateException("not wanted: " + field.where());
            }

            @Override
            public void refused(int field, UnreadableFileException reason) {
              // Told when the file is read for its values.
            }
          });
    } catch (IOException | RuntimeException e) {
      return new HashSet<>(); // as above
    }
    return runs;
  }

  /** Reads a batch of files. */
  List<TakenFile> read(List<FreshFile> batch) throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<Share> shares = new ArrayList<>();
    for (int file = 0; file < batch.size(); file++) {
      int parts = Share.parts(batch.get(file).bytes());
      for (int part = 0; part < parts; part++) {
        shares.add(new Share(file, part, parts));
      }
    }
    LongAccumulator done = spark.sparkContext().longAccumulator();
    Broadcast<List<FreshFile>> files = context.broadcast(batch);
    Broadcast<ShareReader> shipped = context.broadcast(reader);
    JavaRDD<TakenShare> taken =
        context
            .parallelize(
                shares, Math.min(shares.size(), TASKS_A_CORE * context.defaultParallelism()))
            .map(
                share -> {
                  FreshFile file = files.value().get(share.file());
                  TakenShare each = shipped.value().read(share, file.file(), file.sha256());
                  done.add(1);
                  return each;
                });
    Map<Integer, List<TakenShare>> byFile = new HashMap<>();
    for (TakenShare each : await(taken.collectAsync(), done, shares.size())) {
      byFile.computeIfAbsent(each.share().file(), unused -> new ArrayList<>()).add(each);
    }
    List<TakenFile> summary = new ArrayList<>();
    for (int file = 0; file < batch.size(); file++) {
      summary.add(TakenFile.of(batch.get(file), byFile.get(file)));
    }
    return summary;
  }

  private List<TakenShare> await(
      JavaFutureAction<List<TakenShare>> action, LongAccumulator done, int all) throws IOException {
    while (true) {
      try {
        return action.get(PROGRESS_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        progress.accept(
            reader.source().name() + ": read " + done.value() + " of " + all + " parts");
      } catch (ExecutionException e) {
        throw new IOException(e.getCause().getMessage(), e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while files were read", e);
      }
    }
  }
}
