package org.skywatt.ingest.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.skywatt.ingest.zarr.codec.Codec;
import org.skywatt.ingest.zarr.codec.Codecs;
import org.skywatt.ingest.zarr.codec.ElementType;
import org.skywatt.ingest.zarr.codec.ElementTypes;
import org.skywatt.ingest.zarr.codec.UnknownCodecException;

/** Metadata of Zarr version 2: {@code .zarray} and {@code .zattrs}. */
final class Metadata2 {
  private Metadata2() {}

  static ArrayMetadata array(String name, JsonNode array, JsonNode attributes) throws IOException {
    int[] shape = ArrayMetadata.lengths(array.path("shape"), 0);
    int[] chunks = ArrayMetadata.lengths(array.path("chunks"), 1);
    if (shape.length != chunks.length) {
      throw new IOException("shape and chunks differ in their number of dimensions");
    }
    JsonNode dtype = array.path("dtype");
    ElementType type = ElementTypes.numpy(dtype);
    JsonNode separator = array.path("dimension_separator");
    ChunkKeys keys =
        new ChunkKeys(
            name.isEmpty() ? "" : name + "/", false, separator.asText().equals("/") ? "/" : ".");
    boolean columns = array.path("order").asText("C").equals("F");
    int[] order = new int[shape.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = columns ? order.length - 1 - i : i;
    }
    Map<String, Object> values = JsonAttributes.values(attributes);
    JsonAttributes.addTimeUnits(values, dtype.asText());
    return new ArrayMetadata(
        shape,
        keys,
        layout(type, array, chunks, order),
        null,
        array.path("fill_value"),
        true,
        JsonAttributes.dimensions(name, attributes.path("_ARRAY_DIMENSIONS"), shape.length),
        values);
  }

  private static ChunkLayout layout(ElementType type, JsonNode array, int[] chunks, int[] order)
      throws IOException {
    List<Codec> codecs = new ArrayList<>();
    StringBuilder storage = new StringBuilder(type.label());
    JsonNode compressor = array.path("compressor");
    if (compressor.isObject()) {
      codecs.add(Codecs.numcodecs(compressor));
      storage.append(' ').append(label(compressor.path("id").asText(), compressor));
    }
    JsonNode filters = array.path("filters");
    boolean texts = false;
    for (int i = filters.size() - 1; i >= 0; i--) {
      String id = filters.get(i).path("id").asText();
      texts |= id.equals("vlen-utf8");
      if (!id.equals("vlen-utf8")) {
        codecs.add(Codecs.numcodecs(filters.get(i)));
        storage.append(' ').append(id);
      }
    }
    if (texts != (type.kind() == ElementType.Kind.TEXT_ANY)) {
      throw new UnknownCodecException("objects that are no vlen-utf8 texts are not read");
    }
    return new ChunkLayout(type, chunks, order, codecs, storage.toString());
  }

  /** A codec's name, with that of the compressor within Blosc. */
  static String label(String id, JsonNode settings) {
    return id.equals("blosc") ? "blosc-" + settings.path("cname").asText() : id;
  }
}
