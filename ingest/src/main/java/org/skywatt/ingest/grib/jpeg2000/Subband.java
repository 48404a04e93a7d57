package org.skywatt.ingest.grib.jpeg2000;

/**
 * A subband of a tile.
 *
 * @param orientation 0 LL, 1 HL (horizontally high), 2 LH, 3 HH
 * @param area on its own grid
 * @param planes bit planes of its numbers
 * @param step of its numbers, for the irreversible wavelet
 * @param left column of the tile's coefficients where it starts
 * @param top row where it starts
 */
record Subband(int orientation, Area area, int planes, double step, int left, int top) {}
