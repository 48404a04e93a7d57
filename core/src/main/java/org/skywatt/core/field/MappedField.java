package org.skywatt.core.field;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.RecordBatch;

/** One field of a fields file: a record batch of one row, read in place. */
final class MappedField {
  // Of each column validity and data, of text offsets between them; a list has validity only.
  private static final int TEXT_OFFSETS = 1;
  private static final int TEXT = 2;
  private static final int TIME = 4;
  private static final int VALUES = 7;

  private final String column;
  private final long validTime;
  private final ByteBuffer values;

  /**
   * @throws IllegalArgumentException if a column is not wholly within the body
   */
  MappedField(RecordBatch batch, ByteBuffer body, int points) {
    if (batch.compression() != null || batch.length() != 1 || batch.buffersLength() <= VALUES) {
      throw new IllegalArgumentException("a record batch is not one plain field");
    }
    for (int i = 0; i < batch.nodesLength(); i++) {
      long expected = i == batch.nodesLength() - 1 ? points : 1;
      if (batch.nodes(i).length() != expected || batch.nodes(i).nullCount() != 0) {
        throw new IllegalArgumentException("a field does not fill its grid");
      }
    }
    int length = slice(batch, TEXT_OFFSETS, body, 2L * Integer.BYTES).getInt(Integer.BYTES);
    if (length < 1 || length > 1000) {
      throw new IllegalArgumentException("a field has no name");
    }
    byte[] name = new byte[length];
    slice(batch, TEXT, body, length).get(name);
    this.column = new String(name, UTF_8);
    this.validTime = slice(batch, TIME, body, Long.BYTES).getLong(0);
    this.values = slice(batch, VALUES, body, (long) Float.BYTES * points);
  }

  private static ByteBuffer slice(RecordBatch batch, int index, ByteBuffer body, long bytes) {
    Buffer buffer = batch.buffers(index);
    long offset = buffer.offset();
    if (offset < 0 || buffer.length() < bytes || offset > body.limit() - bytes) {
      throw new IllegalArgumentException("a column of a record batch leaves the file");
    }
    return body.slice((int) offset, (int) bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  String column() {
    return column;
  }

  /** Seconds since 1970. */
  long validTime() {
    return validTime;
  }

  /** The values' bytes, little-endian float32. */
  ByteBuffer bytes() {
    return values.duplicate();
  }

  FloatBuffer values() {
    return values.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
  }
}
