package org.skywatt.cli.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One Parquet file, where Spark would make a folder. */
final class ParquetFile {
  private ParquetFile() {}

  /** Writes {@code rows} in their order, replacing {@code file}, making its folder. */
  static void write(Dataset<Row> rows, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Files.createDirectories(target.getParent());
    Path folder = Files.createTempDirectory(target.getParent(), ".parquet");
    try {
      rows.coalesce(1).write().mode("overwrite").parquet(folder.toUri().toString());
      try (Stream<Path> parts = Files.list(folder)) {
        Path part =
            parts.filter(path -> path.toString().endsWith(".parquet")).findFirst().orElseThrow();
        Files.move(
            part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      FileUtils.deleteDirectory(folder.toFile());
    }
  }
}
