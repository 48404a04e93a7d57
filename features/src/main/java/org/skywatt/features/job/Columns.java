package org.skywatt.features.job;

import java.time.OffsetDateTime;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Row;
import scala.collection.Seq;

/**
 * The columns of a row by name, whoever read it. Times come as instants, arrays as lists; null
 * where missing.
 */
@FunctionalInterface
public interface Columns {
  Object get(String column);

  /** A row that Spark read. */
  static Columns of(Row row) {
    return column -> {
      int field = row.fieldIndex(column);
      Object value = row.get(field);
      return value instanceof Seq<?> ? row.getList(field) : value;
    };
  }

  /** A row that Iceberg read in this process. */
  static Columns of(Record row) {
    return column ->
        row.getField(column) instanceof OffsetDateTime time
            ? time.toInstant()
            : row.getField(column);
  }
}
