package org.skywatt.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The key that a service asks for. Its text never shows in {@link #toString()} or in messages. */
public final class ApiKey {
  /** For a service that asks for none. */
  public static final ApiKey NONE = new ApiKey(null);

  /** Names the key itself. */
  public static final String VARIABLE = "SKYWATT_API_KEY";

  /** Names a file that holds the key and nothing else, such as a mounted secret. */
  public static final String FILE_VARIABLE = "SKYWATT_API_KEY_FILE";

  private static final int LONGEST = 1_000;

  private final String text;

  private ApiKey(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException if the key could not be sent in a header
   */
  public static ApiKey of(String text) {
    String key = text.strip();
    boolean sendable = key.chars().allMatch(each -> each > ' ' && each < 127);
    if (key.isEmpty() || key.length() > LONGEST || !sendable) {
      throw new IllegalArgumentException(
          "an API key is one line of 1 to " + LONGEST + " visible ASCII characters");
    }
    return new ApiKey(key);
  }

  /**
   * The key in {@link #VARIABLE}, else the one in the file that {@link #FILE_VARIABLE} names, else
   * none.
   *
   * @throws IOException if the file cannot be read or holds no key
   */
  public static ApiKey fromEnvironment(Map<String, String> environment) throws IOException {
    String key = environment.get(VARIABLE);
    if (key != null && !key.isBlank()) {
      return of(key);
    }
    String file = environment.get(FILE_VARIABLE);
    if (file == null || file.isBlank()) {
      return NONE;
    }
    try {
      return of(Files.readString(Path.of(file)));
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException(FILE_VARIABLE + ": no API key can be read from " + file, e);
    }
  }

  boolean isPresent() {
    return text != null;
  }

  /** Value of the Authorization header. */
  String header() {
    return "Bearer " + text;
  }

  @Override
  public String toString() {
    return isPresent() ? "ApiKey(hidden)" : "ApiKey(none)";
  }
}
