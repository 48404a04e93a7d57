package org.skywatt.serving.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key as its owner holds it: {@code skw_}, an id of 8 characters that may be told, {@code _}, and
 * 256 random bits in base64url. Of the whole only the SHA-256 is stored.
 */
record ApiKey(String id, String token) {
  static final String PREFIX = "skw_";
  private static final int SECRET_BYTES = 32;
  private static final int ID_LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new key. */
  static ApiKey generate() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    String id = new BigInteger(60, RANDOM).toString(36);
    id = "0".repeat(ID_LENGTH).concat(id);
    id = id.substring(id.length() - ID_LENGTH);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    return new ApiKey(id, PREFIX + id + "_" + text);
  }

  /** SHA-256 of a token, lower-case hexadecimal. */
  static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Without the secret, so that no log tells it. */
  @Override
  public String toString() {
    return "key " + id;
  }
}
