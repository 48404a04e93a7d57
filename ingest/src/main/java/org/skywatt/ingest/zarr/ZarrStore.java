package org.skywatt.ingest.zarr;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Values by key, as Zarr sees a folder. */
interface ZarrStore extends Closeable {
  /** A metadata document longer than this is none. */
  int LONGEST_DOCUMENT = 64 << 20;

  /** Length of a value in bytes; −1 where there is none. */
  long size(String key) throws IOException;

  /** A part of a value that is there. */
  byte[] read(String key, long from, int length) throws IOException;

  /** Keys that end with one of some names, at any depth that stores have. */
  List<String> keysNamed(List<String> names) throws IOException;

  /** A whole value of at most so many bytes; empty where there is none. */
  default Optional<byte[]> find(String key, int most) throws IOException {
    long size = size(key);
    if (size > most) {
      throw new IOException(key + " has " + size + " bytes, more than " + most);
    }
    return size < 0 ? Optional.empty() : Optional.of(read(key, 0, (int) size));
  }
}
