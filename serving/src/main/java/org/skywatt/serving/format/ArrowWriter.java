package org.skywatt.serving.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeStampSecTZVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** A table as an Arrow IPC stream of one record batch; a missing value is null. */
public final class ArrowWriter {
  // Eight and some of the validity bits.
  private static final int BYTES_A_VALUE = 9;

  private static final BufferAllocator ALLOCATOR = new RootAllocator();

  private ArrowWriter() {}

  public static byte[] write(Table table) {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(4096 + table.rows() * table.columns().size() * BYTES_A_VALUE);
    try (BufferAllocator allocator = ALLOCATOR.newChildAllocator("table", 0, Long.MAX_VALUE);
        VectorSchemaRoot root = VectorSchemaRoot.create(schema(table), allocator)) {
      for (int i = 0; i < table.columns().size(); i++) {
        fill(root.getVector(i), table.columns().get(i));
      }
      root.setRowCount(table.rows());
      try (ArrowStreamWriter writer = new ArrowStreamWriter(root, null, Channels.newChannel(out))) {
        writer.writeBatch();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Schema schema(Table table) {
    List<Field> fields = new ArrayList<>();
    for (Table.Column column : table.columns()) {
      ArrowType type;
      if (column instanceof Table.TextColumn) {
        type = new ArrowType.Utf8();
      } else if (column instanceof Table.TimeColumn) {
        type = new ArrowType.Timestamp(TimeUnit.SECOND, "UTC");
      } else {
        type = new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
      }
      fields.add(new Field(column.name(), FieldType.nullable(type), null));
    }
    return new Schema(fields, table.metadata());
  }

  private static void fill(FieldVector vector, Table.Column column) {
    int rows = column.rows();
    if (column instanceof Table.TextColumn text) {
      VarCharVector target = (VarCharVector) vector;
      target.allocateNew(rows * 16L, rows);
      String before = "";
      byte[] bytes = {};
      for (int row = 0; row < rows; row++) {
        String value = text.values()[row];
        if (value != null) {
          // Many rows have the same one.
          bytes = value.equals(before) ? bytes : value.getBytes(UTF_8);
          before = value;
          target.setSafe(row, bytes);
        }
      }
    } else if (column instanceof Table.TimeColumn time) {
      TimeStampSecTZVector target = (TimeStampSecTZVector) vector;
      target.allocateNew(rows);
      for (int row = 0; row < rows; row++) {
        target.set(row, time.values()[row]);
      }
    } else if (column instanceof Table.NumberColumn number) {
      Float8Vector target = (Float8Vector) vector;
      target.allocateNew(rows);
      for (int row = 0; row < rows; row++) {
        if (!Double.isNaN(number.values()[row])) {
          target.set(row, number.values()[row]);
        }
      }
    }
    vector.setValueCount(rows);
  }
}
