package org.skywatt.ingest.source;

import java.time.Instant;
import org.skywatt.ingest.fetch.ByteRange;

/**
 * A message to fetch, and what it must turn out to be: indexes lie when their file was published
 * anew.
 *
 * @param name as the index calls it, for people
 * @param parameter {@code discipline.category.number}; empty where the index does not settle it
 * @param run reference time
 * @param validTime when it holds, or where its period ends
 */
public record WantedMessage(
    ByteRange range, String name, String parameter, Instant run, Instant validTime) {}
