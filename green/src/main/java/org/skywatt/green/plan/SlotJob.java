package org.skywatt.green.plan;

/**
 * Work that takes a whole number of slots between two moments.
 *
 * @param id names the job in messages
 * @param earliest first slot in which it may run
 * @param deadline first slot in which it must have ended
 * @param slots how many slots it runs, 1 or more
 */
public record SlotJob(String id, int earliest, int deadline, int slots) {
  /** Longest stretch that is planned at once: a leap year of quarter hours. */
  public static final int LONGEST_HORIZON = 366 * 96;

  /**
   * @throws PlanException if the work does not fit between its earliest slot and its deadline, or
   *     they are further apart than is ever planned
   */
  public SlotJob {
    if (slots < 1) {
      throw new PlanException(
          PlanException.Code.INVALID_JOB,
          "job " + id + " takes " + slots + " slots; work takes at least one");
    }
    if (earliest < 0) {
      throw new PlanException(
          PlanException.Code.INVALID_JOB,
          "job " + id + " may start in slot " + earliest + ", before the first; give 0 or later");
    }
    if ((long) deadline - earliest < slots) {
      throw new PlanException(
          PlanException.Code.DEADLINE_TOO_SOON,
          "job "
              + id
              + " takes "
              + slots
              + " slots but has "
              + Math.max(0, (long) deadline - earliest)
              + " until its deadline; the soonest deadline it can keep is slot "
              + ((long) earliest + slots));
    }
    if (deadline - earliest > LONGEST_HORIZON) {
      throw new PlanException(
          PlanException.Code.BEYOND_HORIZON,
          "job "
              + id
              + " may run over "
              + (deadline - earliest)
              + " slots; at most "
              + LONGEST_HORIZON
              + " are planned: give a nearer deadline");
    }
  }

  /** Slots that it may wait. */
  public int slack() {
    return deadline - earliest - slots;
  }

  void requireWithin(SlotCosts costs) {
    requireWithin(costs.slots());
  }

  /**
   * @throws PlanException if the deadline lies beyond so many slots
   */
  public void requireWithin(int known) {
    if (deadline > known) {
      throw new PlanException(
          PlanException.Code.BEYOND_HORIZON,
          "job "
              + id
              + " has its deadline in slot "
              + deadline
              + " but the forecast ends with slot "
              + (known - 1)
              + "; give a deadline within the forecast");
    }
  }
}
