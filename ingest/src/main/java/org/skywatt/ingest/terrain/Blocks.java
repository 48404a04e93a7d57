package org.skywatt.ingest.terrain;

/** A raster cut into squares of points, by rows of squares; those at its end may be smaller. */
record Blocks(int columns, int rows) {
  static final int SIDE = 32;

  Blocks(ElevationModel model) {
    this(model.lattice().columns(), model.lattice().rows());
  }

  private int across() {
    return (columns + SIDE - 1) / SIDE;
  }

  int count() {
    return across() * ((rows + SIDE - 1) / SIDE);
  }

  /** The block of a point. */
  int of(int column, int row) {
    return row / SIDE * across() + column / SIDE;
  }

  int firstColumn(int block) {
    return block % across() * SIDE;
  }

  int lastColumn(int block) {
    return Math.min(firstColumn(block) + SIDE, columns) - 1;
  }

  int firstRow(int block) {
    return block / across() * SIDE;
  }

  int lastRow(int block) {
    return Math.min(firstRow(block) + SIDE, rows) - 1;
  }
}
