package org.skywatt.ingest.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Table;
import org.skywatt.ingest.assembly.RunKey;
import org.skywatt.ingest.crop.CropFolder;
import org.skywatt.ingest.crop.ServedArea;
import org.skywatt.ingest.nwp.NwpSource;
import org.skywatt.ingest.nwp.SamplingOptions;
import org.skywatt.ingest.publish.FieldsPublisher;

/**
 * Takes files of weather model runs into {@code nwp_samples}, in two steps. Files are read, a Spark
 * task a share of a file, and their fields kept, cropped to the served area. Then rows are made, a
 * task a run and block of sites, from all that is kept of the run, whichever file and day it came
 * from; what they say that the table does not is added in one commit, followed by one of the ingest
 * log. Killed anywhere, the next run reads the batch again and adds nothing twice.
 *
 * <p>Memory is bounded by one field where files are read, and by one run at a block of sites where
 * rows are made. Nothing but summaries comes to the driver.
 */
public final class NwpIngestJob {
  /** Points beyond the outermost sites that are kept too, so that a new site nearby finds some. */
  private static final double MARGIN_DEG = 1;

  private final Warehouse warehouse;
  private final Quarantine quarantine;
  private final CropFolder crops;
  private final Path published;
  private final Duration keep;

  /**
   * @param crops where fields are kept
   * @param published where the newest run's fields are published
   * @param keep how long, counted from a run's reference time; those of older runs are removed when
   *     their rows are in the table
   */
  public NwpIngestJob(
      Warehouse warehouse, Quarantine quarantine, CropFolder crops, Path published, Duration keep) {
    this.warehouse = warehouse;
    this.quarantine = quarantine;
    this.crops = crops;
    this.published = published;
    this.keep = keep;
  }

  /**
   * Takes {@code files} of {@code source} at {@code sites}. A file that the log knows by its digest
   * (for these sites) is skipped.
   *
   * @param logged name in the ingest log, which tells sets of sites apart
   * @param licence of the data, in a line
   * @param progress told a line now and then
   */
  public IngestReport run(
      NwpSource source,
      String logged,
      String licence,
      List<NwpFile> files,
      List<? extends Site> sites,
      Consumer<String> progress)
      throws IOException {
    Instant now = Instant.now();
    List<FreshFile> fresh = fresh(logged, files);
    ReportBuilder report = new ReportBuilder(files.size() - fresh.size());
    ServedArea area =
        ServedArea.around(
            sites.stream().mapToDouble(site -> site.location().latitude()).toArray(),
            sites.stream().mapToDouble(site -> site.location().longitude()).toArray(),
            MARGIN_DEG);
    ShareReader reader = new ShareReader(crops.root().toString(), area, source, now);
    FileStage fileStage = new FileStage(warehouse.spark(), reader, progress);
    RunStage runStage =
        new RunStage(warehouse, crops, source.name(), List.copyOf(sites), source.sampling());
    int done = 0;
    for (List<FreshFile> batch : fileStage.batches(fresh)) {
      warehouse.alone(
          Table.NWP_SAMPLES,
          source.name(),
          () -> take(source.name(), batch, logged, licence, fileStage, runStage, report, now));
      done += batch.size();
      progress.accept(source.name() + ": " + done + " of " + fresh.size() + " new files");
    }
    return report.build();
  }

  private void take(
      String source,
      List<FreshFile> batch,
      String logged,
      String licence,
      FileStage fileStage,
      RunStage runStage,
      ReportBuilder report,
      Instant now)
      throws IOException {
    crops.sweep(source);
    List<TakenFile> taken = fileStage.read(batch);
    Set<RunKey> runs = new HashSet<>();
    for (TakenFile each : taken) {
      runs.addAll(each.runs());
      report.add(each);
      quarantine.keep(
          Path.of(each.file().file().path()), each.file().sha256(), each.failure(), each.reasons());
    }
    report.add(runStage.add(runs));
    publishNewest(runs, licence, now);
    warehouse.append(Table.INGEST_LOG, TakenFile.logRows(taken, logged, now));
    for (RunKey run : runs) {
      if (run.initTime().isBefore(now.minus(keep))) {
        crops.remove(run);
      }
    }
  }

  private void publishNewest(Set<RunKey> runs, String licence, Instant now) throws IOException {
    Optional<RunKey> newest =
        runs.stream().filter(run -> run.member() == 0).max(Comparator.comparing(RunKey::initTime));
    if (newest.isPresent()) {
      new FieldsPublisher(crops, published).publish(newest.get(), licence, now);
    }
  }

  /**
   * Samples sites backwards from all fields that are kept: the rows that they would have, had they
   * been there when the files were taken in, available as those would be.
   *
   * @param sampling as the files were sampled
   * @param progress told a line a source
   */
  public IngestReport resample(
      List<? extends Site> sites, SamplingOptions sampling, Consumer<String> progress)
      throws IOException {
    ReportBuilder report = new ReportBuilder(0);
    for (String source : crops.sources()) {
      RunStage stage = new RunStage(warehouse, crops, source, List.copyOf(sites), sampling);
      Set<RunKey> runs = crops.runs(source);
      warehouse.alone(Table.NWP_SAMPLES, source, () -> report.add(stage.add(runs)));
      progress.accept(source + ": " + runs.size() + " kept runs");
    }
    return report.build();
  }

  private List<FreshFile> fresh(String logged, List<NwpFile> files) throws IOException {
    Set<String> known = warehouse.knownDigests(logged);
    Set<String> seen = new HashSet<>();
    List<FreshFile> fresh = new ArrayList<>();
    for (NwpFile file : files) {
      FreshFile each = FreshFile.of(file);
      if (!known.contains(each.sha256()) && seen.add(each.sha256())) {
        fresh.add(each);
      }
    }
    return fresh;
  }
}
