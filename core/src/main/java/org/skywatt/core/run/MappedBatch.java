package org.skywatt.core.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Set;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.RecordBatch;
import org.skywatt.core.site.SiteId;

/** One record batch of a run file, read in place from its mapped body. */
final class MappedBatch {
  private static final InputTier[] TIERS = InputTier.values();
  private static final int COLUMNS = 7;
  private static final int BUFFERS = 3 + 3 + 4 * 2 + 3;

  private final int rows;
  private final int valuesPerSite;
  private final ByteBuffer idOffsets;
  private final ByteBuffer ids;
  private final ByteBuffer organisationOffsets;
  private final ByteBuffer organisations;
  private final ByteBuffer capacities;
  private final ByteBuffer available;
  private final ByteBuffer tiers;
  private final ByteBuffer stale;
  private final ByteBuffer values;

  /**
   * @throws IllegalArgumentException if a column is not wholly within the body
   */
  MappedBatch(RecordBatch batch, ByteBuffer body, int valuesPerSite) {
    if (batch.compression() != null) {
      throw new IllegalArgumentException("record batches must not be compressed");
    }
    if (batch.nodesLength() < COLUMNS + 1 || batch.buffersLength() < BUFFERS) {
      throw new IllegalArgumentException("a record batch lacks columns");
    }
    if (batch.length() < 1 || batch.length() > Integer.MAX_VALUE / 16) {
      throw new IllegalArgumentException("a record batch has " + batch.length() + " rows");
    }
    this.rows = (int) batch.length();
    this.valuesPerSite = valuesPerSite;
    for (int i = 0; i <= COLUMNS; i++) {
      FieldNode node = batch.nodes(i);
      long expected = i == COLUMNS ? (long) rows * valuesPerSite : rows;
      if (node.length() != expected || node.nullCount() != 0) {
        throw new IllegalArgumentException("a column of a record batch has nulls or lacks rows");
      }
    }
    long offsetBytes = 4L * (rows + 1);
    idOffsets = slice(batch, 1, body, offsetBytes);
    ids = slice(batch, 2, body, textBytes(idOffsets));
    organisationOffsets = slice(batch, 4, body, offsetBytes);
    organisations = slice(batch, 5, body, textBytes(organisationOffsets));
    capacities = slice(batch, 7, body, 8L * rows);
    available = slice(batch, 9, body, 8L * rows);
    tiers = slice(batch, 11, body, rows);
    stale = slice(batch, 13, body, rows);
    values = slice(batch, 16, body, 2L * rows * valuesPerSite);
  }

  private static ByteBuffer slice(RecordBatch batch, int index, ByteBuffer body, long bytes) {
    Buffer buffer = batch.buffers(index);
    long offset = buffer.offset();
    if (offset < 0 || buffer.length() < bytes || offset > body.limit() - bytes) {
      throw new IllegalArgumentException("a column of a record batch leaves the file");
    }
    return body.slice((int) offset, (int) bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private long textBytes(ByteBuffer offsets) {
    int end = offsets.getInt(4 * rows);
    if (end < 0) {
      throw new IllegalArgumentException("a text column has a negative length");
    }
    return end;
  }

  int rows() {
    return rows;
  }

  SiteId siteId(int row) {
    return new SiteId(text(idOffsets, ids, row));
  }

  /** Row of a site, or a negative number as {@link java.util.Arrays#binarySearch} gives it. */
  int find(byte[] id) {
    int low = 0;
    int high = rows - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compareId(middle, id);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -(low + 1);
  }

  /** How the id of a row compares to {@code id}; ids are ASCII, whose bytes are in their order. */
  int compareId(int row, byte[] id) {
    int start = idOffsets.getInt(4 * row);
    int end = idOffsets.getInt(4 * row + 4);
    requireWithin(row, start, end, ids);
    int common = Math.min(end - start, id.length);
    for (int i = 0; i < common; i++) {
      int order = Byte.compareUnsigned(ids.get(start + i), id[i]);
      if (order != 0) {
        return order;
      }
    }
    return end - start - id.length;
  }

  RunSite site(int row) {
    return new RunSite(
        siteId(row),
        text(organisationOffsets, organisations, row),
        capacities.getDouble(8 * row),
        available.getDouble(8 * row),
        tier(row),
        StaleInput.fromBits(Byte.toUnsignedInt(stale.get(row))));
  }

  private InputTier tier(int row) {
    int tier = Byte.toUnsignedInt(tiers.get(row));
    if (tier >= TIERS.length) {
      throw new IllegalArgumentException("unknown input tier " + tier);
    }
    return TIERS[tier];
  }

  /** Shows every row to {@code visitor}, without a copy of its values. */
  void scan(RunFile.SiteVisitor visitor) {
    String organisation = "";
    byte[] organisationBytes = {};
    int bits = 0;
    Set<StaleInput> inputs = StaleInput.fromBits(bits);
    for (int row = 0; row < rows; row++) {
      byte[] bytes = bytes(organisationOffsets, organisations, row);
      if (!Arrays.equals(bytes, organisationBytes)) {
        organisation = new String(bytes, UTF_8);
        organisationBytes = bytes;
      }
      if (Byte.toUnsignedInt(stale.get(row)) != bits) {
        bits = Byte.toUnsignedInt(stale.get(row));
        inputs = StaleInput.fromBits(bits);
      }
      visitor.visit(
          text(idOffsets, ids, row),
          organisation,
          capacities.getDouble(8 * row),
          tier(row),
          inputs,
          block(row).asShortBuffer());
    }
  }

  /** The site's values in place, little-endian int16. */
  ByteBuffer block(int row) {
    return values.slice(2 * row * valuesPerSite, 2 * valuesPerSite).order(ByteOrder.LITTLE_ENDIAN);
  }

  short[] values(int row) {
    short[] copy = new short[valuesPerSite];
    block(row).asShortBuffer().get(copy);
    return copy;
  }

  private static String text(ByteBuffer offsets, ByteBuffer data, int row) {
    return new String(bytes(offsets, data, row), UTF_8);
  }

  private static byte[] bytes(ByteBuffer offsets, ByteBuffer data, int row) {
    int start = offsets.getInt(4 * row);
    int end = offsets.getInt(4 * row + 4);
    requireWithin(row, start, end, data);
    byte[] bytes = new byte[end - start];
    data.get(start, bytes);
    return bytes;
  }

  private static void requireWithin(int row, int start, int end, ByteBuffer data) {
    if (start < 0 || end < start || end > data.limit()) {
      throw new IllegalArgumentException("text of row " + row + " leaves its column");
    }
  }
}
