package org.skywatt.ingest.replay;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** GRIB2 messages of a file, cut by their frames. */
public final class GribMessages {
  private GribMessages() {}

  public static List<byte[]> split(byte[] file) {
    List<byte[]> messages = new ArrayList<>();
    int at = 0;
    while (at < file.length) {
      int length = Math.toIntExact(ByteBuffer.wrap(file).getLong(at + 8));
      messages.add(Arrays.copyOfRange(file, at, at + length));
      at += length;
    }
    return messages;
  }

  public static byte[] join(List<byte[]> messages) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    messages.forEach(out::writeBytes);
    return out.toByteArray();
  }
}
