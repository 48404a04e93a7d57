package org.skywatt.ingest.raster;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * Whether a TIFF file (revision 6.0) is all there. The decoder takes what a cut file lacks for
 * zeros, and heights of zero look real, so the first image's strips or tiles are measured before.
 */
final class TiffExtent {
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_LENGTHS = 279;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_LENGTHS = 325;
  private static final int SHORT = 3;

  /** Bytes of a value of each type, from type 1 on: BYTE, ASCII, SHORT, LONG, RATIONAL … */
  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  private final RandomAccessFile in;
  private final ByteOrder order;

  private TiffExtent(RandomAccessFile in, ByteOrder order) {
    this.in = in;
    this.order = order;
  }

  /** Refuses a file that is no TIFF, or whose pixels reach beyond its end. */
  static void require(Path path) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(path.toFile(), "r")) {
      byte[] head = new byte[8];
      int read = in.read(head);
      boolean little = head[0] == 'I' && head[1] == 'I';
      boolean big = head[0] == 'M' && head[1] == 'M';
      ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
      ByteBuffer header = ByteBuffer.wrap(head).order(order);
      if (read < head.length || !(little || big) || header.getShort(2) != 42) {
        throw new UnreadableFileException(path, "", "not a TIFF file (BigTIFF is not supported)");
      }
      long end = new TiffExtent(in, order).end(header.getInt(4) & 0xffffffffL);
      if (end > in.length()) {
        throw new UnreadableFileException(
            path,
            "",
            "truncated: its pixels reach to byte "
                + end
                + " of "
                + in.length()
                + "; fetch the file again");
      }
    } catch (EOFException e) {
      throw new UnreadableFileException(path, "", "truncated within its tags", e);
    }
  }

  /** Where the last strip or tile of the image of a directory ends. */
  private long end(long directoryAt) throws IOException {
    int entries = bytes(directoryAt, 2).getShort() & 0xffff;
    ByteBuffer directory = bytes(directoryAt + 2, 12 * entries);
    long[] offsets = {};
    long[] lengths = {};
    for (int i = 0; i < entries; i++) {
      requireValues(directory, 12 * i);
      int tag = directory.getShort(12 * i) & 0xffff;
      if (tag == STRIP_OFFSETS || tag == TILE_OFFSETS) {
        offsets = numbers(directory, 12 * i);
      } else if (tag == STRIP_LENGTHS || tag == TILE_LENGTHS) {
        lengths = numbers(directory, 12 * i);
      }
    }
    long end = offsets.length == lengths.length && offsets.length > 0 ? 0 : Long.MAX_VALUE;
    for (int i = 0; i < Math.min(offsets.length, lengths.length); i++) {
      end = Math.max(end, offsets[i] + lengths[i]);
    }
    return end;
  }

  /** The decoder would make room for whatever a damaged entry counts. */
  private void requireValues(ByteBuffer directory, int entry) throws IOException {
    int type = directory.getShort(entry + 2);
    long count = directory.getInt(entry + 4) & 0xffffffffL;
    int size = type > 0 && type < TYPE_BYTES.length ? TYPE_BYTES[type] : 1;
    long at = size * count <= 4 ? 0 : directory.getInt(entry + 8) & 0xffffffffL;
    if (at + size * count > in.length()) {
      throw new EOFException("a tag's values lie beyond the end");
    }
  }

  private long[] numbers(ByteBuffer directory, int entry) throws IOException {
    int size = directory.getShort(entry + 2) == SHORT ? 2 : 4;
    long count = directory.getInt(entry + 4) & 0xffffffffL;
    if (count * size > in.length()) {
      throw new EOFException("more strips than bytes");
    }
    boolean inline = count * size <= 4;
    ByteBuffer values =
        inline
            ? directory.duplicate().order(order).position(entry + 8).slice().order(order)
            : bytes(directory.getInt(entry + 8) & 0xffffffffL, (int) (count * size));
    long[] numbers = new long[(int) count];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = size == 2 ? values.getShort(2 * i) & 0xffff : values.getInt(4 * i) & 0xffffffffL;
    }
    return numbers;
  }

  private ByteBuffer bytes(long at, int count) throws IOException {
    byte[] bytes = new byte[count];
    in.seek(at);
    in.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(order);
  }
}
