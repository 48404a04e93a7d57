package org.skywatt.ingest.grib.packing;

/**
 * Sections 5 to 7 of a field of edition 2: the packed data of one field (WMO Manual on Codes,
 * WMO-No. 306, volume I.2, FM 92, data representation templates 5.0 to 5.61 and 5.200, and the
 * local ones of ECMWF and NCEP).
 */
public final class Grib2Data {
  private final Section representation;
  private final Section bitmap;
  private final Section data;
  private final Rows rows;
  private final int points;
  private final int template;

  /**
   * Takes a message without decoding it.
   *
   * @param message bytes of the whole message
   * @param representationAt where section 5 starts
   * @param bitmapAt where the section 6 starts that holds this field's bitmap; negative where all
   *     points have a value
   * @param dataAt where section 7 starts
   * @param rows points of the grid by row in scan order; their number bounds the memory that
   *     decoding takes
   * @throws IllegalArgumentException if a section reaches beyond the message
   */
  public Grib2Data(byte[] message, int representationAt, int bitmapAt, int dataAt, Rows rows) {
    this.representation = Section.edition2(5, message, representationAt);
    this.bitmap = bitmapAt < 0 ? null : Section.edition2(6, message, bitmapAt);
    this.data = Section.edition2(7, message, dataAt);
    this.rows = rows;
    this.points = rows.points();
    this.template = representation.unsigned16(10);
  }

  /** The packing as ecCodes names it; "5." and the template's number where it has no name. */
  public String packing() {
    return switch (template) {
      case 0 -> "grid_simple";
      case 1 -> "grid_simple_matrix";
      case 2 -> "grid_complex";
      case 3 -> "grid_complex_spatial_differencing";
      case 4 -> "grid_ieee";
      case 40, 40000 -> "grid_jpeg";
      case 41, 40010 -> "grid_png";
      case 42 -> "grid_ccsds";
      case 50 -> "spectral_simple";
      case 51 -> "spectral_complex";
      case 53 -> "bifourier_complex";
      case 61 -> "grid_simple_log_preprocessing";
      case 200 -> "grid_run_length";
      case 50000 -> "spectral_ieee";
      case 50001 -> SecondOrder2.packing(representation);
      case 50002 -> "grid_second_order";
      default -> "5." + template;
    };
  }

  /**
   * The values of all points in scan order, NaN where missing.
   *
   * @throws IllegalArgumentException if the data are corrupt or their packing is not supported
   */
  public float[] values() {
    try {
      Bitmap present = bitmap == null ? null : Bitmap.of(bitmap, 7, points);
      int coded = representation.count(6, points, "coded values");
      int expected = present == null ? points : present.present();
      if (coded != expected) {
        throw new IllegalArgumentException(
            "corrupt: " + coded + " coded values for " + expected + " points");
      }
      float[] values = decode(coded);
      float[] all = present == null ? values : present.spread(values);
      if (template == 50002 && SecondOrder2.turnsRows(representation)) {
        rows.turnSecondRows(all);
      }
      return all;
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("corrupt: cannot unpack " + packing() + ": " + e, e);
    }
  }

  private float[] decode(int coded) {
    return switch (template) {
      case 0 ->
          GridSimple.decode(
              Bits.of(data, 6),
              coded,
              representation.unsigned8(20),
              Scale.edition2(representation));
      case 2 -> GridComplex.decode(representation, data, coded, false);
      case 3 -> GridComplex.decode(representation, data, coded, true);
      case 4 -> GridIeee.decode(representation.unsigned8(12), Bits.of(data, 6), coded);
      case 40, 40000 -> GridJpeg.decode(representation, data, coded);
      case 41, 40010 -> GridPng.decode(representation, data, coded);
      case 42 -> GridCcsds.decode(representation, data, coded);
      case 61 -> GridLogarithmic.decode(representation, data, coded);
      case 200 -> GridRunLength.decode(representation, data, coded);
      case 50001, 50002 -> SecondOrder2.decode(representation, data, coded);
      default ->
          throw new IllegalArgumentException(
              "packing "
                  + packing()
                  + " (template 5."
                  + template
                  + ") is not supported"
                  + advice());
    };
  }

  private String advice() {
    return switch (template) {
      case 50, 51, 53, 50000 -> ": its values are spectral coefficients, not points of a grid";
      case 1 -> ": it has a matrix of values at each point";
      default -> "; repack it with grib_set -r -w packingType=grid_simple";
    };
  }
}
