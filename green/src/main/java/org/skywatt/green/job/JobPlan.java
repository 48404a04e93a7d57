package org.skywatt.green.job;

import java.util.List;

/**
 * When a job runs and what that is worth.
 *
 * @param segments in the order of time
 * @param promisedShare share of the energy that is green at least, with the job's probability
 * @param expectedShare the share that is expected
 * @param nowShare expected share if it ran at once
 * @param explanation one sentence
 */
public record JobPlan(
    List<Segment> segments,
    double promisedShare,
    double expectedShare,
    double nowShare,
    String explanation) {}
