package org.skywatt.ingest.hrit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.ingest.field.CfCode;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.field.FieldLevel;
import org.skywatt.ingest.field.Member;
import org.skywatt.ingest.field.StepType;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * Reads a segment of a SEVIRI channel: its counts; and where the slot's prologue lies beside it,
 * its radiances and its reflectance factors or brightness temperatures. Counts of 0 and lines that
 * were lost are missing. The field is valid when its middle line was scanned; its run is the slot.
 * Wavelet-compressed segments are refused.
 */
public final class HritReader {
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
    ByteBuffer bytes = HritSegment.bytes(file);
    HritHeader header;
    ProjectedGrid grid;
    float[] counts;
    try {
      header = new HritHeader(bytes);
      HritSegment.requireReadable(header, bytes.limit());
      grid = HritSegment.grid(header);
      counts = HritSegment.counts(header, bytes);
      header(header, "counts", "1");
    } catch (IllegalArgumentException e) {
      throw new UnreadableFileException(file, "", e.getMessage(), e);
    }
    hand(handler, header, grid, 0, "counts", "1", () -> counts);
    Optional<Prologue> prologue = Prologue.findBeside(file, header);
    if (prologue.isEmpty()) {
      return;
    }
    int channel = header.channel();
    hand(
        handler,
        header,
        grid,
        1,
        "radiance",
        "mW m-2 sr-1 (cm-1)-1",
        () -> prologue.get().radiances(channel, counts));
    Optional<HritCalibration> calibration =
        HritCalibration.find(prologue.get(), header.spacecraft(), channel, header.slot());
    if (calibration.isPresent()) {
      boolean solar = calibration.get().isSolar();
      hand(
          handler,
          header,
          grid,
          2,
          solar ? "reflectance" : "brightness_temperature",
          solar ? "1" : "K",
          () -> calibration.get().apply(counts));
    }
  }

  private static void hand(
      FieldHandler handler,
      HritHeader header,
      ProjectedGrid grid,
      int index,
      String quantity,
      String units,
      Supplier<float[]> values)
      throws IOException {
    FieldHeader own = header(header, quantity, units);
    if (handler.wants(own, grid)) {
      String where = header.channelName() + (index == 0 ? "" : " " + quantity);
      handler.field(
          new Field(index, where, own, grid, false, "space_view", "hrit10", values.get()));
    }
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
