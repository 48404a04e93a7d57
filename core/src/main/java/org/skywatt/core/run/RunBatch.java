package org.skywatt.core.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** The columns of a run file and the record batch that is being filled. */
final class RunBatch implements AutoCloseable {
  private final int valuesPerSite;
  private final int capacity;
  private final VectorSchemaRoot root;
  private int rows;

  RunBatch(BufferAllocator allocator, RunHeader header, int capacity) {
    this.valuesPerSite = header.steps() * header.channels();
    this.capacity = capacity;
    this.root = VectorSchemaRoot.create(schema(header), allocator);
    clear();
  }

  private static Schema schema(RunHeader header) {
    ArrowType text = new ArrowType.Utf8();
    ArrowType real = new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
    ArrowType code = new ArrowType.Int(8, false);
    Field value = field("value", new ArrowType.Int(16, true));
    Field values =
        new Field(
            "values",
            FieldType.notNullable(new ArrowType.FixedSizeList(header.steps() * header.channels())),
            List.of(value));
    return new Schema(
        List.of(
            field("siteId", text),
            field("organisation", text),
            field("capacityKw", real),
            field("availableKw", real),
            field("inputTier", code),
            field("staleInputs", code),
            values),
        RunMetadata.of(header));
  }

  private static Field field(String name, ArrowType type) {
    return new Field(name, FieldType.notNullable(type), List.<Field>of());
  }

  /** The bytes that a site takes at most, beside its names' tails. */
  static long bytesPerSite(RunHeader header) {
    return 2L * header.steps() * header.channels() * 17 / 16 + 256;
  }

  VectorSchemaRoot root() {
    return root;
  }

  boolean isFull() {
    return rows == capacity;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  /**
   * @param block the site's values, little-endian int16; consumed
   */
  void add(RunSite site, ByteBuffer block) {
    ((VarCharVector) root.getVector(0)).setSafe(rows, site.siteId().value().getBytes(UTF_8));
    ((VarCharVector) root.getVector(1)).setSafe(rows, site.organisation().getBytes(UTF_8));
    ((Float8Vector) root.getVector(2)).set(rows, site.capacityKw());
    ((Float8Vector) root.getVector(3)).set(rows, site.availableKw());
    ((UInt1Vector) root.getVector(4)).set(rows, site.inputTier().ordinal());
    ((UInt1Vector) root.getVector(5)).set(rows, StaleInput.toBits(site.staleInputs()));
    FixedSizeListVector values = (FixedSizeListVector) root.getVector(6);
    values.setNotNull(rows);
    values.getDataVector().getDataBuffer().setBytes(2L * rows * valuesPerSite, block);
    rows++;
  }

  /** Makes the rows added so far the content of {@link #root()}. */
  void seal() {
    SmallIntVector values = values();
    ArrowBuf validity = values.getValidityBuffer();
    validity.setOne(0L, Math.min(validity.capacity(), (long) rows * valuesPerSite / 8 + 1));
    root.setRowCount(rows);
  }

  void clear() {
    for (FieldVector vector : root.getFieldVectors()) {
      vector.setInitialCapacity(capacity);
      vector.allocateNew();
    }
    values().allocateNew(Math.multiplyExact(capacity, valuesPerSite));
    rows = 0;
  }

  private SmallIntVector values() {
    return (SmallIntVector) ((FixedSizeListVector) root.getVector(6)).getDataVector();
  }

  @Override
  public void close() {
    root.close();
  }
}
