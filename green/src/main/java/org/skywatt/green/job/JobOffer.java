package org.skywatt.green.job;

import java.time.Instant;

/**
 * What comes nearest to a promise that cannot be made; what cannot be offered is null.
 *
 * @param green the greatest share that can be promised as the job is otherwise
 * @param deadline the soonest with which the share that was asked could be promised
 * @param probability the greatest with which it could be
 */
public record JobOffer(double green, Instant deadline, Double probability) {}
