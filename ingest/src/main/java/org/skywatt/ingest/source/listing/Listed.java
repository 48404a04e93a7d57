package org.skywatt.ingest.source.listing;

import java.time.Instant;
import java.util.Optional;

/**
 * An object of a folder.
 *
 * @param path in the provider's folder
 * @param bytes −1 where the listing does not tell
 */
public record Listed(String path, long bytes, Optional<Instant> lastModified) {}
