package org.skywatt.ingest.fetch;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of an object after it was fetched.
 *
 * @param wholeBytes length of the whole object; −1 where the server does not tell
 * @param fetchedBytes bytes of bodies that came over the network, those thrown away among them
 * @param etag as the server gives it
 * @param lastModified when the object was published, as the server says
 */
public record Fetched(
    long wholeBytes, long fetchedBytes, Optional<String> etag, Optional<Instant> lastModified) {}
