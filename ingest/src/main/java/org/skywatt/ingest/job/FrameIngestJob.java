package org.skywatt.ingest.job;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.storage.StorageLevel;
import org.skywatt.core.cloud.FrameFlag;
import org.skywatt.core.grid.Area;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Table;
import org.skywatt.ingest.assembly.RunKey;
import org.skywatt.ingest.crop.CropFolder;
import org.skywatt.ingest.file.Sampled;
import org.skywatt.ingest.frame.FrameGroups;
import org.skywatt.ingest.frame.FrameJudge;
import org.skywatt.ingest.frame.FrameKeeper;
import org.skywatt.ingest.frame.FrameSamples;
import org.skywatt.ingest.satellite.SatelliteSource;
import org.skywatt.ingest.satellite.SitePoints;

/**
 * Takes files of satellite images into {@code satellite_samples}. Files are read, a Spark task a
 * frame, and kept, cropped to the served area; then each new frame is judged beside the one before;
 * then rows are made of it, a task a frame, from all kept frames that could be known with it. Rows
 * are added in one commit, followed by one of the ingest log. Killed anywhere, the next run reads
 * the batch again and adds nothing twice. Frames are kept for as long as the ground is learned from
 * them.
 */
public final class FrameIngestJob {
  private static final int FRAMES_A_BATCH = 300;
  private static final Duration KEEP = Duration.ofDays(31);

  /** Clouds of four hours ahead come from as far as that. */
  private static final double MARGIN_DEG = 3;

  private final Warehouse warehouse;
  private final Quarantine quarantine;
  private final CropFolder crops;

  /**
   * @param crops where frames are kept
   */
  public FrameIngestJob(Warehouse warehouse, Quarantine quarantine, CropFolder crops) {
    this.warehouse = warehouse;
    this.quarantine = quarantine;
    this.crops = crops;
  }

  /**
   * Takes {@code files} of {@code source} at {@code sites}; a frame is read again with all its
   * files where one of them is new to the log.
   *
   * @param logged name in the ingest log, which tells sets of sites apart
   * @param progress told a line a batch
   */
  public IngestReport run(
      SatelliteSource source,
      String logged,
      List<NwpFile> files,
      List<? extends Site> sites,
      Consumer<String> progress)
      throws IOException {
    Set<String> known = warehouse.knownDigests(logged);
    List<FreshFile> all = new ArrayList<>();
    Set<String> fresh = new HashSet<>();
    for (NwpFile file : files) {
      FreshFile each = FreshFile.of(file);
      all.add(each);
      if (!known.contains(each.sha256())) {
        fresh.add(each.sha256());
      }
    }
    List<List<FreshFile>> groups =
        FrameGroups.of(all, each -> name(each)).stream()
            .filter(group -> group.stream().anyMatch(each -> fresh.contains(each.sha256())))
            .toList();
    ReportBuilder report = new ReportBuilder(all.size() - fresh.size());
    FrameReader reader =
        new FrameReader(new FrameKeeper(crops.root().toString(), area(sites), source));
    SitePoints points = new SitePoints(sites);
    for (int from = 0; from < groups.size(); from += FRAMES_A_BATCH) {
      int to = Math.min(from + FRAMES_A_BATCH, groups.size());
      List<List<FreshFile>> batch = groups.subList(from, to);
      warehouse.alone(
          Table.SATELLITE_SAMPLES,
          source.name(),
          () -> take(batch, fresh, logged, reader, points, report));
      progress.accept(source.name() + ": " + to + " of " + groups.size() + " new frames");
    }
    return report.build();
  }

  private static String name(FreshFile file) {
    return Path.of(file.file().path()).getFileName().toString();
  }

  /** To whole degrees, so that a new site rarely changes what is kept. */
  private static Area area(List<? extends Site> sites) {
    Area around =
        Area.around(
            sites.stream().mapToDouble(site -> site.location().latitude()).toArray(),
            sites.stream().mapToDouble(site -> site.location().longitude()).toArray(),
            MARGIN_DEG);
    double west = Math.floor(around.west());
    double east = Math.ceil(around.west() + around.widthDeg());
    return new Area(
        Math.max(-90, Math.floor(around.south())),
        Math.min(90, Math.ceil(around.north())),
        west,
        Math.min(360, east - west));
  }

  private void take(
      List<List<FreshFile>> batch,
      Set<String> fresh,
      String logged,
      FrameReader reader,
      SitePoints points,
      ReportBuilder report)
      throws IOException {
    Instant now = Instant.now();
    SatelliteSource source = reader.source();
    crops.sweep(source.name());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(warehouse.spark().sparkContext());
    List<FrameReader.Taken> taken =
        context
            .parallelize(batch, slices(batch.size(), context))
            .map(group -> reader.read(group, now))
            .collect();
    TreeSet<Instant> slots = new TreeSet<>();
    List<Row> log = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      FrameReader.Taken each = taken.get(i);
      slots.addAll(each.slots());
      for (FreshFile file : batch.get(i)) {
        if (fresh.contains(file.sha256())) {
          report.addFile(name(file), each.failure());
          quarantine.keep(Path.of(file.file().path()), file.sha256(), each.failure(), List.of());
          if (each.failure() == null) {
            log.add(
                RowFactory.create(
                    file.sha256(),
                    logged,
                    name(file),
                    file.bytes(),
                    (long) points.sites().size(),
                    0L,
                    each.availableAt(),
                    now));
          }
        }
      }
    }
    add(new ArrayList<>(slots), source, points, now, context, report);
    warehouse.append(Table.INGEST_LOG, log);
    forget(slots, source);
  }

  private void add(
      List<Instant> slots,
      SatelliteSource source,
      SitePoints points,
      Instant now,
      JavaSparkContext context,
      ReportBuilder report) {
    if (slots.isEmpty()) {
      return;
    }
    String folder = crops.root().toString();
    context
        .parallelize(slots, slices(slots.size(), context))
        .foreach(slot -> judge(new CropFolder(Path.of(folder)), source, slot, now));
    Broadcast<SitePoints> shipped = context.broadcast(points);
    JavaRDD<Sampled<SatelliteSample>> made =
        context
            .parallelize(slots, slices(slots.size(), context))
            .map(slot -> samples(new CropFolder(Path.of(folder)), source, slot, shipped.value()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      made.map(Count::of)
          .collect()
          .forEach(each -> report.add(each.rows(), each.refused(), each.reasons()));
      JavaRDD<Row> rows =
          made.flatMap(
              each -> each.rows().stream().map(sample -> SampleRows.of(sample, now)).iterator());
      warehouse.append(
          Table.SATELLITE_SAMPLES,
          warehouse.spark().createDataFrame(rows, Warehouse.schema(Table.SATELLITE_SAMPLES)));
    } finally {
      made.unpersist(false);
    }
  }

  /** One frame that fails in an unforeseen way is no reason to stop the others. */
  private static void judge(CropFolder crops, SatelliteSource source, Instant slot, Instant now)
      throws IOException {
    try {
      Set<FrameFlag> unused = FrameJudge.judge(crops, source, slot, now);
    } catch (IOException | RuntimeException e) {
      crops.note(new RunKey(source.name(), slot, 0), "cannot be judged: " + firstLine(e));
    }
  }

  private static Sampled<SatelliteSample> samples(
      CropFolder crops, SatelliteSource source, Instant slot, SitePoints points) {
    try {
      return FrameSamples.of(crops, source, slot, points);
    } catch (IOException | RuntimeException e) {
      return new Sampled<>(
          List.of(), 1, List.of("frame " + slot + " gives no rows: " + firstLine(e)));
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
  }

  /** What a frame gave, without its rows. */
  private record Count(long rows, long refused, List<String> reasons) implements Serializable {
    private static final long serialVersionUID = 1L;

    static Count of(Sampled<SatelliteSample> sampled) {
      return new Count(
          sampled.rows().size(), sampled.refused(), new ArrayList<>(sampled.reasons()));
    }
  }

  private void forget(SortedSet<Instant> slots, SatelliteSource source) throws IOException {
    if (slots.isEmpty()) {
      return;
    }
    Instant newest = slots.last(); // none is of the future: those are refused
    for (RunKey run : crops.runs(source.name())) {
      if (run.initTime().isBefore(newest.minus(KEEP))) {
        crops.remove(run);
      }
    }
  }

  private static int slices(int count, JavaSparkContext context) {
    return Math.max(1, Math.min(count, 4 * context.defaultParallelism()));
  }
}
