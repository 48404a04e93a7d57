package org.skywatt.cli.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.skywatt.core.site.Location;
import org.skywatt.core.solar.SolarPosition;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.NetcdfFileWriter;
import ucar.nc2.Variable;

/**
 * Images of a made-up sky as CF files: patchy ground, and cloud banks that move east, a new sky
 * each day. The truth is known.
 */
final class SkyImages {
  static final double EAST_MS = 12;
  private static final double NORTH = 33;
  private static final double WEST = -4;
  private static final double STEP = 0.04;
  private static final int SIZE = 200;
  private static final double CLOUD = 0.8;

  private SkyImages() {}

  /** Cloud index of a place at a time. */
  static double cloudIndex(double latitude, double longitude, Instant time) {
    long day = Math.floorDiv(time.getEpochSecond(), 86_400);
    double hours = Math.floorMod(time.getEpochSecond(), 86_400) / 3600.0;
    double degrees = EAST_MS * 3.6 / (111.2 * Math.cos(Math.toRadians(latitude))) * hours;
    double x = longitude - degrees + 1.7 * (day % 11);
    double y = latitude + 0.9 * (day % 7);
    double waves =
        Math.sin(2.1 * x + 0.7 * y) + Math.sin(5.3 * x - 2.2 * y + day) + Math.sin(3.7 * y + 1.3);
    return Math.max(0, Math.min(1, 0.5 * waves));
  }

  private static double ground(double latitude, double longitude) {
    return 0.18 + 0.05 * Math.sin(17 * latitude) * Math.sin(13 * longitude);
  }

  /** The frame of {@code scanned}, written as if it were of {@code stamped}. */
  static void write(Path file, Instant scanned, Instant stamped) throws IOException {
    NetcdfFileWriter writer =
        NetcdfFileWriter.createNew(NetcdfFileWriter.Version.netcdf3, file.toString());
    try {
      writer.addDimension(null, "time", 1);
      writer.addDimension(null, "lat", SIZE);
      writer.addDimension(null, "lon", SIZE);
      writer.addGroupAttribute(null, new Attribute("Conventions", "CF-1.7"));
      writer.addGroupAttribute(null, new Attribute("platform", "Made-up-1"));
      Variable time = axis(writer, "time", "seconds since 1970-01-01T00:00:00Z", "time");
      Variable lat = axis(writer, "lat", "degrees_north", "latitude");
      Variable lon = axis(writer, "lon", "degrees_east", "longitude");
      Variable light = writer.addVariable(null, "vis", DataType.FLOAT, "time lat lon");
      writer.addVariableAttribute(light, new Attribute("units", "1"));
      writer.addVariableAttribute(
          light, new Attribute("standard_name", "toa_bidirectional_reflectance"));
      writer.create();
      writer.write(time, Array.factory(new double[] {stamped.getEpochSecond()}));
      writer.write(lat, Array.factory(line(NORTH, -STEP)));
      writer.write(lon, Array.factory(line(WEST, STEP)));
      writer.write(light, Array.factory(DataType.FLOAT, new int[] {1, SIZE, SIZE}, light(scanned)));
    } catch (InvalidRangeException e) {
      throw new IllegalStateException(e);
    } finally {
      writer.close();
    }
  }

  private static float[] light(Instant time) {
    float[] values = new float[SIZE * SIZE];
    for (int i = 0; i < values.length; i++) {
      int row = i / SIZE;
      double latitude = NORTH - STEP * row;
      double longitude = WEST + STEP * (i % SIZE);
      double ground = ground(latitude, longitude);
      double reflectance = ground + (CLOUD - ground) * cloudIndex(latitude, longitude, time);
      double zenith = SolarPosition.of(time, new Location(latitude, longitude, 0)).zenithDeg();
      values[i] = (float) (reflectance * Math.max(0, Math.cos(Math.toRadians(zenith))));
    }
    return values;
  }

  private static double[] line(double first, double step) {
    double[] values = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      values[i] = first + i * step;
    }
    return values;
  }

  private static Variable axis(
      NetcdfFileWriter writer, String name, String units, String standardName) {
    Variable axis = writer.addVariable(null, name, DataType.DOUBLE, name);
    writer.addVariableAttribute(axis, new Attribute("units", units));
    writer.addVariableAttribute(axis, new Attribute("standard_name", standardName));
    return axis;
  }
}
