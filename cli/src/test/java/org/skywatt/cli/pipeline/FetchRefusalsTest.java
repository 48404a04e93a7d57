package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.ingest.replay.Fault;
import org.skywatt.ingest.replay.GfsReplay;
import org.skywatt.ingest.replay.ReplayServer;

/** What the command cannot fetch: the exit code, and one line that says why. */
class FetchRefusalsTest {
  private static final Instant RUN = Instant.parse("2026-06-01T06:00:00Z");

  @TempDir private Path folder;
  private ReplayServer server;

  @BeforeEach
  void start() throws IOException {
    server = ReplayServer.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private Command.Outcome fetch(String... words) {
    List<Object> all = new ArrayList<>(List.of("ingest", "nwp", "--dir", folder));
    all.addAll(List.of(words));
    return Command.run(all.toArray());
  }

  private Command.Outcome fetchFromServer(String... words) {
    List<String> all = new ArrayList<>(List.of("--source", "gfs", "--horizon", "1h"));
    all.addAll(List.of("--url", server.address().toString()));
    all.addAll(List.of(words));
    return fetch(all.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--horizon 48h | --source is missing",
        "--source nowhere | there is no source 'nowhere' (gfs, hrrr, ecmwf",
        "--source gfs --run yesterday | --run 'yesterday' must be a time",
        "--source gfs --horizon long | --horizon 'long' must be like",
        "--source gfs --url ftp://host | --url 'ftp://host' is no address",
        "--source mine --url https://host/{what}/x.grib2 | {what} is not known",
        "--source mine --url https://host/x --run latest runs/ | are for fetching",
      })
  void wrongUsageIsTold(String words, String message) {
    Command.Outcome outcome = fetch(words.split(" "));
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.line()).contains(message);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aServerWithoutRunsIsTold() {
    Command.Outcome latest = fetchFromServer();
    assertThat(latest.exitCode()).isEqualTo(1);
    assertThat(latest.line()).contains("no run of gfs of the last 48 h is published");

    Command.Outcome one = fetchFromServer("--run", RUN.toString());
    assertThat(one.exitCode()).isEqualTo(1);
    assertThat(one.line()).contains("nothing of the run " + RUN + " of gfs is there");
  }

  @Test
  void aRunOfWhichNothingCanBeUsedIsTold() {
    GfsReplay gfs = new GfsReplay(RUN, new LatLonGrid(50, -0.25, 3, 5, 0.25, 3));
    for (int hour = 0; hour <= 1; hour++) {
      gfs.publish(server, hour, RUN.plus(Duration.ofHours(4)));
      server.always(gfs.path(hour) + ".idx", Fault.body(new byte[] {'n', 'o', '\n'}));
    }
    Command.Outcome outcome = fetchFromServer("--run", RUN.toString());
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .contains("gfs run " + RUN + ": 0 of 2 files")
        .contains(
            "refused: " + server.address(gfs.path(0)) + ": line 1 of its index is no inventory");
  }
}
