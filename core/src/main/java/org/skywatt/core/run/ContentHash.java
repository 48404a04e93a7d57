package org.skywatt.core.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over what a run says, however it is cut into batches: the metadata as {@code key=value}
 * lines, then site by site the id, a zero byte, the organisation, a zero byte, capacityKw and
 * availableKw (float64), inputTier and staleInputs (a byte each) and the block of int16; numbers
 * little-endian.
 */
final class ContentHash {
  private final MessageDigest digest;
  private final ByteBuffer numbers = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);

  ContentHash(RunHeader header) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    RunMetadata.of(header)
        .forEach((key, value) -> digest.update((key + "=" + value + "\n").getBytes(UTF_8)));
  }

  /**
   * @param block the site's values, little-endian int16; consumed
   */
  void update(RunSite site, ByteBuffer block) {
    digest.update(site.siteId().value().getBytes(UTF_8));
    digest.update((byte) 0);
    digest.update(site.organisation().getBytes(UTF_8));
    digest.update((byte) 0);
    numbers.clear();
    numbers.putDouble(site.capacityKw()).putDouble(site.availableKw());
    numbers.put((byte) site.inputTier().ordinal());
    numbers.put((byte) StaleInput.toBits(site.staleInputs()));
    digest.update(numbers.array());
    digest.update(block);
  }

  /** The hash in lower-case hexadecimal; ends the use of this object. */
  String finish() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
