package org.skywatt.ingest.zarr.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/** LZ4 blocks; numcodecs writes the length of the content before one. */
final class Lz4 implements Codec {
  /** The one in plain Java: the others trust their input more. */
  private static final LZ4SafeDecompressor DECOMPRESSOR =
      LZ4Factory.safeInstance().safeDecompressor();

  @Override
  public byte[] decode(byte[] stored, int most) throws IOException {
    if (stored.length < 4) {
      throw new IOException("an LZ4 chunk of " + stored.length + " bytes is truncated");
    }
    int length = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
    if (length < 0 || length > most) {
      throw new IOException("an LZ4 chunk says it has " + length + " bytes, not " + most);
    }
    byte[] decoded = new byte[length];
    block(stored, 4, stored.length - 4, decoded, 0, length);
    return decoded;
  }

  /** Decodes a block that fills a part of the output exactly. */
  static void block(byte[] in, int from, int length, byte[] out, int to, int size)
      throws IOException {
    int decoded;
    try {
      decoded = DECOMPRESSOR.decompress(in, from, length, out, to, size);
    } catch (LZ4Exception | IndexOutOfBoundsException e) {
      throw new IOException("corrupt LZ4 block", e);
    }
    if (decoded != size) {
      throw new IOException("an LZ4 block gives " + decoded + " bytes, not " + size);
    }
  }
}
