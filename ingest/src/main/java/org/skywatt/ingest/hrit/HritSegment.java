package org.skywatt.ingest.hrit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.core.projection.Ellipsoid;
import org.skywatt.core.projection.SpaceView;
import org.skywatt.ingest.file.UnreadableFileException;

/** A segment of a channel: some of its lines, all of their columns, 10 bits a pixel. */
final class HritSegment {
  private static final long LARGEST = 1 << 26;
  private static final int BITS = 10;

  /** The earth and the satellite's distance that CGMS 03 4.4.3.2 sets. */
  private static final Ellipsoid EARTH = new Ellipsoid(6_378_169, 6_356_583.8);

  private static final double DISTANCE = 42_164_000;

  /** Metres above the surface of one radian of the view, as EUMETSAT states shifts in metres. */
  static final double HEIGHT = DISTANCE - 6_378_169;

  private HritSegment() {}

  /** All bytes of a file that is small enough to be one of a slot's. */
  static ByteBuffer bytes(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new UnreadableFileException(file, "", "too large for a segment of HRIT");
    }
    return ByteBuffer.wrap(Files.readAllBytes(file));
  }

  /**
   * @param length of the file, bytes
   * @throws IllegalArgumentException where it is no segment that is read, or cut
   */
  static void requireReadable(HritHeader header, long length) {
    if (header.fileType() != HritHeader.IMAGE) {
      throw new IllegalArgumentException(
          "a prologue, epilogue or message of HRIT, no image; name a segment of a channel");
    }
    if (header.compression() != 0) {
      throw new IllegalArgumentException(
          "wavelet-compressed HRIT is not read; decompress it with EUMETSAT's xRITDecompress");
    }
    if (header.bits() != BITS) {
      throw new IllegalArgumentException(header.bits() + " bits a pixel instead of 10");
    }
    long size = (long) header.lines() * header.columns();
    long expected = header.length() + (size * BITS + 7) / 8;
    if (size == 0 || length < expected) {
      throw new IllegalArgumentException(
          "truncated: " + length + " of " + expected + " bytes are there; fetch the file again");
    }
  }

  /**
   * Counts of some pixels of a line; NaN where the line is lost or the count is 0.
   *
   * @param into where they are put, from {@code at} on
   */
  static void counts(
      HritHeader header,
      ByteBuffer bytes,
      int line,
      int firstColumn,
      int columns,
      float[] into,
      int at) {
    boolean valid = header.isValid(line);
    long bit = ((long) line * header.columns() + firstColumn) * BITS;
    for (int column = 0; column < columns; column++, bit += BITS) {
      int place = header.length() + (int) (bit >> 3);
      int pair = ((bytes.get(place) & 0xff) << 8) | (bytes.get(place + 1) & 0xff);
      int count = (pair >> (6 - (int) (bit & 7))) & 0x3ff;
      into[at + column] = valid && count > 0 ? count : Float.NaN;
    }
  }

  static float[] counts(HritHeader header, ByteBuffer bytes) {
    int columns = header.columns();
    float[] values = new float[header.lines() * columns];
    for (int line = 0; line < header.lines(); line++) {
      counts(header, bytes, line, 0, columns, values, line * columns);
    }
    return values;
  }

  /** The segment's own grid, before {@link Prologue#shiftMetres()}. */
  static ProjectedGrid grid(HritHeader header) {
    return grid(
        header, header.navigation(2), header.columns(), header.navigation(3), header.lines(), 0);
  }

  /**
   * A grid like a segment's. Columns run westwards and lines northwards; offsets count from 1 (CGMS
   * 03 4.4.4).
   *
   * @param shiftMetres by how much places lie farther south and east than the grid says
   */
  static ProjectedGrid grid(
      HritHeader header,
      int columnOffset,
      int columns,
      int lineOffset,
      int lines,
      double shiftMetres) {
    if (header.navigation(0) == 0 || header.navigation(1) == 0) {
      throw new IllegalArgumentException("its scaling factors are zero");
    }
    double perColumn = Math.toRadians(65536.0 / header.navigation(0));
    double perLine = -Math.toRadians(65536.0 / header.navigation(1));
    double shift = shiftMetres / HEIGHT;
    return new ProjectedGrid(
        new SpaceView(EARTH, header.subLongitude(), DISTANCE, SpaceView.Sweep.Y),
        (1.0 - columnOffset) * perColumn + shift,
        perColumn,
        columns,
        (1.0 - lineOffset) * perLine - shift,
        perLine,
        lines);
  }
}
