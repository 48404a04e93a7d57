package org.skywatt.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.ingest.source.run.FetchedRun;
import org.skywatt.ingest.source.run.PublicationDelays;

class PublicationDelaysTest {
  private static final Instant FIRST = Instant.parse("2026-06-01T00:00:00Z");

  @TempDir private Path folder;

  private static FetchedRun run(int number, Duration delay, List<String> missing) {
    Instant run = FIRST.plus(Duration.ofHours(6L * number));
    Map<Path, Instant> files =
        Map.of(
            Path.of("f000"), run.plus(delay).minusSeconds(1800), Path.of("f001"), run.plus(delay));
    return new FetchedRun(run, files, 2, missing, List.of(), 10, 100);
  }

  @Test
  void nineOfTenRunsAreThereByThen() throws IOException {
    Path file = folder.resolve("gfs.json");
    assertThat(PublicationDelays.open(file).typical()).isEmpty();
    for (int number = 1; number <= 10; number++) {
      PublicationDelays.open(file).learn(run(number, Duration.ofMinutes(200 + number), List.of()));
    }
    assertThat(PublicationDelays.open(file).typical()).contains(Duration.ofMinutes(209));
  }

  @Test
  void neitherAPartOfARunNorHistoryIsLearnedFrom() throws IOException {
    Path file = folder.resolve("gfs.json");
    PublicationDelays.open(file).learn(run(1, Duration.ofHours(4), List.of("f002")));
    PublicationDelays.open(file).learn(run(2, Duration.ofDays(400), List.of()));
    assertThat(PublicationDelays.open(file).typical()).isEmpty();
  }

  @Test
  void oldRunsAreForgotten() throws IOException {
    Path file = folder.resolve("gfs.json");
    for (int number = 0; number < 70; number++) {
      Duration delay = number < 10 ? Duration.ofHours(40) : Duration.ofHours(4);
      PublicationDelays.open(file).learn(run(number, delay, List.of()));
    }
    assertThat(PublicationDelays.open(file).typical()).contains(Duration.ofHours(4));
  }

  @Test
  void anotherFileInItsPlaceIsToldWithTheWayOut() throws IOException {
    Path file = Files.writeString(folder.resolve("gfs.json"), "no json");
    assertThatThrownBy(() -> PublicationDelays.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining("delete it");
  }
}
