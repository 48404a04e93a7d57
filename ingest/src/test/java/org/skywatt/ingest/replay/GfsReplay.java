package org.skywatt.ingest.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.ingest.field.StepType;
import org.skywatt.ingest.grib.Grib2Writer;
import org.skywatt.ingest.grib.GribLevel;
import org.skywatt.ingest.grib.GribParameter;
import org.skywatt.ingest.grib.GribProduct;

/**
 * A run in the layout of NOAA's bucket, with the variables and averaging buckets of GFS: constant
 * fields on a small grid, so the values at any place are known.
 */
public final class GfsReplay {
  /** Down-welling short-wave radiation of every hour, W/m². */
  public static final float RADIATION = 300;

  /** The originating centre, octets 6 and 7 of section 1, behind the 16 octets of section 0. */
  private static final int CENTRE_AT = 16 + 5;

  private static final short NCEP = 7;

  private static final GribParameter TEMPERATURE = new GribParameter(0, 0, 0);
  private static final GribParameter HUMIDITY = new GribParameter(0, 1, 1);
  private static final GribParameter WIND_U = new GribParameter(0, 2, 2);
  private static final GribParameter WIND_V = new GribParameter(0, 2, 3);
  private static final GribParameter CLOUD = new GribParameter(0, 6, 1);
  private static final GribParameter SHORT_WAVE = new GribParameter(0, 4, 192);
  private static final GribParameter GEOPOTENTIAL_HEIGHT = new GribParameter(0, 3, 5);
  private static final GribLevel ATMOSPHERE =
      new GribLevel(10, Double.NaN, GribLevel.MISSING, Double.NaN);

  private final Instant run;
  private final LatLonGrid grid;

  /** An index line and its message. */
  private record Line(String text, byte[] message) {}

  public GfsReplay(Instant run, LatLonGrid grid) {
    this.run = run;
    this.grid = grid;
  }

  /** Path of a step's file on the server, as the bucket's readme gives it. */
  public String path(int hour) {
    String stamp = stamp();
    return String.format(
        Locale.ROOT,
        "/gfs.%s/%s/atmos/gfs.t%sz.pgrb2.0p25.f%03d",
        stamp.substring(0, 8),
        stamp.substring(8),
        stamp.substring(8),
        hour);
  }

  private String stamp() {
    return DateTimeFormatter.ofPattern("yyyyMMddHH").withZone(ZoneOffset.UTC).format(run);
  }

  /** Publishes a step, index last. */
  public void publish(ReplayServer server, int hour, Instant modified) {
    List<Line> lines = lines(hour);
    server.put(path(hour), GribMessages.join(lines.stream().map(Line::message).toList()), modified);
    server.put(path(hour) + ".idx", index(lines).getBytes(UTF_8), modified);
  }

  private String index(List<Line> lines) {
    String stamp = stamp();
    StringBuilder index = new StringBuilder();
    int offset = 0;
    int number = 1;
    for (Line line : lines) {
      index.append(number++).append(':').append(offset).append(":d=").append(stamp);
      index.append(':').append(line.text()).append(":\n");
      offset += line.message().length;
    }
    return index.toString();
  }

  private List<Line> lines(int hour) {
    String at = hour == 0 ? "anl" : hour + " hour fcst";
    GribLevel two = GribLevel.heightAboveGround(2);
    List<Line> lines = new ArrayList<>();
    lines.add(instant("HGT:surface:" + at, GEOPOTENTIAL_HEIGHT, GribLevel.ground(), hour, 120));
    lines.add(instant("TMP:2 m above ground:" + at, TEMPERATURE, two, hour, 288));
    lines.add(instant("RH:2 m above ground:" + at, HUMIDITY, two, hour, 60));
    for (int height : new int[] {10, 100}) {
      GribLevel level = GribLevel.heightAboveGround(height);
      String name = ":" + height + " m above ground:" + at;
      lines.add(instant("UGRD" + name, WIND_U, level, hour, height == 10 ? 6 : 8));
      lines.add(instant("VGRD" + name, WIND_V, level, hour, 0));
    }
    lines.add(instant("TCDC:entire atmosphere:" + at, CLOUD, ATMOSPHERE, hour, 40));
    if (hour > 0) {
      int start = (hour - 1) / 6 * 6;
      String period = start + "-" + hour + " hour ave fcst";
      lines.add(average("TCDC:entire atmosphere:" + period, CLOUD, ATMOSPHERE, start, hour, 40));
      lines.add(
          average(
              "DSWRF:surface:" + period, SHORT_WAVE, GribLevel.ground(), start, hour, RADIATION));
    }
    return lines;
  }

  private Line instant(
      String text, GribParameter parameter, GribLevel level, int hour, float value) {
    return line(text, parameter, level, StepType.INSTANT, hour, hour, value);
  }

  private Line average(
      String text, GribParameter parameter, GribLevel level, int start, int end, float value) {
    return line(text, parameter, level, StepType.AVERAGE, start, end, value);
  }

  private Line line(
      String text,
      GribParameter parameter,
      GribLevel level,
      StepType type,
      int start,
      int end,
      float value) {
    float[] values = new float[grid.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new Grib2Writer(out)
          .write(
              new GribProduct(
                  GribProduct.TEST_PRODUCTS,
                  parameter,
                  level,
                  run,
                  run.plus(Duration.ofHours(end)),
                  type,
                  Duration.ofHours(end - start),
                  0),
              grid,
              values,
              12);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] message = out.toByteArray();
    ByteBuffer.wrap(message).putShort(CENTRE_AT, NCEP); // its local codes are of its own tables
    return new Line(text, message);
  }
}
