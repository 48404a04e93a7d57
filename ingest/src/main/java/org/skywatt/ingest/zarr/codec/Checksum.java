package org.skywatt.ingest.zarr.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Checksums of four bytes, little-endian, before (numcodecs) or after (Zarr v3) what they are of.
 */
enum Checksum implements Codec {
  CRC32,
  ADLER32,
  CRC32C;

  private static final int LENGTH = 4;

  @Override
  public byte[] decode(byte[] stored, int most) throws IOException {
    if (stored.length < LENGTH) {
      throw new IOException("a chunk of " + stored.length + " bytes has no checksum");
    }
    boolean after = this == CRC32C;
    int from = after ? 0 : LENGTH;
    int to = stored.length - (after ? LENGTH : 0);
    java.util.zip.Checksum sum =
        switch (this) {
          case CRC32 -> new CRC32();
          case ADLER32 -> new Adler32();
          case CRC32C -> new CRC32C();
        };
    sum.update(stored, from, to - from);
    int told = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).getInt(after ? to : 0);
    if (told != (int) sum.getValue()) {
      throw new IOException("a chunk is corrupt: its checksum is another; fetch it again");
    }
    return Arrays.copyOfRange(stored, from, to);
  }
}
