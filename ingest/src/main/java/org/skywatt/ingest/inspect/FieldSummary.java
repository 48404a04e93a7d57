package org.skywatt.ingest.inspect;

import java.time.Duration;
import java.time.Instant;

/**
 * One field of a file, named as in {@code skywatt inspect --json}; what a format or field has not
 * is null.
 *
 * @param index from 0
 * @param parameter GRIB2 discipline.category.number, else the variable's name
 * @param level in the unit that goes with {@code levelType}
 * @param stepType as ecCodes names it
 * @param period over which the value was gathered
 * @param gridType as ecCodes names it for GRIB
 * @param packing as ecCodes names it for GRIB
 * @param count of all values
 * @param min of the values that are not missing, in the file's unit, as are max and mean
 * @param error why the field is refused; then all but the index is null
 */
public record FieldSummary(
    int index,
    String parameter,
    String name,
    String units,
    String levelType,
    Double level,
    Instant initTime,
    Instant validTime,
    String stepType,
    Duration period,
    String gridType,
    String packing,
    Integer nx,
    Integer ny,
    Long count,
    Long missing,
    Double min,
    Double max,
    Double mean,
    String error) {
  /** A field that cannot be read. */
  static FieldSummary refused(int index, String error) {
    return new FieldSummary(
        index, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null, null, error);
  }

  public boolean isRefused() {
    return error != null;
  }
}
