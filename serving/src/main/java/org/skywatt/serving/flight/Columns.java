package org.skywatt.serving.flight;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeStampSecTZVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/** Columns of text, times in UTC and numbers; a missing number is null. */
final class Columns {
  private Columns() {}

  static Field text(String name) {
    return field(name, new ArrowType.Utf8());
  }

  static Field time(String name) {
    return field(name, new ArrowType.Timestamp(TimeUnit.SECOND, "UTC"));
  }

  static Field number(String name) {
    return field(name, new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE));
  }

  private static Field field(String name, ArrowType type) {
    return new Field(name, FieldType.nullable(type), null);
  }

  static void set(FieldVector column, int row, String value) {
    ((VarCharVector) column).setSafe(row, value.getBytes(UTF_8));
  }

  static void set(FieldVector column, int row, long epochSecond) {
    ((TimeStampSecTZVector) column).setSafe(row, epochSecond);
  }

  static void set(FieldVector column, int row, double value) {
    if (!Double.isNaN(value)) {
      ((Float8Vector) column).setSafe(row, value);
    }
  }
}
