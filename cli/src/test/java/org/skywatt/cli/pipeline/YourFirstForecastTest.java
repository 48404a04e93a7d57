package org.skywatt.cli.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Sessions;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.ingest.job.Warehouse;
import org.skywatt.ingest.replay.GfsReplay;
import org.skywatt.ingest.replay.ReplayServer;

/** Runs every command of docs/your-first-forecast.md, in its order, against a replayed bucket. */
class YourFirstForecastTest {
  private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
  private static final Path PAGE = REPOSITORY.resolve("docs/your-first-forecast.md");
  private static final Path SERVICE =
      Command.HOME.resolve("serving/target/quarkus-app/quarkus-run.jar");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```");

  private final Instant now = Instant.now();
  private final Instant run =
      Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), 21600L) * 21600 - 21600);

  @TempDir private Path folder;
  private ReplayServer server;
  private DataHome home;
  private int port;

  @BeforeEach
  void publishARun() throws IOException {
    server = ReplayServer.start();
    GfsReplay gfs = new GfsReplay(run, new LatLonGrid(50, -0.25, 17, 5, 0.25, 29));
    for (int hour = 0; hour <= 48; hour++) {
      gfs.publish(server, hour, run.plus(Duration.ofHours(4)));
    }
    home = DataHome.open(folder.resolve("skywatt-data"));
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private static List<String> blocks(String kind) throws IOException {
    return BLOCK
        .matcher(Files.readString(PAGE, UTF_8))
        .results()
        .filter(block -> block.group(1).equals(kind))
        .map(block -> block.group(2).strip())
        .toList();
  }

  @Test
  void everyCommandOfThePageWorks() throws Exception {
    Files.writeString(folder.resolve("sites.csv"), blocks("csv").get(0) + "\n");
    List<String> commands = blocks("sh");
    assertThat(commands)
        .hasSize(7)
        .startsWith("export SKYWATT_DATA=$PWD/skywatt-data")
        .endsWith("./skywatt serve", "curl http://127.0.0.1:8080/v1/sites/my-roof/forecast");

    List<String> said = new ArrayList<>();
    for (String command : commands.subList(1, 5)) {
      said.add(Command.succeed((Object[]) words(command)).out());
    }
    assertThat(said.get(0)).contains("2 rows kept, 0 refused");
    assertThat(said.get(1))
        .contains("gfs run " + run + ": 49 of 49 files, fetched ")
        .contains("49 files taken, 0 already known, 0 unreadable");
    assertThat(said.get(2)).contains("ecmwf", "icon-d2", "hrrr", "met-office-uk");
    assertThat(said.get(3)).contains("2 sites, 36 steps", "physical-solar+physical-wind");
    assertThatTheWeatherIsInTheTable();

    assertThatNothingIsFetchedTwice(words(commands.get(2)));
    assumeThat(SERVICE).as("the packaged service").exists();
    assertThatTheForecastIsServed(commands.get(5), commands.get(6));
  }

  /** As in a shell; the data folder and the address of the bucket are this test's. */
  private String[] words(String command) {
    List<String> words = new ArrayList<>(List.of(command.split("\\s+")));
    assertThat(words.remove(0)).isEqualTo("./skywatt");
    words.replaceAll(word -> word.equals("sites.csv") ? folder.resolve(word).toString() : word);
    if (!words.contains("--list")) {
      words.addAll(List.of("--dir", home.folder().toString()));
      if (words.contains("--source")) {
        words.addAll(List.of("--url", server.address().toString()));
      }
    }
    return words.toArray(String[]::new);
  }

  private void assertThatTheWeatherIsInTheTable() throws IOException {
    try (SparkSession spark = Sessions.open(home)) {
      List<Row> rows =
          new Warehouse(spark, Namespace.LIVE)
              .read(Table.NWP_SAMPLES)
              .filter("site_id = 'my-roof'")
              .orderBy("valid_time")
              .select("ghi_wm2", "temperature_2m_k", "cloud_cover", "wind_u_100m_ms")
              .collectAsList();
      assertThat(rows).hasSize(49);
      for (Row row : rows.subList(1, 49)) {
        assertThat(row.getFloat(0)).isBetween(GfsReplay.RADIATION - 1, GfsReplay.RADIATION + 1);
        assertThat(row.getFloat(1)).isEqualTo(288);
        assertThat(row.getFloat(2)).isBetween(0.399f, 0.401f);
        assertThat(row.getFloat(3)).isBetween(7.999f, 8.001f);
      }
    }
  }

  private void assertThatNothingIsFetchedTwice(String[] again) {
    int requests = server.requests().size();
    assertThat(Command.succeed((Object[]) again).out())
        .contains("fetched 0 bytes")
        .contains("0 files taken, 49 already known");
    assertThat(server.requests().subList(requests, server.requests().size()))
        .noneMatch(request -> request.path().contains(stamp()));
  }

  private String stamp() {
    return new GfsReplay(run, new LatLonGrid(50, -0.25, 2, 5, 0.25, 2)).path(0).substring(0, 17);
  }

  private void assertThatTheForecastIsServed(String serve, String curl) throws Exception {
    List<Object> words = new ArrayList<>(List.of((Object[]) words(serve)));
    words.addAll(List.of("--port", port));
    Path log = folder.resolve("serve.log");
    Process service = Command.start(log, words.toArray());
    try {
      URI address = URI.create(curl.substring("curl ".length()).replace("8080", "" + port));
      String answer = get(address, service, log);
      assertThat(answer).contains("\"siteId\":\"my-roof\"", "physical-solar+physical-wind");
      List<Double> means =
          Pattern.compile("\"mean\":([0-9.]+)")
              .matcher(answer)
              .results()
              .map(MatchResult::group)
              .map(text -> Double.parseDouble(text.substring(7)))
              .toList();
      assertThat(means).hasSize(36).anyMatch(mean -> mean > 0.5).allMatch(mean -> mean <= 8);
    } finally {
      service.destroy();
      assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static String get(URI address, Process service, Path log) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (System.nanoTime() < deadline && service.isAlive()) {
      try {
        HttpResponse<String> response =
            client.send(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 200) {
          return response.body();
        }
      } catch (IOException e) {
        // Not up yet.
      }
      Thread.sleep(500);
    }
    throw new AssertionError("no forecast from " + address + ":\n" + Files.readString(log));
  }
}
