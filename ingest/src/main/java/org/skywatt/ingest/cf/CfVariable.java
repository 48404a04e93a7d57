package org.skywatt.ingest.cf;

import java.io.IOException;
import java.util.List;

/** An array of a dataset. What cannot be read ends in an {@link IOException} that says why. */
public interface CfVariable {
  /** What the elements are. */
  enum Kind {
    NUMBER,
    TEXT,
    /** Structures, lists of varying length, opaque bytes: not read. */
    OTHER
  }

  String name();

  /** Names of the dimensions, slowest first; a text's length is none. */
  List<String> dimensions();

  /** Lengths of the dimensions. */
  int[] shape();

  Attributes attributes();

  Kind kind();

  /**
   * How elements are stored, such as {@code int16} or {@code float32 blosc-lz4}; of {@link
   * Kind#OTHER}, why it is not read.
   */
  String storage();

  /** Bits of an element that the file stores as a signed integer but means unsigned; else 0. */
  int unsignedBits();

  /** A part of the array, its last dimension fastest, as stored: not unpacked. */
  RawValues read(int[] origin, int[] count) throws IOException;

  /** All texts, the last dimension fastest. */
  List<String> readText() throws IOException;

  /** Number of elements. */
  default long size() {
    long size = 1;
    for (int length : shape()) {
      size = Math.multiplyExact(size, (long) length);
    }
    return size;
  }
}
