package org.skywatt.ingest.grib.jpeg2000;

/** From the code-blocks of a tile to samples in the image. */
final class TileDecoder {
  private final Tile tile;
  private final ImageSize size;

  TileDecoder(Tile tile, ImageSize size) {
    this.tile = tile;
    this.size = size;
  }

  void decode(int[] image) {
    Area area = tile.area;
    int width = area.width();
    int[] samples = new int[width * area.height()];
    BlockDecoder blocks = new BlockDecoder(tile.style);
    for (var precincts : tile.resolutions) {
      for (Precinct precinct : precincts) {
        for (Precinct.Band band : precinct.bands) {
          for (CodeBlock block : band.blocks()) {
            if (block.included) {
              blocks.decode(block, band.subband(), samples, width);
              dequantize(block, band.subband(), samples, width);
            }
          }
        }
      }
    }
    new InverseWavelet(tile).undo(samples);
    long least = size.signed() ? -(1L << (size.bits() - 1)) : 0;
    long largest = least + (1L << size.bits()) - 1;
    long middle = size.signed() ? 0 : 1L << (size.bits() - 1);
    for (int y = 0; y < area.height(); y++) {
      int to = (area.y0() + y - size.y0()) * size.width() + area.x0() - size.x0();
      for (int x = 0; x < width; x++) {
        int word = samples[y * width + x];
        long sample =
            tile.style.reversible() ? word : Math.round((double) Float.intBitsToFloat(word));
        image[to + x] = (int) Math.max(least, Math.min(largest, sample + middle));
      }
    }
  }

  /** Takes the half bit away: whole numbers lose it, real ones are multiplied by the step. */
  private void dequantize(CodeBlock block, Subband subband, int[] samples, int width) {
    int from =
        (subband.top() + block.area.y0() - subband.area().y0()) * width
            + subband.left()
            + block.area.x0()
            - subband.area().x0();
    float step = (float) (subband.step() / 2);
    for (int y = 0; y < block.area.height(); y++) {
      for (int i = from + y * width; i < from + y * width + block.area.width(); i++) {
        samples[i] =
            tile.style.reversible() ? samples[i] / 2 : Float.floatToRawIntBits(samples[i] * step);
      }
    }
  }
}
