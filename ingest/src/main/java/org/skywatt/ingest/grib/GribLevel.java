package org.skywatt.ingest.grib;

/**
 * The fixed surface of a field.
 *
 * @param type code of table 4.5, for example 1 ground, 100 isobaric (Pa), 103 height above ground
 *     (m); 255 missing
 * @param value in the unit of the type; NaN where the type has none
 * @param secondType the other surface of a layer; 255 if it is not a layer
 * @param secondValue in the unit of {@code secondType}; NaN where there is none
 */
public record GribLevel(int type, double value, int secondType, double secondValue) {
  public static final int GROUND = 1;
  public static final int HEIGHT_ABOVE_GROUND = 103;
  public static final int MISSING = 255;

  public static GribLevel ground() {
    return new GribLevel(GROUND, Double.NaN, MISSING, Double.NaN);
  }

  /** Height above the ground, m. */
  public static GribLevel heightAboveGround(double metres) {
    return new GribLevel(HEIGHT_ABOVE_GROUND, metres, MISSING, Double.NaN);
  }

  public boolean isLayer() {
    return secondType != MISSING;
  }
}
