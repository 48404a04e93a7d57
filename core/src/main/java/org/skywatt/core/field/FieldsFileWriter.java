package org.skywatt.core.field;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.skywatt.core.file.DurableRename;
import org.skywatt.core.variable.Variable;

/**
 * Writes a fields file field by field, a record batch each. The file is written under a temporary
 * name beside its target; {@link #commit()} makes it durable and gives it its name in one step,
 * {@link #close()} without a commit leaves nothing. Not safe for threads.
 */
public final class FieldsFileWriter implements AutoCloseable {
  static final List<String> COLUMNS = List.of("variable", "validTime", "values");
  static final String SHA256 = "sha256";

  private final Path target;
  private final Path temporary;
  private final FieldsHeader header;
  private final FileChannel channel;
  private final BufferAllocator allocator = new RootAllocator();
  private final VectorSchemaRoot root;
  private final ArrowFileWriter writer;
  private final Map<String, String> footer = new HashMap<>();
  private final FieldsHash hash;
  private String last = "";

  private FieldsFileWriter(Path target, FieldsHeader header) throws IOException {
    this.target = target;
    this.header = header;
    this.temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    this.hash = new FieldsHash(header);
    this.channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    this.root = VectorSchemaRoot.create(schema(header), allocator);
    this.writer = new ArrowFileWriter(root, null, channel, footer);
    writer.start();
  }

  /**
   * Starts a file.
   *
   * @throws IOException if the folder does not exist or cannot be written
   */
  public static FieldsFileWriter create(Path target, FieldsHeader header) throws IOException {
    return new FieldsFileWriter(target.toAbsolutePath(), header);
  }

  private static Schema schema(FieldsHeader header) {
    ArrowType real = new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
    Field value = new Field("value", FieldType.notNullable(real), null);
    FieldType list = FieldType.notNullable(new ArrowType.FixedSizeList(header.grid().size()));
    return new Schema(
        List.of(
            new Field("variable", FieldType.notNullable(new ArrowType.Utf8()), null),
            new Field("validTime", FieldType.notNullable(new ArrowType.Int(64, true)), null),
            new Field("values", list, List.of(value))),
        header.toMetadata());
  }

  /**
   * Adds the next field.
   *
   * @param values by the grid's index, in the variable's unit; NaN where missing
   * @throws IllegalArgumentException if it does not fill the grid, or does not come after the field
   *     before it by the variable's column and then by time
   */
  public void add(Variable variable, Instant validTime, float[] values) throws IOException {
    String order = variable.column() + " " + validTime;
    if (values.length != header.grid().size() || order.compareTo(last) <= 0) {
      throw new IllegalArgumentException(
          order + " with " + values.length + " values cannot follow " + last);
    }
    last = order;
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    hash.update(variable.column(), validTime.getEpochSecond(), bytes.duplicate());
    ((VarCharVector) root.getVector(0)).setSafe(0, variable.column().getBytes(UTF_8));
    ((BigIntVector) root.getVector(1)).setSafe(0, validTime.getEpochSecond());
    FixedSizeListVector list = (FixedSizeListVector) root.getVector(2);
    Float4Vector data = (Float4Vector) list.getDataVector();
    list.setInitialCapacity(1);
    list.allocateNew();
    data.allocateNew(values.length);
    list.setNotNull(0);
    data.getValidityBuffer().setOne(0, data.getValidityBuffer().capacity());
    data.getDataBuffer().setBytes(0, bytes);
    root.setRowCount(1);
    writer.writeBatch();
    root.clear();
  }

  /**
   * Ends the file, makes it durable and renames it to its target.
   *
   * @return the SHA-256 of the content, hexadecimal
   */
  public String commit() throws IOException {
    String sha256 = hash.finish();
    footer.put(SHA256, sha256);
    writer.end();
    channel.force(true);
    DurableRename.move(temporary, target);
    return sha256;
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
