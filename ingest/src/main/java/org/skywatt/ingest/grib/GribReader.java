package org.skywatt.ingest.grib;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * Reads GRIB files of editions 1 and 2, also mixed, a message at a time: memory is one message and
 * one field. Writes nothing beside the file (no index, no cache). Safe to call from several
 * threads.
 *
 * <p>Messages are found by their {@code GRIB … 7777} frame, so bytes between them (bulletin
 * headers) are skipped and a broken message costs itself alone.
 */
public final class GribReader {
  private static final byte[] MAGIC = {'G', 'R', 'I', 'B'};
  private static final int CHUNK = 1 << 16;
  private static final int HEAD = 16;

  /** Indicator, section 1 and the end. */
  private static final int SHORTEST = 16 + 21 + 4;

  private GribReader() {}

  /**
   * Hands every field of {@code file} to {@code handler}.
   *
   * @throws UnreadableFileException where the file is empty, holds no GRIB, or has a part that
   *     cannot be read and that the handler does not pass over
   */
  public static void read(Path file, FieldHandler handler) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableFileException(file, "", "no such file");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size == 0) {
        throw new UnreadableFileException(file, "", "the file is empty; fetch it again");
      }
      long position = find(channel, 0);
      if (position < 0) {
        throw new UnreadableFileException(
            file, "", "not a GRIB file: no 'GRIB' mark in its " + size + " bytes");
      }
      MessageFields fields = new MessageFields(file, handler);
      while (position >= 0) {
        fields.nextMessage();
        long next = position + MAGIC.length;
        byte[] message = null;
        try {
          message = message(channel, position);
          next = position + message.length;
        } catch (IllegalArgumentException e) {
          String where = "message " + fields.message() + " at byte " + position;
          fields.refuse(new UnreadableFileException(file, where, e.getMessage(), e));
        }
        if (message != null && message[7] == 1) {
          new Edition1Message(message).read(fields);
        } else if (message != null) {
          new Edition2Message(message).read(fields);
        }
        position = find(channel, next);
      }
    }
  }

  /** A whole message; a frame that is broken is an IllegalArgumentException. */
  private static byte[] message(FileChannel channel, long start) throws IOException {
    long left = channel.size() - start;
    if (left < HEAD) {
      throw new IllegalArgumentException("truncated: only " + left + " bytes of it");
    }
    byte[] head = bytes(channel, start, HEAD);
    long length =
        switch (head[7]) {
          case 1 -> lengthOfEdition1(channel, start, head, left);
          case 2 -> ByteBuffer.wrap(head).getLong(8);
          default ->
              throw new IllegalArgumentException("GRIB edition " + head[7] + " is not supported");
        };
    if (length < SHORTEST || length > Integer.MAX_VALUE - HEAD) {
      throw new IllegalArgumentException("corrupt: says it is " + length + " bytes long");
    }
    if (length > left) {
      throw new IllegalArgumentException(
          "truncated: " + left + " of its " + length + " bytes are there; fetch the file again");
    }
    byte[] bytes = bytes(channel, start, (int) length);
    if (ByteBuffer.wrap(bytes).getInt(bytes.length - 4) != 0x37373737) {
      throw new IllegalArgumentException("corrupt: does not end with 7777");
    }
    return bytes;
  }

  private static long lengthOfEdition1(FileChannel channel, long start, byte[] head, long left)
      throws IOException {
    long longest = Edition1Message.longest(head);
    return longest <= 0xffffff && (longest & 0x800000) == 0
        ? longest
        : Edition1Message.length(bytes(channel, start, (int) Math.min(longest, left)));
  }

  private static byte[] bytes(FileChannel channel, long start, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, start + buffer.position()) < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
    return buffer.array();
  }

  /**
   * Position of the next mark at or after {@code from}, where it mostly is; −1 if there is none.
   */
  private static long find(FileChannel channel, long from) throws IOException {
    long size = channel.size();
    int most = MAGIC.length;
    for (long at = from; at + MAGIC.length <= size; at += most - MAGIC.length + 1, most = CHUNK) {
      byte[] chunk = bytes(channel, at, (int) Math.min(most, size - at));
      for (int i = 0; i + MAGIC.length <= chunk.length; i++) {
        if (chunk[i] == 'G' && chunk[i + 1] == 'R' && chunk[i + 2] == 'I' && chunk[i + 3] == 'B') {
          return at + i;
        }
      }
    }
    return -1;
  }
}
