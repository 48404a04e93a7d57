package org.skywatt.ingest.hrit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skywatt.core.satellite.SeviriBands;

/**
 * Header records of an HRIT file (CGMS 03 <i>LRIT/HRIT Global Specification</i> 4.2; records 128
 * and 129 are Meteosat's own, EUM/MSG/ICD/105).
 */
final class HritHeader {
  static final int IMAGE = 0;
  static final int PROLOGUE = 128;

  private static final int PRIMARY = 0;
  private static final int IMAGE_STRUCTURE = 1;
  private static final int NAVIGATION = 2;
  private static final int ANNOTATION = 4;
  private static final int SEGMENT = 128;
  private static final int LINES = 129;
  private static final int LINE_BYTES = 13;
  private static final int LONGEST = 1 << 20;
  private static final Instant EPOCH = Instant.parse("1958-01-01T00:00:00Z");
  private static final Pattern SLOT = Pattern.compile("-(\\d{12})-");
  private static final Pattern LONGITUDE = Pattern.compile("GEOS\\(([-+]?[0-9.]+)\\)");
  private final Map<Integer, ByteBuffer> records = new HashMap<>();
  private final int fileType;
  private final int length;

  /**
   * Reads the records.
   *
   * @throws IllegalArgumentException where they are corrupt or truncated
   */
  HritHeader(ByteBuffer file) {
    if (!isHrit(file)) {
      throw new IllegalArgumentException("no HRIT file: it does not begin with a primary header");
    }
    fileType = file.get(3) & 0xff;
    long total = file.getInt(4) & 0xffffffffL;
    if (total < 16 || total > Math.min(LONGEST, file.limit())) {
      throw new IllegalArgumentException("truncated or corrupt: a header of " + total + " bytes");
    }
    length = (int) total;
    int at = 0;
    while (at + 3 <= length) {
      int size = file.getShort(at + 1) & 0xffff;
      if (size < 3 || at + size > length) {
        throw new IllegalArgumentException("corrupt: a header record of " + size + " bytes");
      }
      records.put(file.get(at) & 0xff, file.slice(at + 3, size - 3));
      at += size;
    }
  }

  /** Whether bytes begin like an HRIT file: record 0, 16 bytes long. */
  static boolean isHrit(ByteBuffer file) {
    return file.limit() >= 16
        && file.get(0) == PRIMARY
        && file.getShort(1) == 16
        && (file.get(3) == IMAGE || (file.get(3) & 0xff) >= PROLOGUE);
  }

  int fileType() {
    return fileType;
  }

  /** Bytes before the data. */
  int length() {
    return length;
  }

  int bits() {
    return record(IMAGE_STRUCTURE, 6).get(0) & 0xff;
  }

  int columns() {
    return record(IMAGE_STRUCTURE, 6).getShort(1) & 0xffff;
  }

  int lines() {
    return record(IMAGE_STRUCTURE, 6).getShort(3) & 0xffff;
  }

  /** 0 none, 1 lossless, 2 lossy. */
  int compression() {
    return record(IMAGE_STRUCTURE, 6).get(5) & 0xff;
  }

  /** Longitude below the satellite, degrees east. */
  double subLongitude() {
    byte[] name = new byte[32];
    record(NAVIGATION, 48).get(0, name);
    Matcher matcher = LONGITUDE.matcher(new String(name, StandardCharsets.US_ASCII));
    if (!matcher.find()) {
      throw new IllegalArgumentException("its projection is not GEOS(longitude)");
    }
    return Double.parseDouble(matcher.group(1));
  }

  /** Scaling factors of columns and lines, then their offsets (CGMS 03 4.4.4). */
  int navigation(int index) {
    return record(NAVIGATION, 48).getInt(32 + 4 * index);
  }

  /** Number of the channel, from 1. */
  int channel() {
    return record(SEGMENT, 10).get(2) & 0xff;
  }

  String channelName() {
    return SeviriBands.channelName(channel());
  }

  /** CGMS number of the satellite, 321 for Meteosat-8. */
  int spacecraft() {
    return record(SEGMENT, 10).getShort(0) & 0xffff;
  }

  /** Number of the segment; then first and last segment of the whole image. */
  int segment() {
    return record(SEGMENT, 10).getShort(3) & 0xffff;
  }

  int firstSegment() {
    return record(SEGMENT, 10).getShort(5) & 0xffff;
  }

  int lastSegment() {
    return record(SEGMENT, 10).getShort(7) & 0xffff;
  }

  /** Start of the slot, as the file's annotation has it. */
  Instant slot() {
    Matcher matcher = SLOT.matcher(annotation());
    try {
      if (matcher.find()) {
        return LocalDateTime.parse(matcher.group(1), DateTimeFormatter.ofPattern("yyyyMMddHHmm"))
            .toInstant(ZoneOffset.UTC);
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("its annotation's time does not exist", e);
    }
    throw new IllegalArgumentException("its annotation names no slot");
  }

  /** The file's name where it was made. */
  String annotation() {
    return StandardCharsets.US_ASCII.decode(record(ANNOTATION, 0).duplicate()).toString().strip();
  }

  /** When a line of the file was scanned. */
  Instant scanTime(int line) {
    ByteBuffer lines = record(LINES, LINE_BYTES * (line + 1));
    int at = LINE_BYTES * line + 4;
    return EPOCH
        .plus(Duration.ofDays(lines.getShort(at) & 0xffff))
        .plusMillis(lines.getInt(at + 2) & 0xffffffffL);
  }

  /** Whether a line is neither lost nor corrupt. */
  boolean isValid(int line) {
    int validity = record(LINES, LINE_BYTES * (line + 1)).get(LINE_BYTES * line + 10);
    return validity != 2 && validity != 3;
  }

  private ByteBuffer record(int type, int least) {
    ByteBuffer record = records.get(type);
    if (record == null || record.limit() < least) {
      throw new IllegalArgumentException("header record " + type + " is missing or too short");
    }
    return record;
  }
}
