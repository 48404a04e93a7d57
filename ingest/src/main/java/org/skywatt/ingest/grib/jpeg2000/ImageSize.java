package org.skywatt.ingest.grib.jpeg2000;

/**
 * Image and tile size (marker SIZ): corners on the reference grid.
 *
 * @param bits of a sample
 * @param signed whether samples have a sign; others are coded less half their range
 */
record ImageSize(
    int x0,
    int y0,
    int x1,
    int y1,
    int tileX0,
    int tileY0,
    int tileWidth,
    int tileHeight,
    int bits,
    boolean signed) {

  static ImageSize read(MarkerReader in, int points) {
    in.unsigned16();
    int x1 = in.size();
    int y1 = in.size();
    int x0 = in.size();
    int y0 = in.size();
    int tileWidth = in.size();
    int tileHeight = in.size();
    int tileX0 = in.size();
    int tileY0 = in.size();
    int components = in.unsigned16();
    int depth = in.unsigned8();
    int stepX = in.unsigned8();
    int stepY = in.unsigned8();
    if (components != 1 || stepX != 1 || stepY != 1) {
      throw new IllegalArgumentException(
          "a JPEG 2000 image of " + components + " components is not supported");
    }
    ImageSize size =
        new ImageSize(
            x0, y0, x1, y1, tileX0, tileY0, tileWidth, tileHeight, (depth & 0x7f) + 1, depth > 127);
    size.check(points);
    return size;
  }

  private void check(int points) {
    long width = (long) x1 - x0;
    long height = (long) y1 - y0;
    if (width < 1 || height < 1 || width > points || height > points || width * height != points) {
      throw new IllegalArgumentException(
          "corrupt: a JPEG 2000 image of " + width + " × " + height + " for " + points + " values");
    }
    if (tileX0 > x0
        || tileY0 > y0
        || (long) tileX0 + tileWidth <= x0
        || (long) tileY0 + tileHeight <= y0
        || bits > 31) {
      throw new IllegalArgumentException("corrupt: tiles of its JPEG 2000 image");
    }
  }

  int width() {
    return x1 - x0;
  }

  int tilesAcross() {
    return Math.toIntExact(((long) x1 - tileX0 + tileWidth - 1) / tileWidth);
  }

  int tilesDown() {
    return Math.toIntExact(((long) y1 - tileY0 + tileHeight - 1) / tileHeight);
  }

  /** The part of the image that a tile covers. */
  Area tile(int index) {
    long left = tileX0 + (long) (index % tilesAcross()) * tileWidth;
    long top = tileY0 + (long) (index / tilesAcross()) * tileHeight;
    return new Area(
        (int) Math.max(left, x0),
        (int) Math.max(top, y0),
        (int) Math.min(left + tileWidth, x1),
        (int) Math.min(top + tileHeight, y1));
  }
}
