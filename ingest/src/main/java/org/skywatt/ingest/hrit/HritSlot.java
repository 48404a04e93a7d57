package org.skywatt.ingest.hrit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.skywatt.core.grid.GridWindow;
import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.core.satellite.SeviriBands;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * One channel of one slot, its segments joined: rows from the south, columns from the east.
 * Segments that are not there are rows of missing values. HRV is as wide as both of its parts.
 * Files are read when their rows are asked for, one at a time.
 */
public final class HritSlot {
  private final Path first;
  private final HritHeader header;
  private final Map<Integer, Path> segments;
  private final ProjectedGrid grid;
  private final int[] columnShifts;
  private final long[] rowMillis;
  private final Optional<Prologue> prologue;

  /**
   * @param columnShifts of each row, from the grid's column 0 to the file's
   * @param rowMillis of each row
   */
  HritSlot(
      Path first,
      HritHeader header,
      Map<Integer, Path> segments,
      ProjectedGrid grid,
      int[] columnShifts,
      long[] rowMillis,
      Optional<Prologue> prologue) {
    this.first = first;
    this.header = header;
    this.segments = segments;
    this.grid = grid;
    this.columnShifts = columnShifts;
    this.rowMillis = rowMillis;
    this.prologue = prologue;
  }

  /** Such as {@code Meteosat-10}; of other satellites the number in the header. */
  public String satelliteName() {
    return SeviriBands.find(header.spacecraft())
        .map(SeviriBands::satelliteName)
        .orElse("spacecraft-" + header.spacecraft());
  }

  /** Nominal start of the slot. */
  public Instant slot() {
    return header.slot();
  }

  /** Longitude below the satellite, degrees east. */
  public double subLongitude() {
    return header.subLongitude();
  }

  /** Of the whole image, with EUMETSAT's shift where the prologue tells of it. */
  public ProjectedGrid grid() {
    return grid;
  }

  /** When each row was scanned, by the files' line records; between them even. */
  public long[] rowMillis() {
    return rowMillis.clone();
  }

  /** How counts are calibrated; empty without a prologue, and where it lacks what it takes. */
  public Optional<HritCalibration> findCalibration() {
    return prologue.flatMap(
        found -> HritCalibration.find(found, header.spacecraft(), header.channel(), header.slot()));
  }

  /**
   * Counts of a part of the image by the window's index, NaN where missing.
   *
   * @throws UnreadableFileException where a segment has changed or cannot be read
   */
  public float[] counts(GridWindow window) throws IOException {
    float[] counts = new float[window.size()];
    Arrays.fill(counts, Float.NaN);
    int lines = header.lines();
    int lastRow = window.firstRow() + window.rows() - 1;
    for (int segment = window.firstRow() / lines; segment <= lastRow / lines; segment++) {
      Path file = segments.get(header.firstSegment() + segment);
      if (file != null) {
        read(file, segment * lines, window, counts);
      }
    }
    return counts;
  }

  private void read(Path file, int firstRow, GridWindow window, float[] counts) throws IOException {
    try {
      ByteBuffer bytes = HritSegment.bytes(file);
      HritHeader own = new HritHeader(bytes);
      HritSegment.requireReadable(own, bytes.limit());
      if (own.lines() != header.lines() || own.columns() != header.columns()) {
        throw new IllegalArgumentException("changed while it was read");
      }
      for (int line = 0; line < own.lines(); line++) {
        int row = firstRow + line - window.firstRow();
        if (row >= 0 && row < window.rows()) {
          int shift = columnShifts[firstRow + line];
          int from = Math.max(0, window.firstColumn() - shift);
          int to = Math.min(own.columns(), window.firstColumn() + window.columns() - shift);
          int at = row * window.columns() + from + shift - window.firstColumn();
          if (to > from) {
            HritSegment.counts(own, bytes, line, from, to - from, counts, at);
          }
        }
      }
    } catch (IllegalArgumentException e) {
      throw new UnreadableFileException(file, "", e.getMessage(), e);
    }
  }

  /** For messages to people: one of the files. */
  public Path file() {
    return first;
  }
}
