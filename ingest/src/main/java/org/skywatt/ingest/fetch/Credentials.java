package org.skywatt.ingest.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A header that opens one host. It comes from the environment only, goes to that host only, never
 * without TLS (this machine apart), and is never shown.
 */
public final class Credentials {
  /** For what anyone may read. */
  public static final Credentials NONE = new Credentials(null, "", "");

  private final URI origin;
  private final String header;
  private final String value;

  private Credentials(URI origin, String header, String value) {
    this.origin = origin;
    this.header = header;
    this.value = value;
  }

  /** Name of the variable for a source: {@code SKYWATT_AUTH_MET_OFFICE} for {@code met-office}. */
  public static String variable(String source) {
    return "SKYWATT_AUTH_" + source.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  /**
   * Reads {@code SKYWATT_AUTH_SOURCE}: a header like {@code apikey: …}, or the value of {@code
   * Authorization} like {@code Bearer …}.
   *
   * @param origin any address of the host that they are for
   */
  public static Credentials of(String source, URI origin, Map<String, String> environment) {
    String text = environment.getOrDefault(variable(source), "").strip();
    if (text.isEmpty()) {
      return NONE;
    }
    int colon = text.indexOf(": ");
    return colon > 0 && text.substring(0, colon).matches("[A-Za-z0-9-]+")
        ? new Credentials(origin, text.substring(0, colon), text.substring(colon + 2).strip())
        : new Credentials(origin, "Authorization", text);
  }

  /** A token for the host of {@code origin}. */
  static Credentials bearer(URI origin, String token) {
    return new Credentials(origin, "Authorization", "Bearer " + token);
  }

  /** The header's name, if the request goes where it may be sent. */
  Optional<String> headerFor(URI uri) {
    boolean safe =
        origin != null
            && Addresses.sameOrigin(origin, uri)
            && (Addresses.isEncrypted(uri) || Addresses.isLoopback(uri.getHost()));
    return safe ? Optional.of(header) : Optional.empty();
  }

  String value() {
    return value;
  }

  @Override
  public String toString() {
    return origin == null ? "no credentials" : "credentials for " + Addresses.show(origin);
  }
}
