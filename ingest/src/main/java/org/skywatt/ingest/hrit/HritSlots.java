package org.skywatt.ingest.hrit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.ingest.file.UnreadableFileException;

/** Finds the segments of a channel among a slot's files, and what joins them. */
public final class HritSlots {
  /** Lines and columns of the whole earth in HRV. */
  private static final int LARGEST_SIDE = 11_136;

  private static final int HEAD = 1 << 16;

  private final String channel;
  private final Map<Integer, Path> segments = new TreeMap<>();
  private final Map<Integer, HritHeader> headers = new TreeMap<>();
  private Optional<Prologue> prologue = Optional.empty();
  private Optional<Epilogue> epilogue = Optional.empty();
  private String kinship = "";
  private Path kin;

  private HritSlots(String channel) {
    this.channel = channel;
  }

  /**
   * Opens a channel of a slot. Prologue and epilogue are taken from the files, else from beside a
   * segment; files of other channels are passed over.
   *
   * @param files of one satellite and slot, in any order
   * @param channel such as {@code HRV}
   * @throws UnreadableFileException where a file is none of HRIT, compressed, cut or corrupt; where
   *     files are of different slots or satellites; where two are the same segment; or where there
   *     is none of the channel
   */
  public static HritSlot open(List<Path> files, String channel) throws IOException {
    HritSlots slots = new HritSlots(channel);
    for (Path file : new LinkedHashSet<>(files)) {
      try {
        slots.add(file);
      } catch (IllegalArgumentException e) {
        throw new UnreadableFileException(file, "", e.getMessage(), e);
      }
    }
    if (slots.segments.isEmpty()) {
      throw UnreadableFileException.absent(
          files.get(0), "channel " + channel, "none of the files is a segment of it");
    }
    Path first = slots.segments.values().iterator().next();
    try {
      return slots.join(first);
    } catch (IllegalArgumentException e) {
      throw new UnreadableFileException(first, "channel " + channel, e.getMessage(), e);
    }
  }

  private void add(Path file) throws IOException {
    HritHeader header = new HritHeader(head(file));
    // H-000-MSG2__-MSG2________-HRV______-000012___-201010111400-__: satellite, service and slot.
    String[] parts = header.annotation().split("-", -1);
    if (parts.length < 8) {
      throw new IllegalArgumentException("its annotation names no satellite and slot");
    }
    String own = parts[2] + " " + parts[3] + " " + parts[6];
    if (kin == null) {
      kin = file;
      kinship = own;
    } else if (!own.equals(kinship)) {
      throw new IllegalArgumentException(
          "of another satellite or slot (" + own + ") than " + kin.getFileName());
    }
    if (header.fileType() != HritHeader.IMAGE) {
      prologue = prologue.isPresent() ? prologue : Prologue.find(file);
      epilogue = epilogue.isPresent() ? epilogue : Epilogue.find(file);
      return;
    }
    if (!header.channelName().equals(channel)) {
      return;
    }
    HritSegment.requireReadable(header, Files.size(file));
    Path same = segments.put(header.segment(), file);
    if (same != null) {
      throw new IllegalArgumentException("the same segment as " + same.getFileName());
    }
    headers.put(header.segment(), header);
  }

  private static ByteBuffer head(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableFileException(file, "", "no such file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return ByteBuffer.wrap(in.readNBytes(HEAD));
    }
  }

  private HritSlot join(Path first) throws IOException {
    HritHeader header = headers.values().iterator().next();
    int lines = header.lines();
    int rows = (header.lastSegment() - header.firstSegment() + 1) * lines;
    if (rows < 1 || rows > LARGEST_SIDE || header.columns() > LARGEST_SIDE) {
      throw new IllegalArgumentException(
          "corrupt: segments "
              + header.firstSegment()
              + " to "
              + header.lastSegment()
              + " of "
              + header.columns()
              + " x "
              + lines);
    }
    for (Map.Entry<Integer, HritHeader> each : headers.entrySet()) {
      requireAlike(header, each.getValue(), segments.get(each.getKey()));
    }
    if (prologue.isEmpty()) {
      prologue = Prologue.findBeside(first, header);
    }
    if (epilogue.isEmpty()) {
      Optional<Path> beside = SlotFiles.beside(first, header, "EPI______");
      epilogue = beside.isEmpty() ? epilogue : Epilogue.find(beside.get());
    }
    int[] offsets = columnOffsets(header, rows);
    int east = offsets[0];
    int west = offsets[0];
    for (int offset : offsets) {
      east = Math.max(east, offset);
      west = Math.min(west, offset);
    }
    if ((long) east - west + header.columns() > LARGEST_SIDE) {
      throw new IllegalArgumentException("corrupt: its segments lie too far apart");
    }
    int[] shifts = new int[rows];
    for (int row = 0; row < rows; row++) {
      shifts[row] = east - offsets[row];
    }
    ProjectedGrid grid =
        HritSegment.grid(
            header,
            east,
            east - west + header.columns(),
            firstLineOffset(header),
            rows,
            prologue.map(Prologue::shiftMetres).orElse(0.0));
    return new HritSlot(
        first, header, segments, grid, shifts, LineTimes.of(headers, header, rows), prologue);
  }

  private static int firstLineOffset(HritHeader header) {
    return header.navigation(3) + (header.segment() - header.firstSegment()) * header.lines();
  }

  private static void requireAlike(HritHeader one, HritHeader other, Path file)
      throws UnreadableFileException {
    boolean alike =
        one.spacecraft() == other.spacecraft()
            && one.slot().equals(other.slot())
            && one.lines() == other.lines()
            && one.columns() == other.columns()
            && one.firstSegment() == other.firstSegment()
            && one.lastSegment() == other.lastSegment()
            && other.segment() >= other.firstSegment()
            && other.segment() <= other.lastSegment()
            && one.navigation(0) == other.navigation(0)
            && one.navigation(1) == other.navigation(1)
            && one.subLongitude() == other.subLongitude()
            && firstLineOffset(one) == firstLineOffset(other);
    if (!alike) {
      throw new UnreadableFileException(
          file, "header", "contradicts that of another segment of its channel; fetch both again");
    }
  }

  /** By the epilogue where HRV has one, else those of each segment, or of its neighbour below. */
  private int[] columnOffsets(HritHeader header, int rows) {
    int[] offsets = new int[rows];
    int last = header.navigation(2);
    for (int row = 0; row < rows; row++) {
      HritHeader own = headers.get(header.firstSegment() + row / header.lines());
      last = own == null ? last : own.navigation(2);
      offsets[row] = last;
    }
    boolean highResolution = header.channelName().equals("HRV");
    if (highResolution && epilogue.isPresent() && agrees(epilogue.get(), header)) {
      int firstLine = (header.firstSegment() - 1) * header.lines() + 1;
      for (int row = 0; row < rows; row++) {
        offsets[row] = epilogue.get().columnOffset(firstLine + row);
      }
    }
    return offsets;
  }

  /** Whether the epilogue has the segments where their own headers have them. */
  private boolean agrees(Epilogue found, HritHeader header) {
    for (HritHeader each : headers.values()) {
      int line = (each.segment() - 1) * header.lines() + 1;
      boolean within =
          each.navigation(2) == found.columnOffset(line)
              || each.navigation(2) == found.columnOffset(line + header.lines() - 1);
      if (!within) {
        return false;
      }
    }
    return true;
  }
}
