package org.skywatt.green.job;

import java.util.List;

/**
 * When a job runs and what that is worth.
 *
 * @param segments in the order of time
 * @param battery what the battery does, in the order of time; empty without one
 * @param promisedShare share of the energy that is green at least, with the job's probability; of a
 *     job with conditional value at risk, the mean share in the cases that are worse
 * @param expectedShare the share that is expected
 * @param nowShare expected share if it ran at once
 * @param cost of a kilowatt-hour of the job in the measure of its objective, promises counted as
 *     green
 * @param carbon expected CO2 of a kilowatt-hour of the job
 * @param explanation one sentence
 */
public record JobPlan(
    List<Segment> segments,
    List<Charge> battery,
    double promisedShare,
    double expectedShare,
    double nowShare,
    double cost,
    Carbon carbon,
    String explanation) {
  /**
   * CO2 of a kilowatt-hour, grams; NaN where the grid's intensity is not known.
   *
   * @param location by the grid's intensity alone
   * @param market of the energy that no green power covers
   */
  public record Carbon(double location, double market) {}

  /** The same at another cost, with more said. */
  JobPlan costing(double more, String said) {
    return new JobPlan(
        segments,
        battery,
        promisedShare,
        expectedShare,
        nowShare,
        cost + more,
        carbon,
        explanation + said);
  }
}
