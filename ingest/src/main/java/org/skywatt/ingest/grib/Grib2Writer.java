package org.skywatt.ingest.grib;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.ingest.field.StepType;

/**
 * Writes fields on regular lat/lon grids as GRIB edition 2: grid template 3.0, product templates
 * 4.0 and 4.8, simple packing (5.0), a bitmap where values are missing. Not safe for threads.
 *
 * <p>Packing keeps values to half a step of {@code range / (2^bits − 1)}, rounded up to a power of
 * two. Times are kept to the second, forecast times to the minute.
 */
public final class Grib2Writer {
  private static final int MISSING_CENTRE = 65535;
  private static final int TABLES_VERSION = 24;
  private static final int SOUTH_TO_NORTH = 0x40;

  private final OutputStream out;

  /** Writes to {@code out}, which the caller buffers and closes. */
  public Grib2Writer(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes one message of one field.
   *
   * @param values by the grid's index; NaN where missing
   * @param bits of a packed value, 1 to 24
   * @throws IllegalArgumentException for an ensemble member, values that do not fill the grid or
   *     are infinite, or times that the format cannot hold
   */
  public void write(GribProduct product, LatLonGrid grid, float[] values, int bits)
      throws IOException {
    if (values.length != grid.size()) {
      throw new IllegalArgumentException(
          values.length + " values do not fill a grid of " + grid.size());
    }
    if (product.member() != 0 || product.stepType() == StepType.OTHER) {
      throw new IllegalArgumentException("cannot write a product like " + product);
    }
    SimplePacking packing = SimplePacking.of(values, bits);
    boolean interval = product.stepType() != StepType.INSTANT;
    int[] lengths = {
      16, 21, 72, interval ? 58 : 34, 21, 6 + packing.bitmap().length, 5 + packing.data().length, 4
    };
    int total = 0;
    for (int length : lengths) {
      total += length;
    }
    ByteBuffer message = ByteBuffer.allocate(total);
    message.putInt(0x47524942).putShort((short) 0xffff);
    message.put((byte) product.parameter().discipline()).put((byte) 2).putLong(total);
    identification(message, product);
    grid(message, grid);
    product(message, product, interval);
    message.putInt(21).put((byte) 5).putInt(packing.count()).putShort((short) 0);
    message.putFloat(packing.reference()).putShort(signMagnitude(packing.binaryScale()));
    message.putShort((short) 0).put((byte) packing.bits()).put((byte) 0);
    message.putInt(6 + packing.bitmap().length).put((byte) 6);
    message.put((byte) (packing.bitmap().length == 0 ? 255 : 0)).put(packing.bitmap());
    message.putInt(5 + packing.data().length).put((byte) 7).put(packing.data());
    message.putInt(0x37373737);
    out.write(message.array());
  }

  private static void identification(ByteBuffer message, GribProduct product) {
    message.putInt(21).put((byte) 1).putShort((short) MISSING_CENTRE).putShort((short) 0);
    message.put((byte) TABLES_VERSION).put((byte) 0);
    message.put((byte) 1); // the reference time is the start of the forecast
    time(message, product.initTime());
    message.put((byte) product.productionStatus()).put((byte) 1); // forecast products
  }

  private static void grid(ByteBuffer message, LatLonGrid grid) {
    message.putInt(72).put((byte) 3).put((byte) 0).putInt(grid.size());
    message.put((byte) 0).put((byte) 0).putShort((short) 0);
    message.put((byte) 6); // earth: a sphere of 6,371,229 m
    for (int i = 0; i < 3; i++) {
      message.put((byte) 255).putInt(-1);
    }
    message.putInt(grid.columns()).putInt(grid.rows()).putInt(0).putInt(-1);
    message.putInt(microdegrees(grid.firstLatitude())).putInt(turn(grid.firstLongitude()));
    message.put((byte) 0x30); // both increments are given
    message.putInt(microdegrees(grid.latitude(grid.rows() - 1)));
    message.putInt(turn(grid.longitude(grid.columns() - 1)));
    message.putInt(microdegrees(grid.longitudeStep()));
    message.putInt(microdegrees(Math.abs(grid.latitudeStep())));
    message.put((byte) (grid.latitudeStep() > 0 ? SOUTH_TO_NORTH : 0)); // along rows, eastwards
  }

  private static void product(ByteBuffer message, GribProduct product, boolean interval) {
    Instant start = product.validTime().minus(product.period());
    GribParameter parameter = product.parameter();
    message.putInt(interval ? 58 : 34).put((byte) 4).putShort((short) 0);
    message.putShort((short) (interval ? 8 : 0));
    message.put((byte) parameter.category()).put((byte) parameter.number());
    message.put((byte) 2).put((byte) 255).put((byte) 255); // generating process: forecast
    message.putShort((short) 0).put((byte) 0);
    duration(message, Duration.between(product.initTime(), start));
    surface(message, product.level().type(), product.level().value());
    surface(message, product.level().secondType(), product.level().secondValue());
    if (interval) {
      time(message, product.validTime());
      message.put((byte) 1).putInt(0).put((byte) product.stepType().code()).put((byte) 2);
      duration(message, product.period());
      message.put((byte) 255).putInt(0);
    }
  }

  /** Unit (hours, or minutes where hours do not do) and count. */
  private static void duration(ByteBuffer message, Duration duration) {
    if (duration.isNegative() || duration.getSeconds() % 60 != 0 || duration.getNano() != 0) {
      throw new IllegalArgumentException(duration + " is not a number of minutes");
    }
    boolean hours = duration.getSeconds() % 3600 == 0;
    message.put((byte) (hours ? 1 : 0));
    message.putInt(Math.toIntExact(hours ? duration.toHours() : duration.toMinutes()));
  }

  private static void surface(ByteBuffer message, int type, double value) {
    message.put((byte) type);
    if (Double.isNaN(value)) {
      message.put((byte) 255).putInt(-1);
      return;
    }
    if (value < 0 || value != Math.rint(value)) {
      throw new IllegalArgumentException("level " + value + " is not a whole number");
    }
    message.put((byte) 0).putInt(Math.toIntExact((long) value));
  }

  private static void time(ByteBuffer message, Instant instant) {
    OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
    message.putShort((short) time.getYear());
    message.put((byte) time.getMonthValue()).put((byte) time.getDayOfMonth());
    message.put((byte) time.getHour()).put((byte) time.getMinute()).put((byte) time.getSecond());
  }

  /** Longitude from 0 to 360, as the format wants it. */
  private static int turn(double longitude) {
    return microdegrees(((longitude % 360) + 360) % 360);
  }

  private static int microdegrees(double degrees) {
    int magnitude = (int) Math.round(Math.abs(degrees) * 1e6);
    return degrees < 0 ? magnitude | 0x80000000 : magnitude;
  }

  private static short signMagnitude(int value) {
    return (short) (value < 0 ? -value | 0x8000 : value);
  }
}
