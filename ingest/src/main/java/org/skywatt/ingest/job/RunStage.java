package org.skywatt.ingest.job;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.CollectionAccumulator;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Table;
import org.skywatt.ingest.assembly.RunKey;
import org.skywatt.ingest.crop.CropFolder;
import org.skywatt.ingest.file.Reasons;
import org.skywatt.ingest.nwp.RunSamples;
import org.skywatt.ingest.nwp.SamplingOptions;

/** The second step: kept fields of runs to rows, and those that are news to the table. */
final class RunStage {
  /** Runs that are named to the table one by one; of more, the first and last. */
  private static final int MOST_NAMED = 100;

  /** Each task compiles the code that takes its rows, which costs more than a small run's rows. */
  private static final int TASKS_A_CORE = 4;

  private final Warehouse warehouse;
  private final CropFolder crops;
  private final String source;
  private final List<Site> sites;
  private final SamplingOptions sampling;

  /** Rows that were added, and what was odd about the runs. */
  record Added(long rows, List<String> reasons) {}

  RunStage(
      Warehouse warehouse,
      CropFolder crops,
      String source,
      List<Site> sites,
      SamplingOptions sampling) {
    this.warehouse = warehouse;
    this.crops = crops;
    this.source = source;
    this.sites = sites;
    this.sampling = sampling;
  }

  /** Adds what is kept of {@code runs} and the table does not have, in one commit. */
  Added add(Set<RunKey> runs) throws IOException {
    if (runs.isEmpty()) {
      return new Added(0, List.of());
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(warehouse.spark().sparkContext());
    List<RunBlock> blocks = new ArrayList<>();
    for (RunKey run : runs) {
      for (int from = 0; from < sites.size(); from += RunBlock.SITES) {
        blocks.add(new RunBlock(run, from, Math.min(from + RunBlock.SITES, sites.size())));
      }
    }
    CollectionAccumulator<String> odd =
        warehouse.spark().sparkContext().collectionAccumulator("odd");
    Broadcast<List<Site>> shipped = context.broadcast(sites);
    String folder = crops.root().toString();
    SamplingOptions options = sampling;
    Instant now = Instant.now();
    JavaRDD<Row> rows =
        context
            .parallelize(
                blocks, Math.min(blocks.size(), TASKS_A_CORE * context.defaultParallelism()))
            .flatMap(
                block -> {
                  RunSamples made =
                      RunSamples.of(
                          new CropFolder(Path.of(folder)),
                          block.run(),
                          shipped.value().subList(block.from(), block.to()),
                          options);
                  made.reasons().forEach(odd::add);
                  return made.samples().stream()
                      .map(sample -> SampleRows.of(sample, now))
                      .iterator();
                });
    Dataset<Row> computed =
        warehouse.spark().createDataFrame(rows, Warehouse.schema(Table.NWP_SAMPLES));
    Dataset<Row> news =
        Revisions.find(computed, existing(runs), now).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      long added = news.count();
      if (added > 0) {
        news.writeTo(warehouse.namespace().qualified(Table.NWP_SAMPLES)).append();
      }
      Reasons reasons = new Reasons();
      new ArrayList<>(odd.value()).forEach(reasons::add);
      return new Added(added, reasons.list());
    } catch (org.apache.spark.sql.catalyst.analysis.NoSuchTableException e) {
      throw new IOException("table nwp_samples is gone", e);
    } finally {
      news.unpersist(false);
    }
  }

  private Dataset<Row> existing(Collection<RunKey> runs) {
    Object[] times = runs.stream().map(RunKey::initTime).distinct().sorted().toArray();
    var named =
        times.length <= MOST_NAMED
            ? col("init_time").isin(times)
            : col("init_time").between(times[0], times[times.length - 1]);
    return warehouse.read(Table.NWP_SAMPLES).filter(col("source").equalTo(source).and(named));
  }
}
