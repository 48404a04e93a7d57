package org.skywatt.cli.doctor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One thing looked at.
 *
 * @param name what was looked at
 * @param verdict whether it will do
 * @param found what there is
 * @param mend what to do about it; empty where nothing need be done
 */
public record Check(String name, Verdict verdict, String found, String mend) {
  /** Whether a thing will do. */
  public enum Verdict {
    OK,
    /** It works, with less. */
    WARN,
    /** It does not work. */
    FAIL;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Check ok(String name, String found) {
    return new Check(name, Verdict.OK, found, "");
  }

  static Check warn(String name, String found, String mend) {
    return new Check(name, Verdict.WARN, found, mend);
  }

  static Check fail(String name, String found, String mend) {
    return new Check(name, Verdict.FAIL, found, mend);
  }
}
