package org.skywatt.ingest.grib.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/** Reads the packets of a tile in their order and hands coded bytes to code-blocks (T.800, B.9). */
final class PacketReader {
  private final Tile tile;
  private final CodingStyle style;
  private final byte[] bytes;
  private int at;

  private record Piece(CodeBlock block, int segment, int length) {}

  PacketReader(Tile tile, byte[] bytes) {
    this.tile = tile;
    this.style = tile.style;
    this.bytes = bytes;
  }

  /** Reads all packets of all layers. */
  void read() {
    switch (style.progression()) {
      case 0 -> {
        for (int layer = 0; layer < style.layers(); layer++) {
          for (List<Precinct> precincts : tile.resolutions) {
            readAll(precincts, layer);
          }
        }
      }
      case 1 -> {
        for (List<Precinct> precincts : tile.resolutions) {
          for (int layer = 0; layer < style.layers() && !precincts.isEmpty(); layer++) {
            readAll(precincts, layer);
          }
        }
      }
      case 2 -> tile.resolutions.forEach(this::readLayers);
      default -> readLayers(tile.byPlace());
    }
  }

  private void readAll(List<Precinct> precincts, int layer) {
    for (Precinct precinct : precincts) {
      readPacket(precinct, layer);
    }
  }

  private void readLayers(List<Precinct> precincts) {
    for (Precinct precinct : precincts) {
      for (int layer = 0; layer < style.layers(); layer++) {
        readPacket(precinct, layer);
      }
    }
  }

  private void readPacket(Precinct precinct, int layer) {
    if (style.startMarkers() && startsWith(0xff91)) {
      at += 6;
    }
    List<Piece> pieces = new ArrayList<>();
    PacketBits bits = new PacketBits(bytes, at);
    if (bits.next() == 1) {
      for (Precinct.Band band : precinct.bands) {
        for (int i = 0; i < band.blocks().length; i++) {
          readBlock(bits, band, i, layer, pieces);
        }
      }
    }
    at = bits.end();
    if (style.endMarkers() && startsWith(0xff92)) {
      at += 2;
    }
    for (Piece piece : pieces) {
      if (piece.length > bytes.length - at) {
        throw new IllegalArgumentException("corrupt: its JPEG 2000 image ends early");
      }
      piece.block.append(piece.segment, bytes, at, piece.length);
      at += piece.length;
    }
  }

  private void readBlock(
      PacketBits bits, Precinct.Band band, int index, int layer, List<Piece> pieces) {
    CodeBlock block = band.blocks()[index];
    int x = index % band.across();
    int y = index / band.across();
    if (block.included) {
      if (bits.next() == 0) {
        return;
      }
    } else {
      if (!band.inclusion().isBelow(bits, x, y, layer + 1)) {
        return;
      }
      int planes = band.subband().planes();
      while (!band.zeroPlanes().isBelow(bits, x, y, block.zeroPlanes + 1)) {
        if (++block.zeroPlanes > planes) {
          throw new IllegalArgumentException("corrupt: bit planes of its JPEG 2000 image");
        }
      }
      block.included = true;
    }
    int passes = passes(bits);
    while (bits.next() == 1) {
      block.lengthBits++;
    }
    while (passes > 0) {
      int count = Math.min(passes, block.room(style));
      int lengthBits = block.lengthBits + 31 - Integer.numberOfLeadingZeros(count);
      if (lengthBits > 31) {
        throw new IllegalArgumentException("corrupt: lengths in its JPEG 2000 image");
      }
      block.add(count);
      pieces.add(new Piece(block, block.segments - 1, bits.next(lengthBits)));
      passes -= count;
    }
  }

  /** Number of coding passes (T.800, table B.4). */
  private static int passes(PacketBits bits) {
    if (bits.next() == 0) {
      return 1;
    }
    if (bits.next() == 0) {
      return 2;
    }
    int more = bits.next(2);
    if (more < 3) {
      return 3 + more;
    }
    more = bits.next(5);
    return more < 31 ? 6 + more : 37 + bits.next(7);
  }

  private boolean startsWith(int marker) {
    return at + 1 < bytes.length
        && (bytes[at] & 0xff) == marker >> 8
        && (bytes[at + 1] & 0xff) == (marker & 0xff);
  }
}
