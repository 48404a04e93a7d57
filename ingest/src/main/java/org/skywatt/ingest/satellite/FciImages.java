package org.skywatt.ingest.satellite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skywatt.core.grid.Area;
import org.skywatt.core.grid.GridWindow;
import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.ingest.cf.CfImages;
import org.skywatt.ingest.cf.RawValues;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.netcdf.NetcdfDataset;

/**
 * Images of MTG FCI level 1c: the body chunks of one repeat cycle join into one image, from the
 * south to the north; rows of chunks that are not there are missing. Within a chunk rows are taken
 * to be scanned at even speed.
 */
final class FciImages {
  /** A repeat cycle: what starts farther apart is of two. */
  private static final Duration CYCLE = Duration.ofMinutes(10);

  private FciImages() {}

  static boolean isFci(CfImages file) {
    return file.find("data/mtg_geos_projection").isPresent();
  }

  static List<SatelliteImage> read(List<Path> files, String channel, Optional<Area> area)
      throws IOException {
    Map<Path, FciChunk> chunks = new LinkedHashMap<>();
    for (Path file : files) {
      try (NetcdfDataset dataset = new NetcdfDataset(file)) {
        CfImages own = new CfImages(dataset);
        if (!isFci(own)) {
          throw new UnreadableFileException(file, "", "no chunk of FCI level 1c, as others are");
        }
        if (own.find(FciChunk.group(channel) + "effective_radiance").isPresent()) {
          FciChunk chunk = FciChunk.of(own, channel);
          requireKin(file, chunk, chunks);
          chunks.put(file, chunk);
        }
      }
    }
    if (chunks.isEmpty()) {
      throw new UnreadableFileException(
          files.get(0), "channel " + channel, "in none of the chunks; trailers have no image");
    }
    return join(chunks, channel, area);
  }

  private static void requireKin(Path file, FciChunk chunk, Map<Path, FciChunk> others)
      throws UnreadableFileException {
    for (Map.Entry<Path, FciChunk> each : others.entrySet()) {
      FciChunk other = each.getValue();
      Duration apart = Duration.between(chunk.start(), other.start()).abs();
      if (!chunk.isKin(other) || apart.compareTo(CYCLE) >= 0) {
        throw new UnreadableFileException(
            file, "", "of another satellite or frame than " + each.getKey().getFileName());
      }
      if (chunk.firstRow() < other.firstRow() + other.rows()
          && other.firstRow() < chunk.firstRow() + chunk.rows()) {
        throw new UnreadableFileException(
            file, "", "has the same rows as " + each.getKey().getFileName());
      }
    }
  }

  private static List<SatelliteImage> join(
      Map<Path, FciChunk> chunks, String channel, Optional<Area> area) throws IOException {
    FciChunk any = chunks.values().iterator().next();
    ProjectedGrid grid =
        new ProjectedGrid(
            any.view(),
            any.firstX(),
            any.stepX(),
            any.columns(),
            any.firstY(),
            any.stepY(),
            any.columns());
    Optional<GridWindow> window = ImageWindows.find(grid, area);
    if (window.isEmpty()) {
      return List.of();
    }
    ImageWindows.requireReadable(chunks.keySet().iterator().next(), window.get(), 1);
    float[] values = new float[window.get().size()];
    Arrays.fill(values, Float.NaN);
    boolean solar = false;
    for (Map.Entry<Path, FciChunk> each : chunks.entrySet()) {
      solar |= read(each.getKey(), each.getValue(), channel, window.get(), values);
    }
    Instant start = any.start();
    Instant end = any.end();
    for (FciChunk each : chunks.values()) {
      start = each.start().isBefore(start) ? each.start() : start;
      end = each.end().isAfter(end) ? each.end() : end;
    }
    return List.of(
        new SatelliteImage(
            any.satellite(),
            channel,
            solar ? Quantity.REFLECTANCE : Quantity.BRIGHTNESS_TEMPERATURE,
            start,
            end,
            any.view().subLongitude(),
            ImageWindows.grid(window.get()),
            values,
            times(chunks, any.columns()).rows(window.get().firstRow(), window.get().rows())));
  }

  /** Reads the chunk's part of a window; says whether it is reflected sunlight. */
  private static boolean read(
      Path file, FciChunk chunk, String channel, GridWindow window, float[] values)
      throws IOException {
    int from = Math.max(chunk.firstRow(), window.firstRow());
    int to = Math.min(chunk.firstRow() + chunk.rows(), window.firstRow() + window.rows());
    try (NetcdfDataset dataset = new NetcdfDataset(file)) {
      CfImages own = new CfImages(dataset);
      FciCalibration calibration = FciCalibration.of(own, channel, chunk.start());
      if (from < to) {
        RawValues stored =
            own.stored(
                FciChunk.group(channel) + "effective_radiance",
                from - chunk.firstRow(),
                to - from,
                window.firstColumn(),
                window.columns());
        int at = (from - window.firstRow()) * window.columns();
        for (int i = 0; i < stored.size(); i++) {
          values[at + i] = calibration.value(stored, i);
        }
      }
      return calibration.isSolar();
    }
  }

  /** Even within each chunk, and across the rows of those that lack. */
  private static RowTimes times(Map<Path, FciChunk> chunks, int rows) {
    FciChunk[] ordered = chunks.values().toArray(FciChunk[]::new);
    Arrays.sort(ordered, (one, other) -> Integer.compare(one.firstRow(), other.firstRow()));
    long[] millis = new long[rows];
    FciChunk first = ordered[0];
    FciChunk last = ordered[ordered.length - 1];
    int next = 0;
    long before = first.start().toEpochMilli();
    for (FciChunk each : ordered) {
      fill(millis, next, each.firstRow(), before, each.start().toEpochMilli());
      next = each.firstRow() + each.rows();
      before = each.end().toEpochMilli();
      fill(millis, each.firstRow(), next, each.start().toEpochMilli(), before);
    }
    fill(millis, next, rows, before, last.end().toEpochMilli());
    return RowTimes.of(millis);
  }

  private static void fill(long[] millis, int from, int to, long first, long last) {
    for (int row = from; row < to; row++) {
      double part = (row - from + 0.5) / (to - from);
      millis[row] = first + Math.round(part * (last - first));
    }
  }
}
