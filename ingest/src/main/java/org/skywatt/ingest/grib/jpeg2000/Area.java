package org.skywatt.ingest.grib.jpeg2000;

/** A rectangle of whole points; the right and lower edges are outside. */
record Area(int x0, int y0, int x1, int y1) {
  int width() {
    return Math.max(0, x1 - x0);
  }

  int height() {
    return Math.max(0, y1 - y0);
  }

  boolean isEmpty() {
    return x1 <= x0 || y1 <= y0;
  }

  /** Where every second point of every second row is kept, so many times over, after an offset. */
  Area reduced(int levels, int offsetX, int offsetY) {
    long shiftX = levels == 0 ? 0 : (long) offsetX << (levels - 1);
    long shiftY = levels == 0 ? 0 : (long) offsetY << (levels - 1);
    return new Area(
        ceil(x0 - shiftX, levels),
        ceil(y0 - shiftY, levels),
        ceil(x1 - shiftX, levels),
        ceil(y1 - shiftY, levels));
  }

  Area intersect(Area other) {
    return new Area(
        Math.max(x0, other.x0),
        Math.max(y0, other.y0),
        Math.min(x1, other.x1),
        Math.min(y1, other.y1));
  }

  /** ⌈value / 2^shift⌉. */
  static int ceil(long value, int shift) {
    return (int) -(-value >> shift);
  }
}
