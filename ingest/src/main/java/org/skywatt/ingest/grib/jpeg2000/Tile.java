package org.skywatt.ingest.grib.jpeg2000;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A tile cut into resolutions, subbands, precincts and code-blocks (T.800, annex B). */
final class Tile {
  private static final int FEW = 1000;

  final Area area;
  final CodingStyle style;
  final List<List<Precinct>> resolutions = new ArrayList<>();
  private int blocksLeft;

  Tile(Area area, CodingStyle style, Quantization quantization, int bits) {
    this.area = area;
    this.style = style;
    // Blocks are 4 × 4 or more but where edges cut them: more than this is an attack on memory.
    this.blocksLeft = FEW + area.width() * area.height() / 4;
    for (int resolution = 0; resolution <= style.levels(); resolution++) {
      resolutions.add(precincts(resolution, subbands(resolution, quantization, bits)));
    }
  }

  /** The area of a resolution on its own grid. */
  Area resolution(int resolution) {
    return area.reduced(style.levels() - resolution, 0, 0);
  }

  /** Precincts in the order of their packets, for progressions that go by place. */
  List<Precinct> byPlace() {
    List<Precinct> all = new ArrayList<>();
    resolutions.forEach(all::addAll);
    all.sort(
        Comparator.<Precinct>comparingLong(precinct -> precinct.y)
            .thenComparingLong(precinct -> precinct.x)
            .thenComparingInt(precinct -> precinct.resolution));
    return all;
  }

  private List<Subband> subbands(int resolution, Quantization quantization, int bits) {
    List<Subband> subbands = new ArrayList<>();
    int level = style.levels() - Math.max(0, resolution - 1);
    int left = resolution == 0 ? 0 : resolution(resolution - 1).width();
    int top = resolution == 0 ? 0 : resolution(resolution - 1).height();
    for (int orientation = resolution == 0 ? 0 : 1;
        orientation <= (resolution == 0 ? 0 : 3);
        orientation++) {
      int index = resolution == 0 ? 0 : 3 * (resolution - 1) + orientation;
      int right = orientation & 1;
      int below = orientation >> 1;
      int planes = quantization.planes(index, resolution);
      if (planes > 30) {
        throw new IllegalArgumentException(
            "corrupt: " + planes + " bit planes in a JPEG 2000 image");
      }
      double step =
          style.reversible() ? 1 : quantization.step(index, resolution, bits + right + below);
      subbands.add(
          new Subband(
              orientation,
              area.reduced(level, right, below),
              planes,
              step,
              right * left,
              below * top));
    }
    return subbands;
  }

  private List<Precinct> precincts(int resolution, List<Subband> subbands) {
    List<Precinct> precincts = new ArrayList<>();
    Area whole = resolution(resolution);
    if (whole.isEmpty()) {
      return precincts;
    }
    int widthBits = style.precincts()[resolution] & 15;
    int heightBits = style.precincts()[resolution] >> 4;
    int scale = style.levels() - resolution;
    // A precinct of a resolution is half as large on the grids of its subbands.
    int half = resolution == 0 ? 0 : 1;
    int blockWidth = Math.min(style.blockWidth(), widthBits - half);
    int blockHeight = Math.min(style.blockHeight(), heightBits - half);
    for (int row = whole.y0() >> heightBits; row < Area.ceil(whole.y1(), heightBits); row++) {
      for (int column = whole.x0() >> widthBits;
          column < Area.ceil(whole.x1(), widthBits);
          column++) {
        long x = Math.max(area.x0(), (long) column << (widthBits + scale));
        long y = Math.max(area.y0(), (long) row << (heightBits + scale));
        Precinct precinct = new Precinct(resolution, x, y);
        for (Subband subband : subbands) {
          Area cell = cell(row, column, widthBits - half, heightBits - half);
          blocksLeft -=
              precinct.add(
                  subband, cell.intersect(subband.area()), blockWidth, blockHeight, blocksLeft);
        }
        precincts.add(precinct);
        if (--blocksLeft < 0) {
          throw new IllegalArgumentException("corrupt: too many precincts in a JPEG 2000 image");
        }
      }
    }
    return precincts;
  }

  private static Area cell(int row, int column, int widthBits, int heightBits) {
    return new Area(
        clamped((long) column << widthBits),
        clamped((long) row << heightBits),
        clamped((long) (column + 1) << widthBits),
        clamped((long) (row + 1) << heightBits));
  }

  private static int clamped(long value) {
    return (int) Math.min(value, Integer.MAX_VALUE);
  }
}
