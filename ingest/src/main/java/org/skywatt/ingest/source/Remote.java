package org.skywatt.ingest.source;

import java.net.URI;
import org.skywatt.ingest.fetch.Addresses;
import org.skywatt.ingest.fetch.HttpFetcher;

/** A provider's folder. */
public record Remote(HttpFetcher http, URI base) {
  /** The address of {@code path} in the folder; a path that leaves it is refused. */
  public URI resolve(String path) {
    if (path.startsWith("/") || path.contains("..") || path.contains("//")) {
      throw new IllegalArgumentException("'" + path + "' leads out of " + Addresses.show(base));
    }
    return Addresses.parse(base.toString().replaceFirst("/+$", "") + "/" + path);
  }
}
