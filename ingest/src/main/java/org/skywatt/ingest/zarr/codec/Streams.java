package org.skywatt.ingest.zarr.codec;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** Codecs that are streams in a library. */
enum Streams implements Codec {
  ZLIB,
  GZIP,
  BZIP2,
  ZSTD,
  XZ;

  private static final int XZ_MEMORY_KIB = 100 << 10;

  @Override
  public byte[] decode(byte[] stored, int most) throws IOException {
    try (InputStream in = open(new ByteArrayInputStream(stored))) {
      byte[] decoded = in.readNBytes(most);
      if (in.read() >= 0) {
        throw new IOException("a chunk unpacks to more than its " + most + " bytes");
      }
      return decoded;
    } catch (RuntimeException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private InputStream open(InputStream in) throws IOException {
    return switch (this) {
      case ZLIB -> new InflaterInputStream(in);
      case GZIP -> new GZIPInputStream(in);
      case BZIP2 -> new BZip2CompressorInputStream(in, true);
      case ZSTD -> new ZstdInputStream(in);
      case XZ -> new XZInputStream(in, XZ_MEMORY_KIB);
    };
  }
}
