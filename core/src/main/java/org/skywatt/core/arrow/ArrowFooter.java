package org.skywatt.core.arrow;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;

/** The footer of an Arrow IPC file: its metadata and where its record batches are. */
public final class ArrowFooter {
  private static final byte[] MAGIC = "ARROW1".getBytes(US_ASCII);
  private static final int MAX_FOOTER = 64 << 20;

  private final FileChannel channel;
  private final long footerStart;
  private final Footer footer;

  private ArrowFooter(FileChannel channel, long footerStart, Footer footer) {
    this.channel = channel;
    this.footerStart = footerStart;
    this.footer = footer;
  }

  /**
   * @throws IllegalArgumentException if the file is no Arrow file or was cut short
   */
  public static ArrowFooter read(FileChannel channel) throws IOException {
    long size = channel.size();
    if (size == 0) {
      throw new IllegalArgumentException("the file is empty");
    }
    int trailer = MAGIC.length + 4;
    if (size < 8 + trailer || !hasMagic(read(channel, 0, MAGIC.length), 0)) {
      throw new IllegalArgumentException("not an Arrow file");
    }
    ByteBuffer end = read(channel, size - trailer, trailer);
    int length = end.getInt(0);
    if (!hasMagic(end, 4)) {
      throw new IllegalArgumentException("the Arrow file was cut short: it lacks its footer");
    }
    if (length < 8 || length > MAX_FOOTER || length > size - trailer - 8) {
      throw new IllegalArgumentException("the Arrow footer has an impossible length " + length);
    }
    long start = size - trailer - length;
    return new ArrowFooter(channel, start, Footer.getRootAsFooter(read(channel, start, length)));
  }

  private static boolean hasMagic(ByteBuffer buffer, int at) {
    byte[] found = new byte[MAGIC.length];
    buffer.get(at, found);
    return Arrays.equals(found, MAGIC);
  }

  /**
   * The schema's metadata and the footer's own, after a check that the schema is of such a file.
   *
   * @param what kind of file it should be, for the message if it is not
   * @param columns names of its first columns
   */
  public Map<String, String> metadata(String what, List<String> columns) {
    Map<String, String> metadata = new HashMap<>();
    Schema schema = footer.schema();
    if (schema == null || schema.fieldsLength() < columns.size()) {
      throw new IllegalArgumentException("not a " + what + ": it lacks columns");
    }
    for (int i = 0; i < columns.size(); i++) {
      String name = schema.fields(i).name();
      if (!columns.get(i).equals(name)) {
        throw new IllegalArgumentException(
            "not a " + what + ": column " + i + " is " + name + ", not " + columns.get(i));
      }
    }
    for (int i = 0; i < schema.customMetadataLength(); i++) {
      KeyValue each = schema.customMetadata(i);
      metadata.put(each.key(), each.value());
    }
    for (int i = 0; i < footer.customMetadataLength(); i++) {
      KeyValue each = footer.customMetadata(i);
      metadata.put(each.key(), each.value());
    }
    return metadata;
  }

  /** Maps every record batch; {@code view} is given its structure and its mapped body. */
  public <T> List<T> mapBatches(BiFunction<RecordBatch, ByteBuffer, T> view) throws IOException {
    List<T> batches = new ArrayList<>();
    for (int i = 0; i < footer.recordBatchesLength(); i++) {
      Block block = footer.recordBatches(i);
      long offset = block.offset();
      int metadata = block.metaDataLength();
      long body = block.bodyLength();
      if (offset < 8
          || metadata < 16
          || body < 0
          || body > Integer.MAX_VALUE
          || offset > footerStart - metadata - body) {
        throw new IllegalArgumentException("record batch " + i + " leaves the file");
      }
      RecordBatch batch = batch(read(channel, offset, metadata));
      ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, offset + metadata, body);
      batches.add(view.apply(batch, mapped));
    }
    return batches;
  }

  private static RecordBatch batch(ByteBuffer buffer) {
    // The message is preceded by 0xFFFFFFFF and its length.
    Message message = Message.getRootAsMessage(buffer.position(8));
    if (buffer.getInt(0) != -1 || message.headerType() != MessageHeader.RecordBatch) {
      throw new IllegalArgumentException("a block of the file is no record batch");
    }
    return (RecordBatch) message.header(new RecordBatch());
  }

  private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new IllegalArgumentException("the file was cut short while it was read");
      }
    }
    return buffer.flip();
  }
}
