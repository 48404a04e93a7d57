package org.skywatt.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Progress;
import org.skywatt.cli.Sessions;
import org.skywatt.cli.pipeline.Forecasting;
import org.skywatt.cli.pipeline.Ingest;
import org.skywatt.cli.pipeline.SkillTable;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.cli.pipeline.Training;
import org.skywatt.cli.serve.Service;
import org.skywatt.core.table.Namespace;
import org.skywatt.features.job.Histories;
import org.skywatt.ingest.job.IngestReport;
import org.skywatt.ingest.nwp.NwpSource;
import org.skywatt.ingest.satellite.SatelliteSource;
import org.skywatt.ingest.simulated.SimulatedWorld;
import org.skywatt.models.bundle.BundleStore;
import org.skywatt.models.bundle.ModelBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skywatt demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a SIMULATED world of weather, satellite, terrain and plants, writes it as GRIB2,",
      "NetCDF, GeoTIFF and CSV files, reads them back, trains, publishes a forecast and serves",
      "it. Needs no data and no network. Safe to run twice: it goes on where it stopped."
    },
    footer = {"", "Example:", "  skywatt demo --dir /tmp/demo"})
public final class DemoCommand implements Callable<Integer> {
  private static final long SEED = 20260601;
  private static final Duration STEP = Duration.ofHours(1);
  private static final Duration HORIZON = Duration.ofHours(36);
  private static final Duration TRAIN_EVERY = Duration.ofHours(5);

  /** Satellite, NWP and readings of the first day fill the look-back of the first issues. */
  private static final Duration WARM_UP = Duration.ofDays(1);

  @Spec private CommandSpec spec;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = "skywatt-demo",
      description = "Folder for everything (default: ${DEFAULT-VALUE}).")
  private Path dir;

  @Option(names = "--exit", description = "Stop after the first answer instead of serving on.")
  private boolean exit;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port on loopback (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "Time at which the world stands (default: the last full hour).")
  private String at;

  @Option(
      names = "--days",
      defaultValue = "45",
      description = "Days of history of a new world (default: ${DEFAULT-VALUE}).")
  private int days;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out);
    Instant issue =
        (at == null ? Instant.now() : TimeOptions.time("--at", at)).truncatedTo(ChronoUnit.HOURS);
    DataHome home = DataHome.open(dir);
    DemoFolder folder = DemoFolder.open(home, SEED, issue, Duration.ofDays(days));
    Instant from = Instant.parse(folder.from());
    SimulatedWorld world = new SimulatedWorld(folder.seed());
    world.writeFiles(home.world(), from, issue, progress::say);
    Map<String, ModelBundle> bundles;
    try (SparkSession spark = Sessions.open(home)) {
      progress.say("Spark is up");
      ingest(new Ingest(spark, home, progress::say), home.world(), from, progress);
      bundles = trained(home, issue);
      if (bundles.isEmpty()) {
        bundles =
            new Training(spark, home, progress::say)
                .run(from.plus(WARM_UP), issue, TRAIN_EVERY, HORIZON, STEP, true);
      } else {
        progress.say("the models of " + issue + " are trained already");
      }
      Forecasting forecasting = new Forecasting(new Histories(spark, Namespace.LIVE), home);
      Path run =
          forecasting.run(issue, HORIZON, STEP, STEP, true, home.published().resolve("runs"));
      forecasting.publishSites(issue);
      progress.say("published " + run.getFileName());
    }
    bundles.values().forEach(bundle -> SkillTable.print(bundle.card(), out));
    try (Service service = Service.start(home, port, true)) {
      String site = world.sites().get(0).id().value();
      URI forecast = service.url().resolve("v1/sites/" + site + "/forecast");
      out.println();
      progress.say("SIMULATED forecasts of " + world.sites().size() + " sites are served:");
      out.println("  page      " + service.url());
      out.println("  forecast  " + forecast + " (" + bytes(forecast) + " bytes)");
      out.println("  API       " + service.url().resolve("docs"));
      out.println("  files     " + home.folder());
      out.flush();
      if (!exit) {
        out.println("Ctrl-C stops");
        out.flush();
        int unused = service.await();
      }
    }
    return 0;
  }

  /**
   * The bundles of both technologies fitted at {@code issue}, or none: a second training would tell
   * other joules, and a run that is published is never changed.
   */
  private static Map<String, ModelBundle> trained(DataHome home, Instant issue) throws IOException {
    BundleStore store = new BundleStore(home.bundles());
    Map<String, ModelBundle> bundles = new TreeMap<>();
    for (String technology : List.of("solar", "wind")) {
      Optional<ModelBundle> bundle = store.find(technology, issue);
      if (bundle.isEmpty() || !bundle.get().card().fitUntil().equals(issue.toString())) {
        return Map.of();
      }
      bundles.put(technology, bundle.get());
    }
    return bundles;
  }

  private static void ingest(Ingest ingest, Path world, Instant from, Progress progress)
      throws IOException {
    tell("sites", ingest.sites(world.resolve("sites.csv"), from), progress);
    tell("terrain", ingest.terrain(List.of(terrain(world)), "simulated-dem"), progress);
    NwpSource nwp = NwpSource.SIMULATED;
    tell("NWP", ingest.nwp(Ingest.files(world.resolve("nwp"), nwp.fileNames()), nwp), progress);
    SatelliteSource satellite = SatelliteSource.SIMULATED;
    tell(
        "satellite",
        ingest.satellite(
            Ingest.files(world.resolve("satellite"), satellite.fileNames()), satellite),
        progress);
    tell(
        "generation",
        ingest.generation(
            Ingest.files(world.resolve("generation"), "simulated-generation_*.csv"),
            SimulatedWorld.GENERATION_DELAY),
        progress);
  }

  private static Path terrain(Path world) throws IOException {
    List<Path> files = Ingest.files(world.resolve("terrain"), "simulated-dem*.tif");
    return files.get(0);
  }

  private static void tell(String what, IngestReport report, Progress progress) {
    progress.say(
        "%s: %d rows of %d new files, %d known, %d refused"
            .formatted(what, report.rows(), report.taken(), report.skipped(), report.refused()));
  }

  private static int bytes(URI uri) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(uri + " answered " + answer.statusCode());
    }
    return answer.body().length;
  }
}
