package org.skywatt.ingest.field;

import java.io.Serializable;

/**
 * The level of a field.
 *
 * @param type as ecCodes names it ({@code typeOfLevel}): {@code surface}, {@code
 *     heightAboveGround}, {@code isobaricInhPa} …; files of other formats are told in the same
 *     words
 * @param value in the unit of the type (m, hPa …); of a layer the first as ecCodes gives it; NaN
 *     where the type has none
 * @param second the other bound of a layer; NaN where it is not a layer
 */
public record FieldLevel(String type, double value, double second) implements Serializable {
  public static final FieldLevel SURFACE = new FieldLevel("surface", Double.NaN, Double.NaN);

  /** Height above the ground, m. */
  public static FieldLevel heightAboveGround(double metres) {
    return new FieldLevel("heightAboveGround", metres, Double.NaN);
  }

  public boolean isLayer() {
    return !Double.isNaN(second);
  }
}
