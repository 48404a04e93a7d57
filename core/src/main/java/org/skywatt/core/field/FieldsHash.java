package org.skywatt.core.field;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.skywatt.core.hash.Sha256;

/**
 * SHA-256 over what a fields file says: the metadata as {@code key=value} lines, then field by
 * field the variable's column, a zero byte, the valid time (int64, seconds since 1970) and the
 * values (float32); numbers little-endian.
 */
final class FieldsHash {
  private final Sha256 digest = new Sha256();

  FieldsHash(FieldsHeader header) {
    header.toMetadata().forEach((key, value) -> digest.update(key + "=" + value + "\n"));
  }

  /**
   * @param values little-endian float32; consumed
   */
  void update(String column, long validTime, ByteBuffer values) {
    digest.update(column + "\0");
    digest.update(
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(validTime).flip());
    digest.update(values);
  }

  String finish() {
    return digest.finish();
  }
}
