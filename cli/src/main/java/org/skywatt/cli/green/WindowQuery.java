package org.skywatt.cli.green;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What was asked for.
 *
 * @param sites ids; empty for all
 */
record WindowQuery(
    List<String> sites, Duration duration, Instant earliest, Instant deadline, int top) {}
