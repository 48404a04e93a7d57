package org.skywatt.ingest.grib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every file under {@code $DATA/grib} against ecCodes; keeps the table in docs/grib-conformance.md.
 * Run with {@code -Dskywatt.write=true} to write the table anew.
 */
class GribConformanceTest {
  private static final String START = "| file | messages | packing | grid | verdict |";

  @Test
  void everyFileIsEqualOrRefused() throws IOException {
    Path root = Path.of(System.getProperty("skywatt.shared", "absent"), "grib");
    assumeTrue(Files.isDirectory(root), "needs the shared GRIB files");
    List<String> differences = new ArrayList<>();
    StringBuilder table = new StringBuilder(START + "\n|---|---|---|---|---|\n");
    for (Path file : files(root)) {
      GribConformance result = GribConformance.of(root, file);
      differences.addAll(result.differences());
      table.append(result.row()).append('\n');
    }
    assertThat(differences).isEmpty();
    Path page = Path.of("..", "docs", "grib-conformance.md");
    String text = Files.readString(page);
    String before = text.substring(0, text.indexOf(START));
    if (Boolean.getBoolean("skywatt.write")) {
      Files.writeString(page, before + table);
    }
    assertThat(Files.readString(page))
        .as("docs/grib-conformance.md is stale: see the class comment")
        .isEqualTo(before + table);
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".txt"))
          .filter(file -> !file.getFileName().toString().startsWith("LICENSE"))
          .sorted()
          .toList();
    }
  }
}
