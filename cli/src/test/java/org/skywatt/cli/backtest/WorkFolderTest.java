package org.skywatt.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.run.EnergyTier;
import org.skywatt.models.energy.Energy;

class WorkFolderTest {
  private static final Energy ENERGY = new Energy(12.5, EnergyTier.MODELLED);

  @TempDir Path backtests;

  private static Energy write(String rows, String text) throws IOException {
    Path folder = Files.createDirectories(Path.of(URI.create(rows)));
    Files.writeString(folder.resolve("part"), text);
    return ENERGY;
  }

  @Test
  void aPieceIsThereOnceItIsWhole() throws Exception {
    WorkFolder work = WorkFolder.open(backtests, "key");
    assertThat(work.find("block")).isEmpty();
    assertThatThrownBy(
            () ->
                work.keep(
                    "block",
                    rows -> {
                      write(rows, "half");
                      throw new IOException("killed");
                    }))
        .hasMessage("killed");
    assertThat(work.find("block")).isEmpty();
    work.keep("block", rows -> write(rows, "whole"));
    WorkFolder again = WorkFolder.open(backtests, "key");
    assertThat(again.find("block")).contains(ENERGY);
    assertThat(again.hasRows("block")).isTrue();
    assertThat(Path.of(URI.create(again.rows("block"))).resolve("part")).hasContent("whole");
    try (var left = Files.list(backtests.resolve("key"))) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void rowsThatWereLetGoAreMadeAgain() throws Exception {
    WorkFolder work = WorkFolder.open(backtests, "key");
    work.keep("features", rows -> write(rows, "one"));
    work.dropRows("features");
    assertThat(work.find("features")).contains(ENERGY);
    assertThat(work.hasRows("features")).isFalse();
    work.keep("features", rows -> write(rows, "two"));
    assertThat(work.hasRows("features")).isTrue();
  }

  @Test
  void theNewestThreeAreKept() throws Exception {
    for (int i = 0; i < 5; i++) {
      WorkFolder.open(backtests, "key" + i);
      Files.setLastModifiedTime(
          backtests.resolve("key" + i), FileTime.from(Instant.now().minusSeconds(100 - i)));
    }
    WorkFolder.open(backtests, "key9");
    try (var left = Files.list(backtests)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("key3", "key4", "key9");
    }
  }

  @Test
  void aDamagedPieceIsNamed() throws Exception {
    WorkFolder work = WorkFolder.open(backtests, "key");
    work.keep("block", rows -> write(rows, "whole"));
    Files.writeString(backtests.resolve("key/block/energy.json"), "{");
    assertThatThrownBy(() -> work.find("block"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("energy.json is damaged");
  }
}
