package org.skywatt.ingest.grib.packing;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * An image in Portable Network Graphics (ISO/IEC 15948), not interlaced and without a palette, down
 * to its unfiltered rows. Checksums are not compared: zlib has its own.
 *
 * @param bitsPerPixel of all channels together
 * @param rowBytes bytes of a row
 * @param pixels rows one after the other
 */
record PngImage(int width, int height, int bitsPerPixel, int rowBytes, Bits pixels) {
  private static final long SIGNATURE = 0x89504e470d0a1a0aL;
  private static final int HEADER = 0x49484452;
  private static final int DATA = 0x49444154;
  private static final int END = 0x49454e44;

  /** Reads the image that starts at an octet and must have so many pixels. */
  static PngImage read(Section section, int octet, int pixels) {
    if ((section.unsigned32(octet) << 32 | section.unsigned32(octet + 4)) != SIGNATURE
        || section.unsigned32(octet + 12) != HEADER) {
      throw new IllegalArgumentException("corrupt: its data are no PNG image");
    }
    long width = section.unsigned32(octet + 16);
    long height = section.unsigned32(octet + 20);
    // Both are below 2^32, and their product is compared without overflow.
    if (width < 1
        || height < 1
        || width > pixels
        || height != pixels / width
        || width * height != pixels) {
      throw new IllegalArgumentException(
          "corrupt: a PNG image of " + width + " × " + height + " for " + pixels + " values");
    }
    if (section.unsigned8(octet + 28) != 0) {
      throw new IllegalArgumentException("an interlaced PNG image is not supported");
    }
    int bitsPerPixel = bitsPerPixel(section.unsigned8(octet + 24), section.unsigned8(octet + 25));
    long rowBytes = (width * bitsPerPixel + 7) / 8;
    if ((rowBytes + 1) * height > Integer.MAX_VALUE - 64) {
      throw new IllegalArgumentException("a PNG image of " + pixels + " values is too large");
    }
    byte[] rows = inflate(section, octet + 8, (int) ((rowBytes + 1) * height));
    byte[] unfiltered =
        PngFilter.undo(rows, (int) rowBytes, (int) height, Math.max(1, bitsPerPixel / 8));
    return new PngImage(
        (int) width, (int) height, bitsPerPixel, (int) rowBytes, Bits.of("the image", unfiltered));
  }

  /** Gray, RGB, gray with alpha, RGBA: numbers up to 32 bits, most significant channel first. */
  private static int bitsPerPixel(int depth, int color) {
    int channels =
        switch (color) {
          case 0 -> 1;
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default ->
              throw new IllegalArgumentException(
                  "a PNG image of color type " + color + " is not supported");
        };
    boolean known =
        depth == 8 || depth == 16 || (color == 0 && (depth == 1 || depth == 2 || depth == 4));
    int bits = depth * channels;
    if (!known || bits > GridSimple.WIDEST) {
      throw new IllegalArgumentException(
          "a PNG image of color type " + color + " and " + depth + " bits is not supported");
    }
    return bits;
  }

  /** Walks the chunks and inflates those of data, to just the size that the header asks for. */
  private static byte[] inflate(Section section, int firstChunk, int size) {
    byte[] rows = new byte[size];
    Inflater inflater = new Inflater();
    try {
      int at = 0;
      long octet = firstChunk;
      while (at < size) {
        if (octet + 12 > section.length() + 1L) {
          throw new IllegalArgumentException("corrupt: its PNG image ends early");
        }
        long length = section.unsigned32((int) octet);
        int type = (int) section.unsigned32((int) octet + 4);
        if (type == END || length > section.length() - octet - 11) {
          throw new IllegalArgumentException("corrupt: its PNG image ends early");
        }
        if (type == DATA) {
          inflater.setInput(section.bytes(), section.from() + (int) octet + 7, (int) length);
          int got;
          while (at < size && (got = inflater.inflate(rows, at, size - at)) > 0) {
            at += got;
          }
          if (at < size && (inflater.finished() || inflater.needsDictionary())) {
            throw new IllegalArgumentException("corrupt: its PNG image has too few rows");
          }
        }
        octet += length + 12;
      }
      return rows;
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("corrupt: its PNG image: " + e.getMessage(), e);
    } finally {
      inflater.end();
    }
  }
}
