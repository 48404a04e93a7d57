package org.skywatt.ingest.zarr;

import java.util.StringJoiner;

/**
 * Names of chunks.
 *
 * @param prefix before the numbers: the array's key, and {@code c} in Zarr v3's own encoding
 * @param ownPart whether the prefix stands alone as part of the name
 * @param separator between numbers
 */
record ChunkKeys(String prefix, boolean ownPart, String separator) {
  /** The key of the chunk with some numbers; of a scalar, {@code 0} or the prefix alone. */
  String key(int[] numbers) {
    StringJoiner joined = new StringJoiner(separator);
    for (int number : numbers) {
      joined.add(Integer.toString(number));
    }
    if (ownPart) {
      return numbers.length == 0 ? prefix : prefix + separator + joined;
    }
    return prefix + (numbers.length == 0 ? "0" : joined.toString());
  }
}
