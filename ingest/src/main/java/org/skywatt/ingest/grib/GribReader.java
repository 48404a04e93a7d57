package org.skywatt.ingest.grib;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * Reads GRIB edition 2 files a message at a time: memory is one message and one field. Writes
 * nothing beside the file (no index, no cache). Safe to call from several threads.
 *
 * <p>Messages are found by their {@code GRIB … 7777} frame, so bytes between them (bulletin
 * headers) are skipped and a broken message costs itself alone.
 */
public final class GribReader {
  private static final byte[] MAGIC = {'G', 'R', 'I', 'B'};
  private static final int CHUNK = 1 << 16;

  private GribReader() {}

  /**
   * Hands every field of {@code file} to {@code handler}.
   *
   * @throws UnreadableFileException where the file is empty, holds no GRIB, or has a part that
   *     cannot be read and that the handler does not pass over
   */
  public static void read(Path file, GribHandler handler) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableFileException(file, "", "no such file");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size == 0) {
        throw new UnreadableFileException(file, "", "the file is empty; fetch it again");
      }
      int message = 0;
      int field = 0;
      long position = find(channel, 0);
      if (position < 0) {
        throw new UnreadableFileException(
            file, "", "not a GRIB file: no 'GRIB' mark in its " + size + " bytes");
      }
      while (position >= 0) {
        long next = position + MAGIC.length;
        try {
          byte[] bytes = message(file, channel, position, message);
          next = position + bytes.length;
          field = new MessageReader(file, message, bytes).read(field, handler);
        } catch (BrokenMessageException e) {
          handler.refused(field++, e.reason());
        }
        message++;
        position = find(channel, next);
      }
    }
  }

  private static byte[] message(Path file, FileChannel channel, long start, int index)
      throws IOException, BrokenMessageException {
    String where = "message " + index + " at byte " + start;
    long left = channel.size() - start;
    if (left < 16) {
      throw new BrokenMessageException(file, where, "truncated: only " + left + " bytes of it");
    }
    ByteBuffer head = ByteBuffer.wrap(bytes(channel, start, 16));
    int edition = head.get(7);
    if (edition != 2) {
      throw new BrokenMessageException(
          file, where, "GRIB edition " + edition + " is not supported; convert it to edition 2");
    }
    long length = head.getLong(8);
    if (length < 16 + 21 + 4 || length > Integer.MAX_VALUE - 16) {
      throw new BrokenMessageException(
          file, where, "corrupt: says it is " + length + " bytes long");
    }
    if (length > left) {
      throw new BrokenMessageException(
          file,
          where,
          "truncated: " + left + " of its " + length + " bytes are there; fetch the file again");
    }
    byte[] bytes = bytes(channel, start, (int) length);
    if (ByteBuffer.wrap(bytes).getInt(bytes.length - 4) != 0x37373737) {
      throw new BrokenMessageException(file, where, "corrupt: does not end with 7777");
    }
    return bytes;
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

  /** Position of the next mark at or after {@code from}; −1 if there is none. */
  private static long find(FileChannel channel, long from) throws IOException {
    long size = channel.size();
    for (long at = from; at + MAGIC.length <= size; at += CHUNK - MAGIC.length + 1) {
      byte[] chunk = bytes(channel, at, (int) Math.min(CHUNK, size - at));
      for (int i = 0; i + MAGIC.length <= chunk.length; i++) {
        if (chunk[i] == 'G' && chunk[i + 1] == 'R' && chunk[i + 2] == 'I' && chunk[i + 3] == 'B') {
          return at + i;
        }
      }
    }
    return -1;
  }
}
