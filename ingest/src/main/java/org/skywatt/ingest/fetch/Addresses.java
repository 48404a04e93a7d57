package org.skywatt.ingest.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Addresses: how they are shown, and which belong together. */
public final class Addresses {
  private Addresses() {}

  /** For people and logs: user, password and query, which may hold secrets, are left out. */
  public static String show(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?…";
    return uri.getScheme() + "://" + uri.getHost() + port + path + query;
  }

  /**
   * An absolute http or https address.
   *
   * @throws IllegalArgumentException if {@code text} is none
   */
  public static URI parse(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("'" + text + "' is no address: " + e.getReason(), e);
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no address like https://host/folder or http://host:port/folder");
  }

  /** Whether both have the same scheme, host and port. */
  static boolean sameOrigin(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  static boolean isEncrypted(URI uri) {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  /** Whether it never leaves this machine. */
  static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.matches("127(\\.\\d{1,3}){3}")
        || host.equals("[::1]");
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : isEncrypted(uri) ? 443 : 80;
  }
}
