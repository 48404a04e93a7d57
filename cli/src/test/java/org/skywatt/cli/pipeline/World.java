package org.skywatt.cli.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Sessions;
import org.skywatt.core.table.Table;
import org.skywatt.ingest.nwp.NwpSource;
import org.skywatt.ingest.satellite.SatelliteSource;
import org.skywatt.ingest.simulated.SimulatedWorld;
import org.skywatt.models.bundle.BundleStore;

/**
 * One small simulated world for all slow tests of this JVM, made when first asked for: its files,
 * and a data folder that has taken them and trained on them. Tests may add to the folder what
 * became known later than {@link #NOW}, and what is trained or published later; nothing earlier.
 */
final class World {
  static final Instant FROM = Instant.parse("2026-06-01T00:00:00Z");

  /** When the world's files end; the folder's models are fitted to what was known then. */
  static final Instant NOW = Instant.parse("2026-06-23T06:00:00Z");

  static final SimulatedWorld SIMULATED = new SimulatedWorld(20260601);

  /** A training that is quick: about a third of the demo's. */
  static final Instant TRAIN_FROM = FROM.plus(Duration.ofDays(5));

  static final Duration TRAIN_EVERY = Duration.ofHours(11);

  private static World made;

  private final Path files;
  private final DataHome home;
  private Map<String, byte[]> undisturbedModels;
  private List<String> undisturbedFeatures;

  private World(Path files, DataHome home) {
    this.files = files;
    this.home = home;
  }

  static synchronized World get() throws IOException {
    if (made == null) {
      Path root = Files.createTempDirectory("skywatt-world");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
      World world = new World(root.resolve("files"), DataHome.open(root.resolve("home")));
      SIMULATED.writeFiles(world.files, FROM, NOW, line -> {});
      world.ingestAll();
      world.train(NOW);
      world.undisturbedModels = models(world.home);
      try (SparkSession spark = Sessions.open(world.home)) {
        world.undisturbedFeatures = Tables.rows(spark, Table.FEATURES);
      }
      made = world;
    }
    return made;
  }

  Path files() {
    return files;
  }

  DataHome home() {
    return home;
  }

  /** What the first training at {@link #NOW} left, before anything else was done. */
  Map<String, byte[]> undisturbedModels() {
    return undisturbedModels;
  }

  /** The rows that the first training at {@link #NOW} was made from. */
  List<String> undisturbedFeatures() {
    return undisturbedFeatures;
  }

  /**
   * Models, calibrations and schemas fitted to what was known at {@link #NOW}, by file. Cards tell
   * joules, which differ.
   */
  static Map<String, byte[]> models(DataHome home) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (String technology : List.of("solar", "wind")) {
      Path bundle = home.bundles().resolve(BundleStore.id(technology, NOW));
      for (String file : List.of("model.ubj", "calibration.json", "schema.json")) {
        files.put(technology + "/" + file, Files.readAllBytes(bundle.resolve(file)));
      }
    }
    return files;
  }

  /** Adds what providers publish until {@code time} and takes it in. */
  void extendTo(Instant time) throws IOException {
    SIMULATED.writeFiles(files, FROM, time, line -> {});
    ingestAll();
  }

  private void ingestAll() throws IOException {
    try (SparkSession spark = Sessions.open(home)) {
      Ingest ingest = new Ingest(spark, home, line -> {});
      ingest.sites(files.resolve("sites.csv"), FROM);
      ingest.terrain(List.of(files.resolve("terrain/simulated-dem.tif")), "simulated-dem");
      ingest.nwp(Ingest.files(files.resolve("nwp"), "*.grib2"), NwpSource.SIMULATED);
      ingest.satellite(Ingest.files(files.resolve("satellite"), "*.nc"), SatelliteSource.SIMULATED);
      ingest.generation(
          Ingest.files(files.resolve("generation"), "*.csv"), SimulatedWorld.GENERATION_DELAY);
    }
  }

  /** The words of a command that trains on what was known at {@code asOf}. */
  Object[] training(Instant asOf) {
    return new Object[] {
      "train", "--dir", home.folder(), "--as-of", asOf, "--from", TRAIN_FROM, "--every", TRAIN_EVERY
    };
  }

  void train(Instant asOf) {
    Command.succeed(training(asOf));
  }

  /** Deletes a tree from which others may be deleting too. */
  static void delete(Path folder) {
    for (int attempt = 0; attempt < 5 && Files.exists(folder); attempt++) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      } catch (IOException | UncheckedIOException e) {
        System.err.println("once more: " + e);
      }
    }
  }
}
