package org.skywatt.core.hash;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) of content that is handed over piece by piece. */
public final class Sha256 {
  private final MessageDigest digest;

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Adds what remains of {@code bytes}, and consumes it. */
  public void update(ByteBuffer bytes) {
    digest.update(bytes);
  }

  /** Adds {@code text} as UTF-8. */
  public void update(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The hash as 64 lower-case hexadecimal digits; ends the use of this object. */
  public String finish() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
