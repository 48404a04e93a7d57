package org.skywatt.ingest.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.skywatt.ingest.zarr.codec.ElementType;

/**
 * What metadata says of one array.
 *
 * @param shape lengths of the dimensions, slowest first
 * @param keys names of its chunks, or shards
 * @param layout how the elements of a chunk lie in its bytes
 * @param shard how chunks lie in a shard; null where each chunk has a key of its own
 * @param fill what chunks that are not there hold; JSON null for nothing said
 * @param fillIsMissing whether the fill value marks missing values, as in version 2
 * @param dimensions names
 * @param attributes each a {@link String} or a {@code double[]}
 */
record ArrayMetadata(
    int[] shape,
    ChunkKeys keys,
    ChunkLayout layout,
    ShardLayout shard,
    JsonNode fill,
    boolean fillIsMissing,
    List<String> dimensions,
    Map<String, Object> attributes) {
  private static final int MOST_DIMENSIONS = 32;

  ElementType type() {
    return layout.type();
  }

  /** Lengths in JSON: whole numbers, at least {@code least}. */
  static int[] lengths(JsonNode node, int least) throws IOException {
    if (!node.isArray() || node.size() > MOST_DIMENSIONS) {
      throw new IOException("shape or chunks " + shortened(node) + " are no lengths");
    }
    int[] lengths = new int[node.size()];
    for (int i = 0; i < lengths.length; i++) {
      JsonNode each = node.get(i);
      if (!each.canConvertToInt() || !each.isIntegralNumber() || each.asInt() < least) {
        throw new IOException("length " + shortened(each) + " of a dimension is not read");
      }
      lengths[i] = each.asInt();
    }
    return lengths;
  }

  private static String shortened(JsonNode node) {
    String text = node.toString();
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }
}
