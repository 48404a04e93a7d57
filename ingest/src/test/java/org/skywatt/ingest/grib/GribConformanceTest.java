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

  /** A header of each kind that ecCodes writes, with hardly any data. */
  @Test
  void theTemplatesOfEcCodesAreEqualOrRefused() throws IOException {
    Path root = EcCodes.templates();
    List<String> differences = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Path file : files(root)) {
      String name = file.getFileName().toString();
      boolean isGrib = name.matches("(GRIB\\d|.*_grib\\d)\\.tmpl");
      // The reduced grids differ in nothing but their numbers of rows.
      if (isGrib && !name.matches(".*_pl_(?!32_|1024_grib1)\\d+_.*")) {
        GribConformance result = GribConformance.of(root, file);
        differences.addAll(result.differences());
        if (result.row().contains("refused")) {
          refused.add(result.row());
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(refused)
        .allMatch(
            row -> row.matches(".*(spherical harmonics|spectral|in steps of 0\\.0, -0\\.0).*"));
    assertThat(refused).hasSize(10);
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
