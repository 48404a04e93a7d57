package org.skywatt.ingest.crop;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * A file of kept fields of one member of one run. It starts with 8 bytes that name the format; each
 * field is a record of three int32 (length of its header, number of values, CRC-32C of header and
 * values), the header ({@link Frozen}) and the values as float32; numbers little-endian.
 */
final class CropFile {
  private static final byte[] MAGIC = "SKYCROP2".getBytes(US_ASCII);
  private static final int FRAME = 12;
  private static final int LONGEST_HEADER = 1 << 16;

  /** Where a field is. */
  record Entry(Path file, CropHeader header, long valuesAt, int checksum, byte[] frozen) {}

  private CropFile() {}

  /** Appends a field to a file that is being written, and starts the file with the first. */
  static void append(Path file, CropHeader header, float[] values) throws IOException {
    byte[] frozen = Frozen.freeze(header);
    ByteBuffer bytes =
        ByteBuffer.allocate(FRAME + frozen.length + 4 * values.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(frozen.length)
            .putInt(values.length)
            .putInt(0)
            .put(frozen);
    bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    bytes.putInt(8, checksum(bytes.duplicate().position(FRAME).limit(bytes.capacity())));
    bytes.rewind();
    try (FileChannel out =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      if (out.size() == 0) {
        writeAll(out, ByteBuffer.wrap(MAGIC));
      }
      writeAll(out, bytes);
    }
  }

  private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  /**
   * The fields of a file, without their values.
   *
   * @throws UnreadableFileException if it is no such file or was cut short
   */
  static List<Entry> list(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (FileChannel in = FileChannel.open(file)) {
      long size = in.size();
      if (size < MAGIC.length || !Arrays.equals(read(file, in, 0, MAGIC.length).array(), MAGIC)) {
        throw damaged(file, "is no file of kept fields", null);
      }
      for (long at = MAGIC.length; at < size; ) {
        ByteBuffer frame = read(file, in, at, FRAME);
        int length = frame.getInt();
        int count = frame.getInt();
        if (length < 1
            || length > LONGEST_HEADER
            || count < 0
            || at + FRAME + length + 4L * count > size) {
          throw damaged(file, "was cut short", null);
        }
        byte[] frozen = read(file, in, at + FRAME, length).array();
        CropHeader header = header(file, frozen);
        if (header.size() != count) {
          throw damaged(file, "has " + count + " values where its header tells others", null);
        }
        long valuesAt = at + FRAME + length;
        entries.add(new Entry(file, header, valuesAt, frame.getInt(), frozen));
        at = valuesAt + 4L * count;
      }
    }
    return entries;
  }

  private static CropHeader header(Path file, byte[] frozen) throws IOException {
    try {
      return Frozen.thaw(frozen, CropHeader.class);
    } catch (IOException e) {
      throw damaged(file, "has a header that cannot be read", e);
    }
  }

  /**
   * The values of a field.
   *
   * @throws UnreadableFileException if they have changed since they were written
   */
  static float[] values(Entry entry) throws IOException {
    int count = entry.header.size();
    try (FileChannel in = FileChannel.open(entry.file)) {
      ByteBuffer bytes = read(entry.file, in, entry.valuesAt, Math.multiplyExact(4, count));
      CRC32C checksum = new CRC32C();
      checksum.update(entry.frozen);
      checksum.update(bytes.duplicate());
      if ((int) checksum.getValue() != entry.checksum) {
        throw damaged(entry.file, "does not have the values that were written", null);
      }
      float[] values = new float[count];
      bytes.asFloatBuffer().get(values);
      return values;
    }
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }

  private static ByteBuffer read(Path file, FileChannel in, long at, int length)
      throws IOException {
    if (at + length > in.size()) {
      throw damaged(file, "was cut short", null);
    }
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (in.read(bytes, at + bytes.position()) < 0) {
        throw damaged(file, "was cut short", null);
      }
    }
    return bytes.flip();
  }

  private static UnreadableFileException damaged(Path file, String why, Throwable cause) {
    return new UnreadableFileException(
        file, "", why + ": delete it, and ingest the run's files again", cause);
  }
}
