package org.skywatt.ingest.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.ingest.cf.Attributes;
import org.skywatt.ingest.cf.CfVariable;
import org.skywatt.ingest.cf.RawValues;
import org.skywatt.ingest.zarr.codec.ElementType;

/** An array of a Zarr store. */
final class ZarrVariable implements CfVariable {
  private static final long LARGEST = 1L << 30;

  private final String name;
  private final ArrayMetadata metadata;
  private final Chunks chunks;
  private final Attributes attributes;

  ZarrVariable(String name, ArrayMetadata metadata, Chunks chunks) throws IOException {
    this.name = name;
    this.metadata = metadata;
    this.chunks = chunks;
    metadata.layout().bytes();
    Map<String, Object> values = new HashMap<>(metadata.attributes());
    boolean number =
        !metadata.type().isText() && metadata.type().kind() != ElementType.Kind.BOOLEAN;
    boolean said = metadata.fill().isNumber() || metadata.fill().isTextual();
    if (metadata.fillIsMissing() && number && said && !values.containsKey("_FillValue")) {
      ByteBuffer fill = metadata.type().buffer(FillValue.bytes(metadata.type(), metadata.fill()));
      values.put(Attributes.STORE_FILL, new double[] {metadata.type().number(fill, 0)});
    }
    attributes = new Attributes(values);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> dimensions() {
    return metadata.dimensions();
  }

  @Override
  public int[] shape() {
    return metadata.shape().clone();
  }

  @Override
  public Attributes attributes() {
    return attributes;
  }

  @Override
  public Kind kind() {
    return metadata.type().isText() ? Kind.TEXT : Kind.NUMBER;
  }

  @Override
  public String storage() {
    return metadata.layout().storage();
  }

  @Override
  public int unsignedBits() {
    boolean meant =
        metadata.type().kind() == ElementType.Kind.SIGNED
            && attributes.text("_Unsigned").orElse("").equals("true");
    return meant ? 8 * metadata.type().size() : 0;
  }

  @Override
  public RawValues read(int[] origin, int[] count) throws IOException {
    ElementType type = metadata.type();
    long bytes = type.size();
    for (int length : count) {
      bytes *= length;
      if (bytes > LARGEST) {
        throw new IOException("more than " + LARGEST + " bytes at once");
      }
    }
    byte[] values = new byte[(int) bytes];
    byte[] fill = FillValue.bytes(type, metadata.fill());
    new ChunkCopy(metadata, chunks, fill).copy(origin, count, values);
    ByteBuffer buffer = type.buffer(values);
    int size = (int) (bytes / type.size());
    return new RawValues() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public double get(int index) {
        return type.number(buffer, index);
      }
    };
  }

  @Override
  public List<String> readText() throws IOException {
    return Texts.read(metadata, chunks);
  }
}
