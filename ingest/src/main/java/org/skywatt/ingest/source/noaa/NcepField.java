package org.skywatt.ingest.source.noaa;

/**
 * A field as an index line names it.
 *
 * @param name NCEP's abbreviation
 * @param level as wgrib2 writes it
 * @param averaged whether the average over a period is wanted, or the instant
 * @param parameter {@code discipline.category.number}
 */
record NcepField(String name, String level, boolean averaged, String parameter) {
  static NcepField instant(String name, String level, String parameter) {
    return new NcepField(name, level, false, parameter);
  }

  static NcepField average(String name, String level, String parameter) {
    return new NcepField(name, level, true, parameter);
  }
}
