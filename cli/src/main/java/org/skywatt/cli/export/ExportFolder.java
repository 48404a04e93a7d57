package org.skywatt.cli.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.skywatt.core.arrow.TableFileWriter;
import org.skywatt.core.table.Column;

/**
 * The files of one organisation: {@code <name>.parquet} and {@code <name>.arrow} of the same rows.
 * Each takes the place of what had its name in one step, and is one file whatever its size.
 */
final class ExportFolder {
  private final Path exports;
  private final Path folder;

  /**
   * @param exports parent of the organisations' folders, whose names are as URLs write them
   */
  ExportFolder(Path exports, String organisation) throws IOException {
    String name = URLEncoder.encode(organisation, UTF_8);
    if (name.startsWith(".")) {
      throw new IOException("organisation '" + organisation + "' cannot name a folder");
    }
    this.exports = exports;
    this.folder = Files.createDirectories(exports.resolve(name));
  }

  /**
   * Writes both files and returns how many rows they have.
   *
   * @param rows in one partition
   */
  long write(String name, Dataset<Row> rows) throws IOException {
    parquet(name, rows);
    return arrow(name, rows);
  }

  private void parquet(String name, Dataset<Row> rows) throws IOException {
    // Not in the organisation's folder: Hadoop takes the % in its name for something else.
    Path parts = Files.createTempDirectory(exports, ".parts");
    try {
      rows.write().mode("overwrite").parquet(parts.toUri().toString());
      try (Stream<Path> files = Files.list(parts)) {
        Path part =
            files.filter(path -> path.toString().endsWith(".parquet")).findFirst().orElseThrow();
        Files.move(
            part,
            folder.resolve(name + ".parquet"),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      FileUtils.deleteDirectory(parts.toFile());
    }
  }

  private long arrow(String name, Dataset<Row> rows) throws IOException {
    List<Column> columns = new ArrayList<>();
    for (StructField each : rows.schema().fields()) {
      columns.add(new Column(each.name(), each.dataType().sql()));
    }
    long count = 0;
    try (TableFileWriter writer =
        TableFileWriter.create(folder.resolve(name + ".arrow"), columns)) {
      Iterator<Row> each = rows.toLocalIterator();
      while (each.hasNext()) {
        writer.add(values(each.next()));
        count++;
      }
      writer.commit();
    }
    return count;
  }

  private static List<Object> values(Row row) {
    List<Object> values = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      values.add(value instanceof scala.collection.Seq<?> ? row.getList(i) : value);
    }
    return values;
  }
}
