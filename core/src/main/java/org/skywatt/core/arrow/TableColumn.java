package org.skywatt.core.arrow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.skywatt.core.table.Column;

/**
 * A column of a table as Arrow holds it.
 *
 * @param kind of its values, or of the elements of its arrays
 */
record TableColumn(String name, Kind kind, boolean isArray) {
  /** Types of values, named as SQL names them. */
  private enum Kind {
    STRING(new ArrowType.Utf8()),
    TIMESTAMP(new ArrowType.Timestamp(TimeUnit.MICROSECOND, "UTC")),
    DOUBLE(new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE)),
    FLOAT(new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE)),
    INT(new ArrowType.Int(32, true)),
    BIGINT(new ArrowType.Int(64, true)),
    BOOLEAN(new ArrowType.Bool());

    private final ArrowType arrow;

    Kind(ArrowType arrow) {
      this.arrow = arrow;
    }
  }

  private static final String ARRAY = "ARRAY<";

  static TableColumn of(Column column) {
    String type = column.sqlType().toUpperCase(Locale.ROOT);
    boolean isArray = type.startsWith(ARRAY);
    try {
      Kind kind = Kind.valueOf(isArray ? type.substring(ARRAY.length(), type.length() - 1) : type);
      if (!isArray || kind == Kind.FLOAT || kind == Kind.DOUBLE) {
        return new TableColumn(column.name(), kind, isArray);
      }
    } catch (IllegalArgumentException e) {
      throw unknown(column, e);
    }
    throw unknown(column, null);
  }

  private static IllegalArgumentException unknown(Column column, Exception cause) {
    return new IllegalArgumentException(
        "column " + column.name() + " has type " + column.sqlType() + ", which is not exported",
        cause);
  }

  Field field() {
    FieldType value = FieldType.nullable(kind.arrow);
    return isArray
        ? new Field(
            name,
            FieldType.nullable(new ArrowType.List()),
            List.of(new Field(ListVector.DATA_VECTOR_NAME, value, null)))
        : new Field(name, value, null);
  }

  /** Sets a value that is not null. */
  void set(FieldVector vector, int row, Object value) {
    try {
      if (isArray) {
        setAll((ListVector) vector, row, (List<?>) value);
      } else {
        setOne(vector, row, value);
      }
    } catch (ClassCastException e) {
      throw new IllegalArgumentException(
          "column " + name + " holds " + kind + ", not " + value.getClass().getSimpleName(), e);
    }
  }

  private void setAll(ListVector vector, int row, List<?> values) {
    int start = vector.startNewValue(row);
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) != null) {
        setOne(vector.getDataVector(), start + i, values.get(i));
      }
    }
    vector.endValue(row, values.size());
  }

  private void setOne(FieldVector vector, int row, Object value) {
    switch (kind) {
      case STRING -> ((VarCharVector) vector).setSafe(row, ((String) value).getBytes(UTF_8));
      case TIMESTAMP ->
          ((TimeStampMicroTZVector) vector)
              .setSafe(row, ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
      case DOUBLE -> ((Float8Vector) vector).setSafe(row, ((Number) value).doubleValue());
      case FLOAT -> ((Float4Vector) vector).setSafe(row, ((Number) value).floatValue());
      case INT -> ((IntVector) vector).setSafe(row, ((Number) value).intValue());
      case BIGINT -> ((BigIntVector) vector).setSafe(row, ((Number) value).longValue());
      case BOOLEAN -> ((BitVector) vector).setSafe(row, (Boolean) value ? 1 : 0);
    }
  }
}
