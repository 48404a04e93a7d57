package org.skywatt.core.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.skywatt.core.hash.Sha256;

/**
 * SHA-256 over what a run says, however it is cut into batches: the metadata as {@code key=value}
 * lines, then site by site the id, a zero byte, the organisation, a zero byte, capacityKw and
 * availableKw (float64), inputTier and staleInputs (a byte each) and the block of int16; numbers
 * little-endian; then, where a site was adjusted, {@code adjustments=} and their text.
 */
final class ContentHash {
  private final Sha256 digest = new Sha256();
  private final ByteBuffer numbers = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);

  ContentHash(RunHeader header) {
    RunMetadata.of(header).forEach((key, value) -> digest.update(key + "=" + value + "\n"));
  }

  /**
   * @param block the site's values, little-endian int16; consumed
   */
  void update(RunSite site, ByteBuffer block) {
    digest.update(site.siteId().value() + "\0" + site.organisation() + "\0");
    numbers.clear();
    numbers.putDouble(site.capacityKw()).putDouble(site.availableKw());
    numbers.put((byte) site.inputTier().ordinal());
    numbers.put((byte) StaleInput.toBits(site.staleInputs()));
    digest.update(numbers.flip());
    digest.update(block);
  }

  /**
   * The hash in lower-case hexadecimal; ends the use of this object.
   *
   * @param adjustments as text; empty for none
   */
  String finish(String adjustments) {
    if (!adjustments.isEmpty()) {
      digest.update(RunMetadata.ADJUSTMENTS + "=" + adjustments);
    }
    return digest.finish();
  }
}
