package org.skywatt.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.ingest.source.local.SettledFiles;

class SettledFilesTest {
  private static final Duration SETTLE = Duration.ofMillis(400);

  @TempDir private Path folder;

  @Test
  void aFileThatGrowsIsLeftForLater() throws Exception {
    Path old = Files.writeString(folder.resolve("a.grib2"), "whole");
    Path growing = Files.writeString(folder.resolve("b.grib2"), "begin");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(60)));
    Thread writer =
        new Thread(
            () -> {
              try {
                Thread.sleep(SETTLE.toMillis() / 2);
                Files.writeString(growing, "more", StandardOpenOption.APPEND);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    writer.start();
    SettledFiles found = SettledFiles.find(folder, "*.grib2", SETTLE);
    writer.join();
    assertThat(found.files()).containsExactly(old);
    assertThat(found.unsettled()).containsExactly(growing);
    assertThat(SettledFiles.find(folder, "*.grib2", SETTLE).files()).containsExactly(old, growing);
  }

  @Test
  void filesAsOthersWriteThemAreNotTaken() throws IOException {
    Files.writeString(folder.resolve(".a.grib2"), "hidden");
    Files.writeString(folder.resolve("b.grib2.partial"), "partial");
    Files.createDirectory(folder.resolve("c.grib2"));
    assertThat(SettledFiles.find(folder, "*", SETTLE).files()).isEmpty();
  }
}
