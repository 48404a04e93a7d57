package org.skywatt.green.plan;

/**
 * How a job may be interrupted.
 *
 * @param restartSlots energy that a restart takes beside the work, in slots of work, 0 or more
 * @param minimumRun shortest run, slots, 1 or more; work that is shorter runs at one go
 * @param maximumStarts 1 or more; 1 means that it may not be interrupted
 */
public record RestartRules(double restartSlots, int minimumRun, int maximumStarts) {
  /** Interruption costs nothing and is not limited. */
  public static final RestartRules FREE = new RestartRules(0, 1, Integer.MAX_VALUE);

  /** There is no interruption. */
  public static final RestartRules AT_ONE_GO = new RestartRules(0, 1, 1);

  /**
   * @throws PlanException for what no job can have
   */
  public RestartRules {
    if (!(restartSlots >= 0) || Double.isInfinite(restartSlots)) {
      throw new PlanException(
          PlanException.Code.INVALID_JOB,
          "a restart takes " + restartSlots + " slots of energy; give a number, 0 or more");
    }
    if (minimumRun < 1 || maximumStarts < 1) {
      throw new PlanException(
          PlanException.Code.INVALID_JOB,
          "minimum run "
              + minimumRun
              + " and maximum starts "
              + maximumStarts
              + " must be 1 or more");
    }
  }
}
