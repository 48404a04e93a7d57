package org.skywatt.ingest.source.run;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * What a GRIB2 message says that it is, read from fixed octets of its sections 0, 1 and 4 alone, so
 * that it also works for grids and packings that cannot be decoded (WMO Manual on Codes, FM 92).
 *
 * @param parameter {@code discipline.category.number} of its first field
 * @param run reference time
 * @param validTime when the first field holds, or where its period ends
 */
record MessageHead(String parameter, Instant run, Instant validTime) {
  private static final int GRIB = 0x47524942;
  private static final int END = 0x37373737;
  private static final int SHORTEST = 16 + 21 + 4;

  /** Sections 1 to 4 of any message that is met fit in this, local sections among them. */
  private static final int HEAD_BYTES = 1 << 16;

  /**
   * The head of the message that fills {@code length} bytes from {@code offset}.
   *
   * @throws IOException if there is none that begins and ends just there; the message says why
   */
  static MessageHead read(FileChannel file, long offset, long length) throws IOException {
    if (length < SHORTEST) {
      throw new IOException("is only " + length + " bytes long");
    }
    ByteBuffer head = bytes(file, offset, (int) Math.min(HEAD_BYTES, length));
    if (head.getInt(0) != GRIB || head.get(7) != 2) {
      throw new IOException("does not begin with a GRIB2 message");
    }
    if (head.getLong(8) != length) {
      throw new IOException(
          "is a message of " + head.getLong(8) + " bytes, where its index tells of " + length);
    }
    if (bytes(file, offset + length - 4, 4).getInt(0) != END) {
      throw new IOException("does not end with 7777");
    }
    try {
      return parse(head);
    } catch (IndexOutOfBoundsException | DateTimeException | ArithmeticException e) {
      throw new IOException("is corrupt in its first sections", e);
    }
  }

  private static MessageHead parse(ByteBuffer head) throws IOException {
    Instant run = time(head, 16 + 12);
    int at = 16;
    while (head.get(at + 4) != 4) {
      int length = head.getInt(at);
      if (length < 5) {
        throw new IOException("is corrupt in its first sections");
      }
      at = Math.addExact(at, length);
    }
    String parameter =
        (head.get(6) & 0xff) + "." + (head.get(at + 9) & 0xff) + "." + (head.get(at + 10) & 0xff);
    return new MessageHead(parameter, run, validTime(head, at, run));
  }

  private static Instant validTime(ByteBuffer head, int at, Instant run) {
    int template = head.getShort(at + 7);
    return switch (template) {
      case 8 -> time(head, at + 34);
      case 11 -> time(head, at + 37);
      default -> run.plus(unit(head.get(at + 17)).multipliedBy(head.getInt(at + 18)));
    };
  }

  /** Code table 4.4. */
  private static Duration unit(int code) {
    return switch (code) {
      case 0 -> Duration.ofMinutes(1);
      case 2 -> Duration.ofDays(1);
      case 10 -> Duration.ofHours(3);
      case 11 -> Duration.ofHours(6);
      case 12 -> Duration.ofHours(12);
      case 13 -> Duration.ofSeconds(1);
      default -> Duration.ofHours(1);
    };
  }

  private static Instant time(ByteBuffer head, int at) {
    return LocalDateTime.of(
            head.getShort(at),
            head.get(at + 2),
            head.get(at + 3),
            head.get(at + 4),
            head.get(at + 5),
            head.get(at + 6))
        .toInstant(ZoneOffset.UTC);
  }

  private static ByteBuffer bytes(FileChannel file, long offset, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, offset + buffer.position()) < 0) {
        throw new EOFException("is cut");
      }
    }
    return buffer.flip();
  }
}
