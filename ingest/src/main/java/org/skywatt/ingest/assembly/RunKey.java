package org.skywatt.ingest.assembly;

import java.io.Serializable;
import java.time.Instant;

/**
 * One forecast: a run of a source, or one member of it.
 *
 * @param source name in tables
 * @param initTime reference time of the run
 * @param member as in tables: 0 deterministic or control, from 1 perturbed, −1 the ensemble's mean
 */
public record RunKey(String source, Instant initTime, int member) implements Serializable {}
