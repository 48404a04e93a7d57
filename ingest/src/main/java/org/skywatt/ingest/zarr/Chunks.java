package org.skywatt.ingest.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.skywatt.ingest.zarr.codec.Codec;

/**
 * Reads the chunks of a store; the latest are kept, since a chunk may hold parts of many fields.
 */
final class Chunks {
  private static final int LARGEST_STORED = 1 << 29;
  private static final long KEPT_BYTES = 128L << 20;
  private static final int INDEX_ENTRY = 16;

  private final ZarrStore store;
  private final Map<String, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long keptBytes;

  Chunks(ZarrStore store) {
    this.store = store;
  }

  /** The decoded chunk with some numbers; empty where there is none, which is all fill value. */
  Optional<byte[]> find(ArrayMetadata array, int[] numbers) throws IOException {
    String key =
        array.shard() == null ? array.keys().key(numbers) : shardKey(array, numbers, false);
    String name = array.shard() == null ? key : key + "#" + shardKey(array, numbers, true);
    byte[] known = kept.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<byte[]> stored =
        array.shard() == null
            ? store.find(key, LARGEST_STORED)
            : inShard(array.shard(), key, numbers);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    byte[] decoded;
    try {
      decoded = array.layout().decode(stored.get());
    } catch (IOException e) {
      throw new IOException("chunk " + name + ": " + e.getMessage(), e);
    }
    keep(name, decoded);
    return Optional.of(decoded);
  }

  private void keep(String name, byte[] decoded) {
    kept.put(name, decoded);
    keptBytes += decoded.length;
    Iterator<byte[]> oldest = kept.values().iterator();
    while (keptBytes > KEPT_BYTES && oldest.hasNext()) {
      keptBytes -= oldest.next().length;
      oldest.remove();
    }
  }

  private static String shardKey(ArrayMetadata array, int[] numbers, boolean inner) {
    int[] own = new int[numbers.length];
    for (int i = 0; i < own.length; i++) {
      int chunks = array.shard().chunks()[i];
      own[i] = inner ? numbers[i] % chunks : numbers[i] / chunks;
    }
    return inner ? Arrays.toString(own) : array.keys().key(own);
  }

  private Optional<byte[]> inShard(ShardLayout shard, String key, int[] numbers)
      throws IOException {
    long size = store.size(key);
    if (size < 0) {
      return Optional.empty();
    }
    int indexLength = INDEX_ENTRY * shard.count() + shard.indexOverhead();
    if (shard.isTooLong() || indexLength > size) {
      throw new IOException("shard " + key + " of " + size + " bytes is truncated or corrupt");
    }
    byte[] index = store.read(key, shard.indexAtEnd() ? size - indexLength : 0, indexLength);
    for (Codec codec : shard.indexCodecs()) {
      index = codec.decode(index, indexLength);
    }
    int place = 0;
    for (int i = 0; i < numbers.length; i++) {
      place = place * shard.chunks()[i] + numbers[i] % shard.chunks()[i];
    }
    ByteBuffer entries = ByteBuffer.wrap(index).order(ByteOrder.LITTLE_ENDIAN);
    if (index.length != INDEX_ENTRY * shard.count()) {
      throw new IOException("index of shard " + key + " has " + index.length + " bytes");
    }
    long offset = entries.getLong(place * INDEX_ENTRY);
    long length = entries.getLong(place * INDEX_ENTRY + 8);
    if (offset == -1 && length == -1) {
      return Optional.empty();
    }
    if (offset < 0 || length < 0 || length > LARGEST_STORED || offset > size - length) {
      throw new IOException("index of shard " + key + " points outside it");
    }
    return Optional.of(store.read(key, offset, (int) length));
  }
}
