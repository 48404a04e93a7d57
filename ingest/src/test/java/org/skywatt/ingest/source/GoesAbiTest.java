package org.skywatt.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.ingest.replay.Fault;
import org.skywatt.ingest.replay.ReplayServer;
import org.skywatt.ingest.source.noaa.GoesAbi;
import org.skywatt.ingest.source.run.FetchedRun;

/** The layout of NOAA's buckets, replayed, with everything in them that is not wanted. */
class GoesAbiTest {
  private static final Instant HOUR = Instant.parse("2026-11-28T15:00:00Z");
  private static final Instant SEEN = Instant.parse("2026-11-28T15:04:30Z");
  private static final String FOLDER = "/ABI-L1b-RadC/2026/332/15/";
  private static final String VISIBLE =
      "OR_ABI-L1b-RadC-M6C02_G19_s20263321501170_e20263321503543_c20263321504021.nc";
  private static final String INFRARED =
      "OR_ABI-L1b-RadC-M6C13_G19_s20263321501170_e20263321503555_c20263321504037.nc";

  @TempDir private Path folder;
  private ReplayServer server;

  @BeforeEach
  void start() throws IOException {
    server = ReplayServer.start();
    server.put(FOLDER + VISIBLE, "visible".getBytes(UTF_8), SEEN);
    server.put(FOLDER + INFRARED, "infrared".getBytes(UTF_8), SEEN);
    server.put(FOLDER + VISIBLE.replace("C02", "C01"), "blue".getBytes(UTF_8), SEEN);
    server.put(FOLDER + VISIBLE.replace("G19", "G16"), "another".getBytes(UTF_8), SEEN);
    server.put("/ABI-L1b-RadC/2026/332/16/" + VISIBLE, "later".getBytes(UTF_8), SEEN);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private FetchedRun fetch() throws IOException {
    return Providers.fetch(GoesAbi.EAST, server, "", folder, HOUR, Duration.ofHours(1));
  }

  @Test
  void theBandsOfAnHourAreFetchedAndStampedAsTheBucketSays() throws IOException {
    FetchedRun fetched = fetch();
    assertThat(Providers.names(fetched)).containsExactly(VISIBLE, INFRARED);
    assertThat(fetched.files().values()).containsOnly(SEEN);
    assertThat(fetched.wholeBytes()).isEqualTo(7 + 8 + 4 + 7);
  }

  @Test
  void whatIsHereIsNotFetchedAgainAndWhatIsNewIs() throws IOException {
    fetch();
    String next = VISIBLE.replace("s20263321501170", "s20263321506170");
    server.put(FOLDER + next, "next".getBytes(UTF_8), SEEN);
    FetchedRun again = fetch();
    assertThat(again.fetched()).isEqualTo(1);
    assertThat(Providers.names(again)).contains(next, VISIBLE);
    assertThat(server.requests(FOLDER + VISIBLE)).hasSize(1);
  }

  @Test
  void aCutConnectionIsResumed() throws IOException {
    server.next(FOLDER + VISIBLE, Fault.cutAfter(3), Fault.status(503));
    Path file = fetch().files().keySet().iterator().next();
    assertThat(Files.readString(file)).isEqualTo("visible");
  }

  @Test
  void aFileOfAnotherLengthThanListedIsRefusedAndTheRestIsTaken() throws IOException {
    server.always(FOLDER + VISIBLE, Fault.shortened(3));
    FetchedRun fetched = fetch();
    assertThat(fetched.refused()).singleElement().asString().contains("3 bytes");
    assertThat(Providers.names(fetched)).containsExactly(INFRARED);
  }

  @Test
  void anHourWithoutImagesHasNotStarted() throws IOException {
    FetchedRun fetched =
        Providers.fetch(
            GoesAbi.WEST, server, "", folder, HOUR.minusSeconds(7200), Duration.ofHours(1));
    assertThat(fetched.isStarted()).isFalse();
  }

  @Test
  void aServerThatIsNoBucketIsSaid() {
    server.always("/", Fault.status(200));
    assertThatThrownBy(this::fetch).isInstanceOf(IOException.class);
  }
}
