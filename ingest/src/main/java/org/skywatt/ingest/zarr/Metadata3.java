package org.skywatt.ingest.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.skywatt.ingest.zarr.codec.Codec;
import org.skywatt.ingest.zarr.codec.Codecs;
import org.skywatt.ingest.zarr.codec.ElementType;
import org.skywatt.ingest.zarr.codec.ElementTypes;
import org.skywatt.ingest.zarr.codec.UnknownCodecException;

/** Metadata of Zarr version 3: {@code zarr.json} of an array. */
final class Metadata3 {
  private static final int CRC32C_LENGTH = 4;

  private final List<Codec> codecs = new ArrayList<>();
  private final StringBuilder storage;
  private ElementType type;
  private int[] order;
  private int[] chunks;
  private ShardLayout shard;

  private Metadata3(ElementType type, int[] chunks) {
    this.type = type;
    this.chunks = chunks;
    storage = new StringBuilder(type.label());
    order = new int[chunks.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  static ArrayMetadata array(String name, JsonNode array) throws IOException {
    int[] shape = ArrayMetadata.lengths(array.path("shape"), 0);
    JsonNode grid = array.path("chunk_grid");
    if (!grid.path("name").asText().equals("regular")) {
      throw new UnknownCodecException("chunk grid '" + grid.path("name").asText() + "'");
    }
    int[] chunks = ArrayMetadata.lengths(grid.path("configuration").path("chunk_shape"), 1);
    if (shape.length != chunks.length) {
      throw new IOException("shape and chunks differ in their number of dimensions");
    }
    if (array.path("storage_transformers").size() > 0) {
      throw new UnknownCodecException("storage transformers are not read");
    }
    JsonNode dataType = array.path("data_type");
    Metadata3 metadata = new Metadata3(ElementTypes.version3(dataType), chunks);
    metadata.pipeline(array.path("codecs"));
    JsonNode attributes = array.path("attributes");
    Map<String, Object> values = JsonAttributes.values(attributes);
    if (dataType.path("name").asText().startsWith("numpy.")) {
      boolean date = dataType.path("name").asText().equals("numpy.datetime64");
      String unit = dataType.path("configuration").path("unit").asText();
      JsonAttributes.addTimeUnits(values, "<" + (date ? "M" : "m") + "8[" + unit + "]");
    }
    return new ArrayMetadata(
        shape,
        keys(name, array.path("chunk_key_encoding")),
        new ChunkLayout(
            metadata.type,
            metadata.chunks,
            metadata.order,
            metadata.codecs,
            metadata.storage.toString()),
        metadata.shard,
        array.path("fill_value"),
        false,
        JsonAttributes.dimensions(name, array.path("dimension_names"), shape.length),
        values);
  }

  private static ChunkKeys keys(String name, JsonNode encoding) throws IOException {
    String prefix = name.isEmpty() ? "" : name + "/";
    JsonNode separator = encoding.path("configuration").path("separator");
    return switch (encoding.path("name").asText("default")) {
      case "default" -> new ChunkKeys(prefix + "c", true, separator.asText("/"));
      case "v2" -> new ChunkKeys(prefix, false, separator.asText("."));
      default -> throw new UnknownCodecException("chunk keys '" + encoding.path("name") + "'");
    };
  }

  private static String name(JsonNode codec) {
    return codec.isTextual() ? codec.asText() : codec.path("name").asText();
  }

  /** Codecs in the order of writing; undone from the last. */
  private void pipeline(JsonNode written) throws IOException {
    for (JsonNode codec : written) {
      JsonNode configuration = codec.path("configuration");
      switch (name(codec)) {
        case "transpose" -> transpose(configuration.path("order"));
        case "bytes" -> {
          if (configuration.path("endian").asText("little").equals("big")) {
            type = new ElementType(type.kind(), type.size(), ByteOrder.BIG_ENDIAN);
          }
        }
        case "vlen-utf8" -> {
          if (type.kind() != ElementType.Kind.TEXT_ANY) {
            throw new UnknownCodecException("vlen-utf8 of " + type.label());
          }
        }
        case "sharding_indexed" -> {
          sharding(configuration);
          if (written.size() > 1) {
            throw new UnknownCodecException("codecs beside sharding_indexed are not read");
          }
        }
        default -> {
          codecs.add(0, Codecs.version3(codec));
          storage.append(' ').append(Metadata2.label(name(codec), configuration));
        }
      }
    }
  }

  private void transpose(JsonNode axes) throws IOException {
    int[] permutation = ArrayMetadata.lengths(axes, 0);
    int[] combined = new int[order.length];
    boolean[] seen = new boolean[order.length];
    if (permutation.length != order.length) {
      throw new IOException("a transposition of " + permutation.length + " dimensions");
    }
    for (int i = 0; i < combined.length; i++) {
      if (permutation[i] >= order.length || seen[permutation[i]]) {
        throw new IOException("a transposition that is no permutation");
      }
      seen[permutation[i]] = true;
      combined[i] = order[permutation[i]];
    }
    order = combined;
  }

  private void sharding(JsonNode configuration) throws IOException {
    if (shard != null) {
      throw new UnknownCodecException("shards within shards are not read");
    }
    int[] inner = ArrayMetadata.lengths(configuration.path("chunk_shape"), 1);
    int[] counts = new int[chunks.length];
    for (int i = 0; i < counts.length; i++) {
      if (inner.length != counts.length || chunks[i] % inner[i] != 0) {
        throw new IOException("chunks do not fill their shard");
      }
      counts[i] = chunks[i] / inner[i];
    }
    List<Codec> index = new ArrayList<>();
    int overhead = 0;
    for (JsonNode codec : configuration.path("index_codecs")) {
      switch (name(codec)) {
        case "bytes" -> {
          if (codec.path("configuration").path("endian").asText("little").equals("big")) {
            throw new UnknownCodecException("big-endian indexes of shards are not read");
          }
        }
        case "crc32c" -> {
          index.add(0, Codecs.version3(codec));
          overhead += CRC32C_LENGTH;
        }
        default -> throw new UnknownCodecException("index codec '" + name(codec) + "'");
      }
    }
    boolean atEnd = configuration.path("index_location").asText("end").equals("end");
    chunks = inner;
    storage.append(" sharded");
    shard = new ShardLayout(counts, index, overhead, atEnd);
    pipeline(configuration.path("codecs"));
  }
}
