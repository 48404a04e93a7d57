package org.skywatt.ingest.grib.packing;

import java.util.Arrays;

/**
 * Templates 5.41 and 5.40010: simple packing whose numbers are an image in PNG, of gray of 1 to 16
 * bits, or with the bytes of a number in red, green, blue and alpha.
 */
final class GridPng {
  private GridPng() {}

  static float[] decode(Section representation, Section data, int count) {
    Scale scale = Scale.edition2(representation);
    float[] values = new float[count];
    if (representation.unsigned8(20) == 0) {
      Arrays.fill(values, (float) scale.constant());
      return values;
    }
    PngImage image = PngImage.read(data, 6, count);
    int at = 0;
    for (int row = 0; row < image.height(); row++) {
      long bit = 8L * row * image.rowBytes();
      GridSimple.unpack(
          image.pixels(),
          bit,
          image.bitsPerPixel(),
          scale.offset(),
          scale.factor(),
          values,
          at,
          at + image.width());
      at += image.width();
    }
    return values;
  }
}
