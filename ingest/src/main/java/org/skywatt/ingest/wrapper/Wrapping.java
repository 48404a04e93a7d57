package org.skywatt.ingest.wrapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** How a file is compressed as a whole, told by its first bytes. */
enum Wrapping {
  BZIP2("bzip2", 'B', 'Z', 'h'),
  GZIP("gzip", 0x1f, 0x8b, 0x08),
  XZ("xz", 0xfd, '7', 'z', 'X', 'Z', 0x00);

  /** Memory that the dictionary of an xz file may take, KiB: that of {@code xz -9}. */
  private static final int XZ_MEMORY_KIB = 100 << 10;

  private final String label;
  private final int[] mark;

  Wrapping(String label, int... mark) {
    this.label = label;
    this.mark = mark;
  }

  String label() {
    return label;
  }

  static Optional<Wrapping> find(byte[] head) {
    for (Wrapping each : values()) {
      boolean same = head.length >= each.mark.length;
      for (int i = 0; same && i < each.mark.length; i++) {
        same = (head[i] & 0xff) == each.mark[i];
      }
      if (same) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** The content; of files put one after the other, all. */
  InputStream unwrap(InputStream in) throws IOException {
    return switch (this) {
      case BZIP2 -> new BZip2CompressorInputStream(in, true);
      case GZIP -> new GZIPInputStream(in, 1 << 16);
      case XZ -> new XZInputStream(in, XZ_MEMORY_KIB);
    };
  }
}
