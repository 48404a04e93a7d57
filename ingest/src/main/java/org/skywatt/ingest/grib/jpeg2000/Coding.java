package org.skywatt.ingest.grib.jpeg2000;

/**
 * What the main header or a tile's says of coding; that of the one component goes before the rest.
 */
final class Coding {
  private static final int CODING_STYLE = 0xff52;
  private static final int COMPONENT_STYLE = 0xff53;
  private static final int QUANTIZATION = 0xff5c;
  private static final int COMPONENT_QUANTIZATION = 0xff5d;

  private CodingStyle style;
  private Quantization quantization;
  private boolean componentQuantization;

  Coding() {}

  /** A tile's coding, which starts as that of the main header. */
  Coding(Coding main) {
    this.style = main.style;
    this.quantization = main.quantization;
  }

  /** Takes a marker's segment; comments and lengths change nothing, others are refused. */
  void read(int marker, MarkerReader segment) {
    switch (marker) {
      case CODING_STYLE -> style = CodingStyle.read(segment);
      case COMPONENT_STYLE -> style = style().component(segment);
      case QUANTIZATION -> {
        if (!componentQuantization) {
          quantization = Quantization.read(segment);
        }
      }
      case COMPONENT_QUANTIZATION -> {
        CodingStyle.requireFirst(segment.unsigned8());
        quantization = Quantization.read(segment);
        componentQuantization = true;
      }
      case 0xff55, 0xff57, 0xff58, 0xff63, 0xff64 -> {}
      default ->
          throw new IllegalArgumentException(
              "a JPEG 2000 image with marker " + Integer.toHexString(marker) + " is not supported");
    }
  }

  CodingStyle style() {
    if (style == null) {
      throw new IllegalArgumentException("corrupt: its JPEG 2000 image says no coding style");
    }
    return style;
  }

  Quantization quantization() {
    if (quantization == null) {
      throw new IllegalArgumentException("corrupt: its JPEG 2000 image says no quantization");
    }
    return quantization;
  }
}
