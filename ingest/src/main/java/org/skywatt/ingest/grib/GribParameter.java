package org.skywatt.ingest.grib;

/** What a field is of: discipline (table 0.0), category (4.1) and number (4.2). */
public record GribParameter(int discipline, int category, int number) {
  /** {@code discipline.category.number}. */
  @Override
  public String toString() {
    return discipline + "." + category + "." + number;
  }
}
