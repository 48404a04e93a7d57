package org.skywatt.ingest.zarr.codec;

import java.io.IOException;

/** Turns stored bytes into the bytes they were made from. */
@FunctionalInterface
public interface Codec {
  /**
   * Decodes.
   *
   * @param most how many bytes the result may have
   * @throws IOException where the bytes are corrupt or would give more
   */
  byte[] decode(byte[] stored, int most) throws IOException;
}
