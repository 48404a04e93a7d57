package org.skywatt.core.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.table.Column;

/** Read back by Arrow's own reader. */
class TableFileWriterTest {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("site_id", "STRING"),
          new Column("valid_time", "TIMESTAMP"),
          new Column("power_kw", "DOUBLE"),
          new Column("flags", "INT"),
          new Column("sun_down", "BOOLEAN"),
          new Column("features", "ARRAY<FLOAT>"));
  private static final Instant TIME = Instant.parse("1969-06-01T12:00:00.000001Z");

  @TempDir Path folder;

  @Test
  void rowsComeBackAndMissingValuesAreNull() throws IOException {
    Path file = folder.resolve("rows.arrow");
    int count = 40_000;
    try (TableFileWriter writer = TableFileWriter.create(file, COLUMNS)) {
      for (int i = 0; i < count; i++) {
        writer.add(
            i % 2 == 0
                ? Arrays.asList("ä" + i, TIME, (double) i, i, true, Arrays.asList(1f, null, 3f))
                : Arrays.asList(null, null, null, null, null, null));
      }
      writer.commit();
    }
    List<Object> ids = new ArrayList<>();
    try (BufferAllocator allocator = new RootAllocator();
        ArrowFileReader reader = new ArrowFileReader(FileChannel.open(file), allocator)) {
      VectorSchemaRoot root = reader.getVectorSchemaRoot();
      while (reader.loadNextBatch()) {
        for (int row = 0; row < root.getRowCount(); row++) {
          Object id = root.getVector(0).getObject(row);
          ids.add(id == null ? null : id.toString());
          assertThat(root.getVector(5).getObject(row))
              .isEqualTo(id == null ? null : Arrays.asList(1f, null, 3f));
        }
        assertThat(((TimeStampMicroTZVector) root.getVector(1)).get(0))
            .isEqualTo(TIME.getEpochSecond() * 1_000_000 + 1);
        assertThat(root.getVector(4).getObject(0)).isEqualTo(true);
        assertThat(root.getVector(2).getObject(1)).isNull();
      }
    }
    assertThat(ids).hasSize(count).startsWith("ä0", null, "ä2");
  }

  @Test
  void leavesNothingWithoutCommitAndReplacesWithOne() throws IOException {
    Path file = Files.writeString(folder.resolve("rows.arrow"), "before");
    try (TableFileWriter writer = TableFileWriter.create(file, COLUMNS)) {
      writer.add(Arrays.asList("a", TIME, 1.0, 1, true, List.of()));
    }
    assertThat(file).hasContent("before");
    try (TableFileWriter writer = TableFileWriter.create(file, COLUMNS)) {
      writer.commit();
    }
    assertThat(Files.size(file)).isGreaterThan(100);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void namesTheColumnThatIsWrong() throws IOException {
    assertThatThrownBy(
            () ->
                TableFileWriter.create(
                    folder.resolve("x.arrow"), List.of(new Column("odd", "MAP<STRING,INT>"))))
        .hasMessageContaining("column odd has type MAP");
    try (TableFileWriter writer = TableFileWriter.create(folder.resolve("x.arrow"), COLUMNS)) {
      assertThatThrownBy(() -> writer.add(Arrays.asList("a", "noon", 1.0, 1, true, List.of())))
          .hasMessageContaining("column valid_time holds TIMESTAMP, not String");
      assertThatThrownBy(() -> writer.add(List.of("a"))).hasMessageContaining("1 values");
    }
  }
}
