package org.skywatt.ingest.grib.packing;

import java.util.Arrays;

/**
 * Sections 3 and 4 of a message of edition 1: its bitmap and packed data (WMO Manual on Codes,
 * WMO-No. 306, volume I.2, FM 92 edition 1, code table 11).
 */
public final class Grib1Data {
  private static final int SPECTRAL = 0x80;
  private static final int SECOND_ORDER = 0x40;
  private static final int INTEGER = 0x20;
  private static final int MORE_FLAGS = 0x10;

  /** Binary scale that ECMWF writes for a field that is missing as a whole. */
  private static final int ALL_MISSING = 0xffff;

  private final Section bitmap;
  private final Section data;
  private final int decimalScale;
  private final Rows rows;
  private final int flags;

  /**
   * Takes a message without decoding it.
   *
   * @param message bytes of the whole message
   * @param bitmapAt where section 3 starts; negative where all points have a value
   * @param dataAt where section 4 starts
   * @param dataLength bytes of section 4; its own three octets cannot say so above 8 MB
   * @param decimalScale of section 1, octets 27 and 28
   * @param rows points of the grid by row in scan order; their number bounds the memory that
   *     decoding takes
   * @throws IllegalArgumentException if a section reaches beyond the message
   */
  public Grib1Data(
      byte[] message, int bitmapAt, int dataAt, int dataLength, int decimalScale, Rows rows) {
    this.bitmap = bitmapAt < 0 ? null : bitmapSection(message, bitmapAt);
    this.data = Section.edition1(4, message, dataAt, dataLength);
    this.decimalScale = decimalScale;
    this.rows = rows;
    this.flags = data.unsigned8(4) & 0xf0;
  }

  /** The packing as ecCodes names it. */
  public String packing() {
    if ((flags & SPECTRAL) != 0) {
      return (flags & SECOND_ORDER) != 0 ? "spectral_complex" : "spectral_simple";
    }
    if ((flags & SECOND_ORDER) != 0) {
      return new SecondOrder1(data).packing();
    }
    if ((flags & MORE_FLAGS) == 0) {
      return "grid_simple";
    }
    return (flags & INTEGER) != 0 ? "grid_ieee" : "grid_simple_matrix";
  }

  /**
   * The values of all points in scan order, NaN where missing.
   *
   * @throws IllegalArgumentException if the data are corrupt or their packing is not supported
   */
  public float[] values() {
    int points = rows.points();
    try {
      Bitmap present = bitmap == null ? null : Bitmap.of(bitmap, 7, points);
      if (data.unsigned16(5) == ALL_MISSING) {
        float[] missing = new float[points];
        Arrays.fill(missing, Float.NaN);
        return missing;
      }
      float[] values = decode(present, present == null ? points : present.present());
      float[] all = present == null ? values : present.spread(values);
      if ((flags & SECOND_ORDER) != 0 && new SecondOrder1(data).turnsRows()) {
        rows.turnSecondRows(all);
      }
      return all;
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("corrupt: cannot unpack " + packing() + ": " + e, e);
    }
  }

  private float[] decode(Bitmap present, int count) {
    return switch (packing()) {
      case "grid_simple" ->
          GridSimple.decode(Bits.of(data, 12), count, data.unsigned8(11), scale());
      case "grid_ieee" -> GridIeee.decode(data.unsigned8(12), Bits.of(data, 13), count);
      case "grid_simple_matrix" ->
          throw new IllegalArgumentException(
              "packing grid_simple_matrix is not supported: it has a matrix of values at each"
                  + " point");
      case "spectral_simple", "spectral_complex" ->
          throw new IllegalArgumentException(
              "packing "
                  + packing()
                  + " is not supported: its values are spectral coefficients, not points of a"
                  + " grid");
      default ->
          new SecondOrder1(data)
              .decode(count, present == null ? rows.lengths() : rows.present(present), scale());
    };
  }

  private Scale scale() {
    return Scale.of(data.ibm32(7), data.signed16(5), decimalScale);
  }

  private static Section bitmapSection(byte[] message, int at) {
    Section rest = Section.edition1(3, message, at, message.length - at);
    int length = rest.unsigned8(1) << 16 | rest.unsigned16(2);
    Section bitmap = Section.edition1(3, message, at, length);
    int predefined = bitmap.unsigned16(5);
    if (predefined != 0) {
      throw new IllegalArgumentException("predefined bitmap " + predefined + " is not supported");
    }
    return bitmap;
  }
}
