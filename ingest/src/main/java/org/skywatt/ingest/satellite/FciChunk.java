package org.skywatt.ingest.satellite;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skywatt.core.projection.SpaceView;
import org.skywatt.ingest.cf.CfImages;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * What a chunk of MTG FCI level 1c says of one channel, without its pixels (EUM/MTG/USR/13/719848,
 * <i>MTG FCI L1 Product User Guide</i>). Rows run from the south, columns from the west; {@code x}
 * counts positive to the west there.
 *
 * @param firstRow in the whole frame, from 0 in the south
 * @param columns of the whole frame, which has as many rows
 * @param firstX of column 0, radians, positive to the east
 * @param firstY of the frame's row 0, radians, positive to the north
 */
record FciChunk(
    String satellite,
    Instant start,
    Instant end,
    SpaceView view,
    int firstRow,
    int rows,
    int columns,
    double firstX,
    double stepX,
    double firstY,
    double stepY) {
  private static final String PROJECTION = "data/mtg_geos_projection";
  private static final int LARGEST_SIDE = 22_272;
  private static final Pattern COMPACT = Pattern.compile("(\\d{14})(?:\\.?(\\d{1,3}))?");

  /** The group of a channel's measurements. */
  static String group(String channel) {
    return "data/" + channel + "/measured/";
  }

  static FciChunk of(CfImages file, String channel) throws UnreadableFileException {
    String group = group(channel);
    double[] x = file.numbers(group + "x");
    double[] y = file.numbers(group + "y");
    double stepX = step(file, group + "x", x);
    double stepY = step(file, group + "y", y);
    double first = file.number(group + "start_position_row");
    double last = file.number(group + "end_position_row");
    if (!(first >= 1 && last - first + 1 == y.length && last <= LARGEST_SIDE)
        || first != Math.rint(first)
        || x.length > LARGEST_SIDE) {
      throw file.refused(
          group + "start_position_row",
          "rows " + first + " to " + last + " for " + y.length + " values of y");
    }
    if (!(file.projection(PROJECTION) instanceof SpaceView view)) {
      throw file.refused(PROJECTION, "is no satellite's view");
    }
    return new FciChunk(
        file.dataset().attributes().text("platform").orElse("MTI"),
        time(file, "time_coverage_start"),
        time(file, "time_coverage_end"),
        view,
        (int) first - 1,
        y.length,
        x.length,
        -x[0],
        -stepX,
        y[0] - (first - 1) * stepY,
        stepY);
  }

  private static double step(CfImages file, String name, double[] values)
      throws UnreadableFileException {
    int last = values.length - 1;
    double step = last < 1 ? Double.NaN : (values[last] - values[0]) / last;
    if (!Double.isFinite(step) || step == 0) {
      throw file.refused(name, "no coordinate in equal steps");
    }
    return step;
  }

  /** Times are written {@code 20240101120000}, with or without milliseconds, or by ISO 8601. */
  private static Instant time(CfImages file, String name) throws UnreadableFileException {
    String text = file.dataset().attributes().text(name).orElse("");
    try {
      Matcher compact = COMPACT.matcher(text);
      if (compact.matches()) {
        int millis =
            compact.group(2) == null
                ? 0
                : Integer.parseInt((compact.group(2) + "00").substring(0, 3));
        return LocalDateTime.parse(compact.group(1), DateTimeFormatter.ofPattern("yyyyMMddHHmmss"))
            .toInstant(ZoneOffset.UTC)
            .plusMillis(millis);
      }
      return Instant.parse(text.endsWith("Z") ? text : text + "Z");
    } catch (DateTimeException e) {
      throw new UnreadableFileException(
          file.dataset().path(), "attribute " + name, "no time: '" + text + "'", e);
    }
  }

  /** Whether another chunk can be of the same frame. */
  boolean isKin(FciChunk other) {
    return satellite.equals(other.satellite)
        && view.equals(other.view)
        && columns == other.columns
        && Math.abs(firstX - other.firstX) < Math.abs(stepX) / 100
        && Math.abs(firstY - other.firstY) < Math.abs(stepY) / 100;
  }
}
