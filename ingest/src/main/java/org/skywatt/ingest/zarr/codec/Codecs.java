package org.skywatt.ingest.zarr.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Codecs by their names in metadata. */
public final class Codecs {
  private static final Codec SAME = (stored, most) -> stored;

  private Codecs() {}

  /** A codec of numcodecs: {@code {"id": "blosc", …}}. */
  public static Codec numcodecs(JsonNode node) throws UnknownCodecException {
    return find(node.path("id").asText(), node);
  }

  /** A codec of Zarr v3 from bytes to bytes: {@code {"name": "zstd", "configuration": …}}. */
  public static Codec version3(JsonNode node) throws UnknownCodecException {
    String name = node.isTextual() ? node.asText() : node.path("name").asText();
    if (name.equals("crc32c")) {
      return Checksum.CRC32C;
    }
    JsonNode configuration =
        node.isTextual() ? MissingNode.getInstance() : node.path("configuration");
    // zarr-python writes its version 2 codecs under this name.
    String id = name.startsWith("numcodecs.") ? name.substring("numcodecs.".length()) : name;
    return find(id, configuration);
  }

  private static Codec find(String id, JsonNode settings) throws UnknownCodecException {
    return switch (id) {
      case "blosc" -> new Blosc();
      case "zlib" -> Streams.ZLIB;
      case "gzip" -> Streams.GZIP;
      case "bz2" -> Streams.BZIP2;
      case "zstd" -> Streams.ZSTD;
      case "lzma" -> lzma(settings);
      case "lz4" -> new Lz4();
      case "crc32" -> Checksum.CRC32;
      case "adler32" -> Checksum.ADLER32;
      case "shuffle" -> shuffle(settings.path("elementsize").asInt(4));
      case "delta" -> Filters.delta(type(settings, "dtype"), type(settings, "astype"));
      case "quantize", "bitround" -> SAME;
      case "fixedscaleoffset" ->
          Filters.fixedScaleOffset(
              type(settings, "dtype"),
              type(settings, "astype"),
              settings.path("scale").asDouble(1),
              settings.path("offset").asDouble(0));
      default -> throw new UnknownCodecException("codec '" + id + "' is not read");
    };
  }

  private static Codec lzma(JsonNode settings) throws UnknownCodecException {
    if (settings.path("format").asInt(1) != 1) {
      throw new UnknownCodecException("codec 'lzma' is read in format 1 (xz) only");
    }
    return Streams.XZ;
  }

  private static Codec shuffle(int elementSize) throws UnknownCodecException {
    if (elementSize < 1 || elementSize > 256) {
      throw new UnknownCodecException("shuffle of elements of " + elementSize + " bytes");
    }
    return Filters.shuffle(elementSize);
  }

  /** A number's type; {@code astype} is that of {@code dtype} where it is not told. */
  private static ElementType type(JsonNode settings, String key) throws UnknownCodecException {
    JsonNode node = settings.hasNonNull(key) ? settings.path(key) : settings.path("dtype");
    ElementType type = ElementTypes.numpy(node);
    if (type.isText() || type.kind() == ElementType.Kind.BOOLEAN || type.size() < 1) {
      throw new UnknownCodecException("a filter of " + node + " is not read");
    }
    return type;
  }
}
