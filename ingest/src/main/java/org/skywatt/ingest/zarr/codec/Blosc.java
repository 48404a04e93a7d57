package org.skywatt.ingest.zarr.codec;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Blosc 1 containers (c-blosc, {@code README_CHUNK_FORMAT.rst}): blocks, each of one stream or of
 * one a byte of the element, compressed by BloscLZ, LZ4, zlib or Zstandard, with bytes or bits
 * shuffled. Snappy is refused: c-blosc has dropped it.
 */
final class Blosc implements Codec {
  private static final int HEADER = 16;
  private static final int SHUFFLED_BYTES = 0x1;
  private static final int STORED = 0x2;
  private static final int SHUFFLED_BITS = 0x4;
  private static final int NOT_SPLIT = 0x10;
  private static final int MOST_SPLITS = 16;
  private static final int LEAST_OF_SPLIT = 128;

  @Override
  public byte[] decode(byte[] stored, int most) throws IOException {
    if (stored.length < HEADER) {
      throw new IOException("a Blosc chunk of " + stored.length + " bytes is truncated");
    }
    ByteBuffer in = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
    int flags = stored[2] & 0xff;
    int typeSize = Math.max(1, stored[3] & 0xff);
    int size = in.getInt(4);
    int blockSize = in.getInt(8);
    int packed = in.getInt(12);
    if (size < 0 || size > most || packed > stored.length || packed < HEADER) {
      throw new IOException(
          "a Blosc chunk says " + packed + " of " + stored.length + " bytes give " + size);
    }
    byte[] out = new byte[size];
    if (size == 0) {
      return out;
    }
    if ((flags & STORED) != 0) {
      if (packed != size + HEADER) {
        throw new IOException("a stored Blosc chunk of " + packed + " bytes gives " + size);
      }
      System.arraycopy(stored, HEADER, out, 0, size);
      return out;
    }
    if (blockSize <= 0 || blockSize > size) {
      throw new IOException("a Blosc chunk of " + size + " bytes has blocks of " + blockSize);
    }
    int blocks = (size - 1) / blockSize + 1;
    if (HEADER + 4L * blocks > packed) {
      throw new IOException("a Blosc chunk of " + packed + " bytes has " + blocks + " blocks");
    }
    byte[] scratch = new byte[blockSize];
    for (int block = 0; block < blocks; block++) {
      int start = block * blockSize;
      int length = Math.min(blockSize, size - start);
      boolean split =
          (flags & NOT_SPLIT) == 0
              && typeSize <= MOST_SPLITS
              && blockSize / typeSize >= LEAST_OF_SPLIT
              && length == blockSize;
      int at = in.getInt(HEADER + 4 * block);
      boolean shuffled = typeSize > 1 && (flags & SHUFFLED_BYTES) != 0;
      boolean bits = (flags & SHUFFLED_BITS) != 0;
      if (!shuffled && !bits) {
        streams(stored, packed, at, flags >> 5, split ? typeSize : 1, out, start, length);
        continue;
      }
      streams(stored, packed, at, flags >> 5, split ? typeSize : 1, scratch, 0, length);
      if (shuffled) {
        Shuffle.unshuffleBytes(scratch, 0, out, start, length, typeSize);
      } else {
        Shuffle.unshuffleBits(scratch, 0, out, start, length, typeSize);
      }
    }
    return out;
  }

  /** Decodes the streams of a block, each with its length before it. */
  private static void streams(
      byte[] stored, int end, int from, int format, int count, byte[] out, int start, int length)
      throws IOException {
    ByteBuffer in = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
    int at = from;
    int size = length / count;
    for (int i = 0; i < count; i++) {
      if (at < HEADER || at > end - 4) {
        throw new IOException("a block of a Blosc chunk lies outside it");
      }
      int packed = in.getInt(at);
      at += 4;
      if (packed < 0 || packed > end - at) {
        throw new IOException("a stream of a Blosc chunk has " + packed + " bytes");
      }
      int to = start + i * size;
      if (packed == size) {
        System.arraycopy(stored, at, out, to, size);
      } else {
        stream(format, stored, at, packed, out, to, size);
      }
      at += packed;
    }
  }

  private static void stream(
      int format, byte[] in, int from, int length, byte[] out, int to, int size)
      throws IOException {
    switch (format) {
      case 0 -> BloscLz.block(in, from, length, out, to, size);
      case 1 -> Lz4.block(in, from, length, out, to, size);
      case 3 -> zlib(in, from, length, out, to, size);
      case 4 -> zstd(in, from, length, out, to, size);
      case 2 -> throw new UnknownCodecException("Blosc with Snappy is not read; write it with LZ4");
      default -> throw new UnknownCodecException("Blosc format " + format + " is not read");
    }
  }

  private static void zlib(byte[] in, int from, int length, byte[] out, int to, int size)
      throws IOException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(in, from, length);
      int done = 0;
      while (done < size) {
        int count = inflater.inflate(out, to + done, size - done);
        if (count == 0) {
          throw new IOException("a zlib block gives " + done + " bytes, not " + size);
        }
        done += count;
      }
    } catch (DataFormatException e) {
      throw new IOException("corrupt zlib block", e);
    } finally {
      inflater.end();
    }
  }

  private static void zstd(byte[] in, int from, int length, byte[] out, int to, int size)
      throws IOException {
    long done;
    try {
      done = Zstd.decompressByteArray(out, to, size, in, from, length);
    } catch (RuntimeException e) {
      throw new IOException("corrupt Zstandard block", e);
    }
    if (Zstd.isError(done) || done != size) {
      throw new IOException("a Zstandard block gives " + done + " bytes, not " + size);
    }
  }
}
