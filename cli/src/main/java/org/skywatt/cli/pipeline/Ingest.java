package org.skywatt.cli.pipeline;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DataHome;
import org.skywatt.core.sample.CapacityChange;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.features.job.CapacityChangeJob;
import org.skywatt.features.job.Histories;
import org.skywatt.ingest.crop.CropFolder;
import org.skywatt.ingest.csv.CapacityChangesCsvReader;
import org.skywatt.ingest.csv.GenerationCsvReader;
import org.skywatt.ingest.csv.Rejections;
import org.skywatt.ingest.csv.SitesCsvReader;
import org.skywatt.ingest.file.Sampled;
import org.skywatt.ingest.job.FrameIngestJob;
import org.skywatt.ingest.job.IngestJob;
import org.skywatt.ingest.job.IngestReport;
import org.skywatt.ingest.job.NwpFile;
import org.skywatt.ingest.job.NwpIngestJob;
import org.skywatt.ingest.job.Quarantine;
import org.skywatt.ingest.job.SampleRows;
import org.skywatt.ingest.job.Warehouse;
import org.skywatt.ingest.nwp.NwpSource;
import org.skywatt.ingest.nwp.SamplingOptions;
import org.skywatt.ingest.satellite.SatelliteFileSampler;
import org.skywatt.ingest.satellite.SatelliteSource;
import org.skywatt.ingest.terrain.TerrainSampler;

/** Takes files of each kind into the live tables. */
public final class Ingest {
  private final Warehouse warehouse;

  /** How long the fields of a run are kept, from its reference time. */
  private static final Duration KEEP_FIELDS = Duration.ofDays(30);

  private final IngestJob job;
  private final NwpIngestJob nwpJob;
  private final FrameIngestJob frameJob;
  private final Consumer<String> progress;

  public Ingest(SparkSession spark, DataHome home, Consumer<String> progress) {
    this.warehouse = new Warehouse(spark, Namespace.LIVE);
    this.warehouse.createTables();
    Quarantine quarantine = new Quarantine(home.quarantine());
    this.job = new IngestJob(warehouse, quarantine);
    this.nwpJob =
        new NwpIngestJob(
            warehouse,
            quarantine,
            new CropFolder(home.fields()),
            home.published().resolve("fields"),
            KEEP_FIELDS);
    this.frameJob = new FrameIngestJob(warehouse, quarantine, new CropFolder(home.frames()));
    this.progress = progress;
  }

  /**
   * Sites from a CSV file, known from {@code availableAt} on.
   *
   * @throws IOException if the file is no such table
   */
  public IngestReport sites(Path file, Instant availableAt) throws IOException {
    return job.run(
        Table.SITES,
        "sites",
        List.of(existing(file)),
        (path, at) -> {
          SitesCsvReader.Result read = SitesCsvReader.read(path);
          List<Row> rows =
              read.sites().stream().map(site -> SampleRows.of(site, availableAt, at)).toList();
          return new Sampled<>(rows, read.rejections().count(), lines(read.rejections()));
        },
        progress);
  }

  /** Generation from CSV files; {@code delay} counts where a file has no {@code available_at}. */
  public IngestReport generation(List<Path> files, Duration delay) throws IOException {
    List<Site> sites = knownSites();
    return job.run(
        Table.GENERATION,
        "generation",
        files,
        (path, at) -> {
          GenerationCsvReader.Result read =
              new GenerationCsvReader(sites, delay, Optional.empty()).read(path);
          return new Sampled<>(
              rows(read.accepted(), sample -> SampleRows.of(sample, at)),
              read.rejections().count(),
              lines(read.rejections()));
        },
        progress);
  }

  /** NWP files of one source, sampled at every known site. */
  public IngestReport nwp(List<Path> files, NwpSource source) throws IOException {
    return nwp(files.stream().map(NwpFile::of).toList(), source, "see the provider's terms");
  }

  /**
   * As {@link #nwp(List, NwpSource)}, for files of which it may be known when they appeared.
   *
   * @param licence of the data, in a line
   */
  public IngestReport nwp(List<NwpFile> files, NwpSource source, String licence)
      throws IOException {
    List<Site> sites = knownSites();
    return nwpJob.run(
        source, source.name() + " at " + fingerprint(sites), licence, files, sites, progress);
  }

  /**
   * Samples a site backwards from the fields that are kept of recent runs.
   *
   * @param sampling as the runs were sampled at the other sites
   * @throws IOException if the site is not known
   */
  public IngestReport resample(String siteId, SamplingOptions sampling) throws IOException {
    List<Site> site =
        knownSites().stream().filter(each -> each.id().value().equals(siteId)).toList();
    if (site.isEmpty()) {
      throw new IOException(
          "site '" + siteId + "' is not known: add it first with skywatt ingest sites FILE");
    }
    return nwpJob.resample(site, sampling, progress);
  }

  /**
   * Satellite images as providers publish them: frames are kept for 30 days, and from them cloud
   * index and motion are told at and around every known site.
   */
  public IngestReport frames(List<NwpFile> files, SatelliteSource source) throws IOException {
    List<Site> sites = knownSites();
    return frameJob.run(
        source, source.name() + " at " + fingerprint(sites), files, sites, progress);
  }

  /** Images with the ground's reflectance in them, sampled at and around every known site. */
  public IngestReport satellite(List<Path> files, SatelliteSource source) throws IOException {
    List<Site> sites = knownSites();
    List<String> before = files.stream().map(Path::toString).toList();
    return job.run(
        Table.SATELLITE_SAMPLES,
        source.name() + " at " + fingerprint(sites),
        files,
        (path, at) -> {
          var sampled = new SatelliteFileSampler(source, sites, before).sample(path);
          return new Sampled<>(
              rows(sampled.rows(), sample -> SampleRows.of(sample, at)),
              sampled.refused(),
              sampled.reasons());
        },
        progress);
  }

  /**
   * The ground at every known site, from an elevation model or its tiles; it was always there.
   *
   * @param files the tiles, each of which sees the ground of its neighbours
   */
  public IngestReport terrain(List<Path> files, String source) throws IOException {
    List<Site> sites = knownSites();
    List<String> tiles = files.stream().map(Path::toString).toList();
    return job.run(
        Table.TERRAIN,
        source + " at " + fingerprint(sites),
        files,
        (path, at) -> {
          var sampled =
              new TerrainSampler(sites, tiles.stream().map(Path::of).toList()).sample(path);
          return new Sampled<>(
              rows(sampled.rows(), sample -> SampleRows.of(sample, source, Instant.EPOCH, at)),
              sampled.refused(),
              sampled.reasons());
        },
        progress);
  }

  /**
   * Changes of what plants can give, out of a CSV file.
   *
   * @param known when they are known, where the file does not say
   */
  public IngestReport capacity(Path file, Instant known) throws IOException {
    List<Site> sites = knownSites();
    return job.run(
        Table.CAPACITY_CHANGES,
        "capacity",
        List.of(existing(file)),
        (path, at) -> {
          var read = CapacityChangesCsvReader.read(path, sites, known);
          return new Sampled<>(
              rows(read.changes(), change -> SampleRows.of(change, at)),
              read.rejections().count(),
              lines(read.rejections()));
        },
        progress);
  }

  /**
   * Changes of what solar plants can give, out of their generation, known from {@code asOf} on (the
   * moment at which they are kept, if empty); those that are known already are left out.
   *
   * @param least confidence of a change that is taken
   * @return the new ones
   */
  public List<CapacityChange> findCapacity(Optional<Instant> asOf, double least)
      throws IOException {
    List<Site> sites = knownSites().stream().filter(site -> site instanceof SolarSite).toList();
    List<CapacityChange> news =
        new CapacityChangeJob(warehouse.spark(), Namespace.LIVE)
            .findNews(sites, asOf.orElseGet(Instant::now), least);
    Instant now = Instant.now();
    List<CapacityChange> kept =
        news.stream().map(each -> each.knownFrom(asOf.orElse(now))).toList();
    warehouse.append(Table.CAPACITY_CHANGES, rows(kept, change -> SampleRows.of(change, now)));
    return kept;
  }

  /** The newest state of every site in the table. */
  public List<Site> knownSites() throws IOException {
    List<Site> sites = new Histories(warehouse.spark(), Namespace.LIVE).sites();
    if (sites.isEmpty()) {
      throw new IOException("no site is known yet: start with skywatt ingest sites FILE");
    }
    return sites;
  }

  public Warehouse warehouse() {
    return warehouse;
  }

  /** The file itself, or the files of a folder that match {@code glob}, sorted. */
  public static List<Path> files(Path fileOrFolder, String glob) throws IOException {
    if (!Files.isDirectory(fileOrFolder)) {
      return List.of(existing(fileOrFolder));
    }
    List<Path> files = new ArrayList<>();
    Path folder = fileOrFolder.toAbsolutePath();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
      entries.forEach(files::add);
    }
    if (files.isEmpty()) {
      throw new NoSuchFileException(fileOrFolder + " with files like " + glob);
    }
    files.sort(null);
    return files;
  }

  /** An absolute path, since workers of a cluster have working folders of their own. */
  public static Path existing(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return file.toAbsolutePath();
  }

  /** Files are sampled again when the sites changed: the log tells the sets of sites apart. */
  private static String fingerprint(List<Site> sites) {
    return Integer.toHexString(
        sites.stream().map(site -> site.id() + "@" + site.location()).toList().hashCode());
  }

  private static <T> List<Row> rows(List<T> samples, Function<T, Row> toRow) {
    return samples.stream().map(toRow).toList();
  }

  private static List<String> lines(Rejections rejections) {
    return rejections.first().stream().map(Rejections.Row::toString).toList();
  }
}
