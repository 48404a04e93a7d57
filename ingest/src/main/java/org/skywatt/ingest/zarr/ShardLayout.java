package org.skywatt.ingest.zarr;

import java.util.List;
import org.skywatt.ingest.zarr.codec.Codec;

/**
 * How chunks lie in a shard: the {@code sharding_indexed} codec of Zarr v3. An index of offset and
 * length of each chunk stands at one end.
 *
 * @param chunks number of chunks along each dimension
 * @param indexCodecs to undo on the index, the first first
 * @param indexOverhead bytes that these add
 * @param indexAtEnd whether the index is the last of the shard
 */
record ShardLayout(int[] chunks, List<Codec> indexCodecs, int indexOverhead, boolean indexAtEnd) {
  private static final long MOST_CHUNKS = 1 << 22;

  /** Chunks of a shard; more than any shard has where they are beyond all bounds. */
  int count() {
    long count = 1;
    for (int each : chunks) {
      count = Math.min(count * each, MOST_CHUNKS + 1);
    }
    return (int) count;
  }

  boolean isTooLong() {
    return count() > MOST_CHUNKS;
  }
}
