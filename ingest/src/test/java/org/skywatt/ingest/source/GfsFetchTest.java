package org.skywatt.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.ingest.fetch.Credentials;
import org.skywatt.ingest.fetch.FetchSettings;
import org.skywatt.ingest.fetch.HttpFetcher;
import org.skywatt.ingest.replay.Fault;
import org.skywatt.ingest.replay.GfsReplay;
import org.skywatt.ingest.replay.GribMessages;
import org.skywatt.ingest.replay.ReplayServer;
import org.skywatt.ingest.source.noaa.Noaa;
import org.skywatt.ingest.source.run.FetchedRun;
import org.skywatt.ingest.source.run.RunFetcher;

/** A run of GFS in the bucket's layout, from a server that misbehaves. */
class GfsFetchTest {
  private static final Instant RUN = Instant.parse("2026-06-01T06:00:00Z");
  private static final Instant NOW = RUN.plus(Duration.ofHours(5));
  private static final Duration HORIZON = Duration.ofHours(3);

  private static final FetchSettings QUICK =
      new FetchSettings(
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          1,
          Duration.ofSeconds(20),
          3,
          Duration.ofMillis(1),
          Duration.ofMillis(2),
          4,
          0,
          1 << 20);

  @TempDir private Path folder;
  private final GfsReplay gfs = new GfsReplay(RUN, new LatLonGrid(50, -0.25, 9, 5, 0.25, 9));
  private ReplayServer server;
  private HttpFetcher http;

  @BeforeEach
  void start() throws IOException {
    server = ReplayServer.start();
    http = new HttpFetcher(QUICK, Credentials.NONE, Map.of());
  }

  @AfterEach
  void stop() throws IOException {
    http.close();
    server.close();
  }

  private void publish(int from, int to) {
    for (int hour = from; hour <= to; hour++) {
      gfs.publish(server, hour, RUN.plus(Duration.ofMinutes(200 + hour)));
    }
  }

  private FetchedRun fetch() throws IOException {
    return new RunFetcher(
            Noaa.GFS,
            new Remote(http, server.address()),
            folder,
            2,
            Clock.fixed(NOW, ZoneOffset.UTC),
            line -> {})
        .fetch(RUN, HORIZON);
  }

  private static List<String> names(FetchedRun run) {
    return run.files().keySet().stream().map(file -> file.getFileName().toString()).toList();
  }

  @Test
  void onlyTheMessagesThatAreUsedAreFetched() throws IOException {
    publish(0, 3);
    FetchedRun run = fetch();
    assertThat(run.isComplete()).isTrue();
    assertThat(names(run))
        .containsExactly(
            "gfs.t06z.pgrb2.0p25.f000",
            "gfs.t06z.pgrb2.0p25.f001",
            "gfs.t06z.pgrb2.0p25.f002",
            "gfs.t06z.pgrb2.0p25.f003");
    Path third = run.files().keySet().stream().reduce((first, second) -> second).orElseThrow();
    // Temperature, humidity, wind at two levels, cloud at the instant, radiation: not the height
    // of the ground and not the average of clouds.
    assertThat(GribMessages.split(Files.readAllBytes(third))).hasSize(8);
    assertThat(run.bytes()).isLessThan(run.wholeBytes());
    assertThat(run.bytesLine())
        .matches("fetched \\S+ (bytes|MB) of \\S+ (bytes|MB) \\(\\d+\\.\\d%\\)");
    assertThat(run.files().get(third)).isEqualTo(RUN.plus(Duration.ofMinutes(203)));
  }

  @Test
  void aRunThatIsStillPublishedIsTakenAsFarAsItIsAndNothingTwice() throws IOException {
    publish(0, 1);
    // The step is there, its index is not: it is not complete.
    gfs.publish(server, 2, NOW);
    server.remove(gfs.path(2) + ".idx");
    FetchedRun first = fetch();
    assertThat(first.isStarted()).isTrue();
    assertThat(first.missing())
        .containsExactly("gfs.t06z.pgrb2.0p25.f002", "gfs.t06z.pgrb2.0p25.f003");
    assertThat(first.refused()).isEmpty();

    publish(2, 3);
    int before = server.requests().size();
    FetchedRun second = fetch();
    assertThat(second.isComplete()).isTrue();
    assertThat(second.fetched()).isEqualTo(2);
    assertThat(names(second)).hasSize(4);
    assertThat(server.requests().subList(before, server.requests().size()))
        .noneMatch(request -> request.path().contains(".f000") || request.path().contains(".f001"));
    assertThat(fetch().fetched()).isZero();
  }

  @Test
  void aRunThatIsNotThereIsNotStarted() throws IOException {
    FetchedRun run = fetch();
    assertThat(run.isStarted()).isFalse();
    assertThat(run.missing()).hasSize(4);
  }

  @Test
  void aBucketThatHidesWhatIsMissingIsUnderstood() throws IOException {
    publish(0, 2);
    server.always(gfs.path(3) + ".idx", Fault.status(403));
    assertThat(fetch().missing()).containsExactly("gfs.t06z.pgrb2.0p25.f003");
  }

  @Test
  void aFileLostOnThisSideIsFetchedAgain() throws IOException {
    publish(0, 3);
    Path lost = fetch().files().keySet().iterator().next();
    Files.delete(lost);
    assertThat(fetch().fetched()).isEqualTo(1);
    assertThat(lost).exists();
  }

  @Test
  void anIndexThatTellsOfAnotherMessageIsRefusedAndTheRestKept() throws IOException {
    publish(0, 3);
    String index = text(gfs.path(1) + ".idx");
    server.put(gfs.path(1) + ".idx", index.replace("TMP:2 m", "RH:2 m").getBytes(UTF_8), NOW);
    assertRefused("is 0.0.0 of run " + RUN);
  }

  @Test
  void anIndexWithWrongOffsetsIsRefused() throws IOException {
    publish(0, 3);
    String index = text(gfs.path(1) + ".idx");
    server.put(
        gfs.path(1) + ".idx", index.replaceFirst("(?m)^2:(\\d)", "2:1$1").getBytes(UTF_8), NOW);
    assertRefused("line 3 of its index goes back");
    String shifted = index.replaceFirst("(?m)^2:\\d+", "2:7");
    server.put(gfs.path(1) + ".idx", shifted.getBytes(UTF_8), NOW);
    assertRefused("does not begin with a GRIB2 message");
  }

  @Test
  void anIndexBeyondTheEndIsRefused() throws IOException {
    publish(0, 3);
    String index = text(gfs.path(1) + ".idx");
    server.put(
        gfs.path(1) + ".idx",
        (index + "99:99999999:d=2026060106:PRES:surface:1 hour fcst:\n").getBytes(UTF_8),
        NOW);
    assertRefused("bytes, but its index tells of byte 99999999");
  }

  @Test
  void anIndexOfAnotherRunIsRefused() throws IOException {
    publish(0, 3);
    String index = text(gfs.path(1) + ".idx");
    server.put(
        gfs.path(1) + ".idx", index.replace("d=2026060106", "d=2026060100").getBytes(UTF_8), NOW);
    assertRefused("is of another run: d=2026060100");
    server.put(gfs.path(1) + ".idx", "<html>Not found</html>".getBytes(UTF_8), NOW);
    assertRefused("is no inventory of wgrib2");
    server.put(gfs.path(1) + ".idx", new byte[0], NOW);
    assertRefused("its index is empty");
  }

  private void assertRefused(String why) throws IOException {
    FetchedRun run = fetch();
    assertThat(run.missing()).isEmpty();
    assertThat(run.refused())
        .singleElement()
        .asString()
        .startsWith(server.address(gfs.path(1)).toString())
        .contains(why);
    assertThat(names(run)).hasSize(3).doesNotContain("gfs.t06z.pgrb2.0p25.f001");
    assertThat(folder.resolve("20260601T0600Z").toFile().list())
        .noneMatch(name -> name.contains("f001"));
  }

  @Test
  void aStepPublishedAnewBetweenIndexAndRangesIsTakenAsItIsThen() throws IOException {
    publish(0, 3);
    byte[] good = GribMessages.join(GribMessages.split(Files.readAllBytes(first(fetch()))));
    Files.delete(first(fetch()));
    // The first index is of a former state of the object.
    String index = text(gfs.path(0) + ".idx");
    server.next(
        gfs.path(0) + ".idx",
        exchange -> {
          server.put(gfs.path(0) + ".idx", index.getBytes(UTF_8), NOW);
          Fault.body(index.replaceFirst("(?m)^3:\\d+", "3:211").getBytes(UTF_8)).answer(exchange);
        });
    assertThat(Files.readAllBytes(first(fetch()))).isEqualTo(good);
  }

  private static Path first(FetchedRun run) {
    return run.files().keySet().iterator().next();
  }

  @Test
  void faultsOnTheWayChangeNothing() throws IOException {
    publish(0, 3);
    byte[] good = Files.readAllBytes(first(fetch()));
    Files.delete(first(fetch()));
    server.next(gfs.path(0) + ".idx", Fault.status(500), Fault.cutAfter(20));
    server.next(gfs.path(0), Fault.status(429, "Retry-After: 0"), Fault.cutAfter(10));
    assertThat(Files.readAllBytes(first(fetch()))).isEqualTo(good);
  }

  @Test
  void aServerThatIsDownIsToldAfterAFewTries() {
    publish(0, 3);
    for (int hour = 0; hour <= 3; hour++) {
      server.always(gfs.path(hour) + ".idx", Fault.status(503));
    }
    assertThatThrownBy(this::fetch)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the server answers 503; tried 3 times");
  }

  @Test
  void availabilityIsNeverBeforeTheRunNorAfterNow() throws IOException {
    gfs.publish(server, 0, RUN.minus(Duration.ofDays(1)));
    gfs.publish(server, 1, NOW.plus(Duration.ofDays(1)));
    assertThat(fetch().files().values()).containsExactly(RUN, NOW);
  }

  private String text(String path) throws IOException {
    return new String(http.read(server.address(path), 1 << 20).bytes(), UTF_8);
  }
}
