package org.skywatt.ingest.grib.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;

/** A JPEG 2000 code stream: its headers, its tiles, and the image they make. */
public final class CodeStream {
  private static final int START = 0xff4f;
  private static final int SIZE = 0xff51;
  private static final int TILE_PART = 0xff90;
  private static final int DATA = 0xff93;
  private static final int END = 0xffd9;

  private final byte[] bytes;
  private final int to;
  private final MarkerReader in;
  private final Map<Integer, TileData> tiles = new TreeMap<>();
  private final Coding coding = new Coding();
  private ImageSize size;

  /** What the headers and bodies of a tile's parts say. */
  private static final class TileData {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Coding coding;

    private TileData(Coding coding) {
      this.coding = coding;
    }
  }

  private CodeStream(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.to = to;
    this.in = new MarkerReader(bytes, from, to);
  }

  /**
   * Decodes an image of one component.
   *
   * @param bytes holds the stream
   * @param from where it starts
   * @param to the byte after its last
   * @param points width × height that it must have
   * @return samples by rows, as they were before they were coded
   * @throws IllegalArgumentException if the stream is corrupt, of another size, or of a kind that
   *     is not supported
   */
  public static int[] decode(byte[] bytes, int from, int to, int points) {
    CodeStream stream = new CodeStream(bytes, from, to);
    stream.readHeader(points);
    stream.readTileParts();
    return stream.image(points);
  }

  private void readHeader(int points) {
    if (in.unsigned16() != START || in.unsigned16() != SIZE) {
      throw new IllegalArgumentException("corrupt: its data are no JPEG 2000 code stream");
    }
    size = ImageSize.read(in.segment(), points);
    for (int marker = in.unsigned16(); marker != TILE_PART; marker = in.unsigned16()) {
      coding.read(marker, in.segment());
    }
  }

  /** The first marker is read already. */
  private void readTileParts() {
    int marker = TILE_PART;
    while (marker == TILE_PART) {
      int start = in.at() - 2;
      MarkerReader part = in.segment();
      int index = part.unsigned16();
      long length = part.unsigned32();
      long end = length == 0 ? to : start + length;
      if (end > to || index >= (long) size.tilesAcross() * size.tilesDown()) {
        throw new IllegalArgumentException("corrupt: tile " + index + " of its JPEG 2000 image");
      }
      TileData tile = tiles.computeIfAbsent(index, unused -> new TileData(new Coding(coding)));
      readTileHeader(tile);
      if (end < in.at()) {
        throw new IllegalArgumentException("corrupt: tile " + index + " of its JPEG 2000 image");
      }
      tile.body.write(bytes, in.at(), (int) end - in.at());
      in.skip((int) end - in.at());
      marker = in.left() < 2 ? END : in.unsigned16();
    }
    if (marker != END) {
      throw new IllegalArgumentException(
          "corrupt: no tile where one must start in a JPEG 2000 image");
    }
  }

  private void readTileHeader(TileData tile) {
    for (int marker = in.unsigned16(); marker != DATA; marker = in.unsigned16()) {
      tile.coding.read(marker, in.segment());
    }
  }

  private int[] image(int points) {
    long expected = (long) size.tilesAcross() * size.tilesDown();
    if (tiles.size() != expected) {
      throw new IllegalArgumentException(
          "corrupt: " + tiles.size() + " of the " + expected + " tiles of a JPEG 2000 image");
    }
    int[] image = new int[points];
    for (Map.Entry<Integer, TileData> entry : tiles.entrySet()) {
      TileData data = entry.getValue();
      Tile tile =
          new Tile(
              size.tile(entry.getKey()),
              data.coding.style(),
              data.coding.quantization(),
              size.bits());
      new PacketReader(tile, data.body.toByteArray()).read();
      new TileDecoder(tile, size).decode(image);
    }
    return image;
  }
}
