package org.skywatt.core.site;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * Identifies a site in tables, files, URLs and folder names: 1 to 64 characters of {@code a-z 0-9 .
 * _ -}, starting with a letter or digit, so that it needs no escaping anywhere.
 */
public record SiteId(String value) implements Comparable<SiteId>, Serializable {
  private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  public SiteId {
    if (value == null || !VALID.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "site id '"
              + value
              + "' must be 1 to 64 characters of a-z 0-9 . _ - and start with a letter or digit");
    }
  }

  @Override
  public int compareTo(SiteId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
