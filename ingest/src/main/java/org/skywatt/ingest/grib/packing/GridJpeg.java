package org.skywatt.ingest.grib.packing;

import java.io.IOException;
import java.util.Arrays;
import ucar.nc2.grib.grib2.Grib2JpegDecoder;

/** Templates 5.40 and 5.40000: simple packing whose numbers are an image in JPEG 2000. */
final class GridJpeg {
  private GridJpeg() {}

  static float[] decode(Section representation, Section data, int count) {
    Scale scale = Scale.edition2(representation);
    int width = representation.unsigned8(20);
    float[] values = new float[count];
    if (width == 0) {
      Arrays.fill(values, (float) scale.constant());
      return values;
    }
    int[] numbers;
    try {
      Grib2JpegDecoder decoder = new Grib2JpegDecoder(width, false);
      decoder.decode(Arrays.copyOfRange(data.bytes(), data.from() + 5, data.to()));
      numbers = decoder.getGdata();
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("corrupt: its JPEG 2000 image: " + e, e);
    }
    if (numbers == null || numbers.length != count) {
      throw new IllegalArgumentException("corrupt: its JPEG 2000 image is not of the grid's size");
    }
    for (int i = 0; i < count; i++) {
      values[i] = scale.value(numbers[i]);
    }
    return values;
  }
}
