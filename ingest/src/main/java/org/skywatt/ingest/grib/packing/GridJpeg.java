package org.skywatt.ingest.grib.packing;

import java.util.Arrays;
import org.skywatt.ingest.grib.jpeg2000.CodeStream;

/** Templates 5.40 and 5.40000: simple packing whose numbers are an image in JPEG 2000. */
final class GridJpeg {
  private GridJpeg() {}

  static float[] decode(Section representation, Section data, int count) {
    Scale scale = Scale.edition2(representation);
    float[] values = new float[count];
    if (representation.unsigned8(20) == 0) {
      Arrays.fill(values, (float) scale.constant());
      return values;
    }
    int[] numbers = CodeStream.decode(data.bytes(), data.from() + 5, data.to(), count);
    for (int i = 0; i < count; i++) {
      values[i] = scale.value(numbers[i]);
    }
    return values;
  }
}
