package org.skywatt.ingest.grib;

import org.skywatt.core.grid.LatLonGrid;

/**
 * One decoded field.
 *
 * @param message index of its message in the file, from 0
 * @param field index of the field in the file, from 0: a message may hold several
 * @param packing how it was packed, as ecCodes names it ({@code packingType})
 * @param values by {@code row * nx + column} from the north-west, in the file's unit; NaN where
 *     missing
 */
public record GribField(
    int message, int field, GribProduct product, LatLonGrid grid, String packing, float[] values) {
  /** Where it is, for messages to people. */
  public String where() {
    return "message " + message + ", field " + field + " (" + product.parameter() + ")";
  }
}
