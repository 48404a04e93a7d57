package org.skywatt.ingest.field;

/**
 * A GRIB parameter and whose tables it is of.
 *
 * @param edition 1 or 2
 * @param centre originating centre, common table C-11 (7 NCEP, 98 ECMWF, 78 DWD, 74 Met Office, 85
 *     Météo-France)
 * @param subcentre of the centre; 0 for none
 * @param process generating process identifier: the model, in the centre's own numbers
 * @param discipline table 0.0; −1 in edition 1
 * @param category table 4.1; in edition 1 the version of the parameter table
 * @param number table 4.2; in edition 1 the indicator of parameter
 */
public record GribCode(
    int edition, int centre, int subcentre, int process, int discipline, int category, int number)
    implements FieldCode {
  /** {@code discipline.category.number}, or {@code table.parameter} in edition 1. */
  @Override
  public String parameter() {
    String last = category + "." + number;
    return edition == 1 ? last : discipline + "." + last;
  }
}
