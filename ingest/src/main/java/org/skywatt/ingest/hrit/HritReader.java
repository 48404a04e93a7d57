package org.skywatt.ingest.hrit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.core.projection.Ellipsoid;
import org.skywatt.core.projection.SpaceView;
import org.skywatt.ingest.field.CfCode;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.field.FieldLevel;
import org.skywatt.ingest.field.Member;
import org.skywatt.ingest.field.StepType;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * Reads a segment of a SEVIRI channel: its counts, and its radiances where the slot's prologue lies
 * beside it. Counts of 0 and lines that were lost are missing. The field is valid when its middle
 * line was scanned; its run is the slot. Wavelet-compressed segments are refused.
 */
public final class HritReader {
  private static final long LARGEST = 1 << 26;
  private static final int BITS = 10;

  /** The earth and the satellite's distance that CGMS 03 4.4.3.2 sets. */
  private static final Ellipsoid EARTH = new Ellipsoid(6_378_169, 6_356_583.8);

  private static final double DISTANCE = 42_164_000;

  private HritReader() {}

  /** Whether a file begins like one of HRIT. */
  public static boolean isHrit(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return HritHeader.isHrit(ByteBuffer.wrap(in.readNBytes(16)));
    }
  }

  /**
   * Hands the segment's fields to a handler.
   *
   * @throws UnreadableFileException where the file is compressed, truncated, corrupt or no image
   */
  public static void read(Path file, FieldHandler handler) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new UnreadableFileException(file, "", "too large for a segment of HRIT");
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    HritHeader header;
    ProjectedGrid grid;
    FieldHeader counts;
    float[] values;
    try {
      header = new HritHeader(bytes);
      requireReadable(header, bytes);
      grid = grid(header);
      counts = header(header, "counts", "1");
      values = counts(header, bytes);
    } catch (IllegalArgumentException e) {
      throw new UnreadableFileException(file, "", e.getMessage(), e);
    }
    if (handler.wants(counts, grid)) {
      handler.field(
          new Field(0, header.channelName(), counts, grid, false, "space_view", "hrit10", values));
    }
    Optional<Prologue> prologue = Prologue.findBeside(file, header);
    if (prologue.isPresent()) {
      FieldHeader radiance = header(header, "radiance", "mW m-2 sr-1 (cm-1)-1");
      if (handler.wants(radiance, grid)) {
        float[] radiances = prologue.get().radiances(header.channel(), values);
        handler.field(
            new Field(
                1,
                header.channelName() + " radiance",
                radiance,
                grid,
                false,
                "space_view",
                "hrit10",
                radiances));
      }
    }
  }

  private static void requireReadable(HritHeader header, ByteBuffer bytes) {
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
    if (size == 0 || bytes.limit() < expected) {
      throw new IllegalArgumentException(
          "truncated: "
              + bytes.limit()
              + " of "
              + expected
              + " bytes are there; fetch the file again");
    }
  }

  private static float[] counts(HritHeader header, ByteBuffer bytes) {
    int columns = header.columns();
    float[] values = new float[header.lines() * columns];
    for (int line = 0; line < header.lines(); line++) {
      boolean valid = header.isValid(line);
      for (int column = 0; column < columns; column++) {
        int i = line * columns + column;
        long bit = (long) i * BITS;
        int at = header.length() + (int) (bit >> 3);
        int pair = ((bytes.get(at) & 0xff) << 8) | (bytes.get(at + 1) & 0xff);
        int count = (pair >> (6 - (int) (bit & 7))) & 0x3ff;
        values[i] = valid && count > 0 ? count : Float.NaN;
      }
    }
    return values;
  }

  /** Columns run westwards and lines northwards; offsets count from 1 (CGMS 03 4.4.4). */
  private static ProjectedGrid grid(HritHeader header) {
    if (header.navigation(0) == 0 || header.navigation(1) == 0) {
      throw new IllegalArgumentException("its scaling factors are zero");
    }
    double perColumn = Math.toRadians(65536.0 / header.navigation(0));
    double perLine = -Math.toRadians(65536.0 / header.navigation(1));
    return new ProjectedGrid(
        new SpaceView(EARTH, header.subLongitude(), DISTANCE, SpaceView.Sweep.Y),
        (1 - header.navigation(2)) * perColumn,
        perColumn,
        header.columns(),
        (1 - header.navigation(3)) * perLine,
        perLine,
        header.lines());
  }

  private static FieldHeader header(HritHeader header, String quantity, String units) {
    String name = header.channelName() + (quantity.equals("counts") ? "" : "_" + quantity);
    return new FieldHeader(
        new CfCode(name, "", units, "EUMETSAT", "SEVIRI " + header.channelName() + " " + quantity),
        FieldLevel.SURFACE,
        header.slot(),
        header.scanTime(header.lines() / 2),
        StepType.INSTANT,
        Duration.ZERO,
        Member.CONTROL);
  }
}
