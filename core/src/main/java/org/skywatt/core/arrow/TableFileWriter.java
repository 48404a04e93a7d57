package org.skywatt.core.arrow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.pojo.Schema;
import org.skywatt.core.file.DurableRename;
import org.skywatt.core.table.Column;

/**
 * Writes rows of a table as an Arrow IPC file, with one batch in memory. {@link #commit()} makes
 * the file durable and gives it its name in one step, in place of what had it; {@link #close()}
 * without a commit leaves nothing. Not safe for threads.
 */
public final class TableFileWriter implements AutoCloseable {
  private static final int ROWS_A_BATCH = 16_384;

  private final Path target;
  private final Path temporary;
  private final FileChannel channel;
  private final BufferAllocator allocator = new RootAllocator();
  private final List<TableColumn> columns = new ArrayList<>();
  private final VectorSchemaRoot root;
  private final ArrowFileWriter writer;
  private int rows;

  private TableFileWriter(Path target, List<Column> table) throws IOException {
    for (Column each : table) {
      columns.add(TableColumn.of(each));
    }
    this.target = target;
    this.temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    this.channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    this.root =
        VectorSchemaRoot.create(
            new Schema(columns.stream().map(TableColumn::field).toList()), allocator);
    this.writer = new ArrowFileWriter(root, null, channel);
    clear();
  }

  /**
   * Starts a file.
   *
   * @throws IllegalArgumentException naming a column whose type cannot be written
   * @throws IOException if the folder does not exist or cannot be written
   */
  public static TableFileWriter create(Path target, List<Column> columns) throws IOException {
    return new TableFileWriter(target.toAbsolutePath(), columns);
  }

  /**
   * Adds a row: a value a column, null where it is missing. Times are {@link java.time.Instant}, an
   * array is a {@link List}.
   *
   * @throws IllegalArgumentException naming the column whose value is of another type
   */
  public void add(List<?> values) throws IOException {
    if (values.size() != columns.size()) {
      throw new IllegalArgumentException(
          "a row of " + values.size() + " values, not " + columns.size());
    }
    for (int i = 0; i < columns.size(); i++) {
      if (values.get(i) != null) {
        columns.get(i).set(root.getVector(i), rows, values.get(i));
      }
    }
    rows++;
    if (rows == ROWS_A_BATCH) {
      flush();
    }
  }

  /** Ends the file, makes it durable and renames it to its target. */
  public void commit() throws IOException {
    flush();
    writer.end();
    channel.force(true);
    DurableRename.move(temporary, target);
  }

  private void flush() throws IOException {
    if (rows > 0) {
      root.setRowCount(rows);
      writer.writeBatch();
      clear();
    }
  }

  private void clear() {
    rows = 0;
    for (FieldVector each : root.getFieldVectors()) {
      each.setInitialCapacity(ROWS_A_BATCH);
      each.allocateNew();
    }
  }

  /** Frees memory and removes the temporary file, if there still is one. */
  @Override
  public void close() throws IOException {
    try (allocator;
        root;
        channel) {
      Files.deleteIfExists(temporary);
    }
  }
}
