package org.skywatt.ingest.grib.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/** What one packet of each layer is about: code-blocks of a resolution's subbands in one place. */
final class Precinct {
  final int resolution;
  final long x;
  final long y;
  final List<Band> bands = new ArrayList<>();

  /**
   * The code-blocks of one subband.
   *
   * @param across number of them in a row
   */
  record Band(
      Subband subband, int across, CodeBlock[] blocks, TagTree inclusion, TagTree zeroPlanes) {}

  /** A precinct at a place of the reference grid. */
  Precinct(int resolution, long x, long y) {
    this.resolution = resolution;
    this.x = x;
    this.y = y;
  }

  /** Adds the code-blocks of a subband that lie in an area of it; returns their number. */
  int add(Subband subband, Area area, int widthBits, int heightBits, int most) {
    if (area.isEmpty()) {
      return 0;
    }
    int firstX = area.x0() >> widthBits;
    int firstY = area.y0() >> heightBits;
    int across = Area.ceil(area.x1(), widthBits) - firstX;
    int down = Area.ceil(area.y1(), heightBits) - firstY;
    if ((long) across * down > most) {
      throw new IllegalArgumentException("corrupt: too many code-blocks in its JPEG 2000 image");
    }
    CodeBlock[] blocks = new CodeBlock[across * down];
    for (int i = 0; i < blocks.length; i++) {
      int left = (firstX + i % across) << widthBits;
      int top = (firstY + i / across) << heightBits;
      Area block = new Area(left, top, left + (1 << widthBits), top + (1 << heightBits));
      blocks[i] = new CodeBlock(block.intersect(area));
    }
    bands.add(
        new Band(subband, across, blocks, new TagTree(across, down), new TagTree(across, down)));
    return blocks.length;
  }
}
