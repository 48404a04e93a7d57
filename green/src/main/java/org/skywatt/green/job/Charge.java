package org.skywatt.green.job;

import java.time.Instant;

/**
 * What a battery does in a stretch of time.
 *
 * @param changeKwh of its charge, above 0 where it charges
 */
public record Charge(Instant start, Instant end, double changeKwh) {}
