package org.skywatt.core.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {
  /** FIPS 180-2, appendix B.1. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void isTheStandardsHoweverTheContentIsCut() {
    Sha256 whole = new Sha256();
    whole.update("abc");
    assertThat(whole.finish()).isEqualTo(ABC);
    Sha256 pieces = new Sha256();
    pieces.update("a");
    pieces.update(ByteBuffer.wrap("xbcx".getBytes(StandardCharsets.UTF_8), 1, 2));
    assertThat(pieces.finish()).isEqualTo(ABC);
  }
}
