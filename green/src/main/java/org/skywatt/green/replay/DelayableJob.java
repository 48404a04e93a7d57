package org.skywatt.green.replay;

import org.skywatt.green.plan.SlotJob;

/**
 * A machine-learning job of "Let's Wait Awhile" in slots of half an hour.
 *
 * @param start slot in which it is issued, from the start of the year
 * @param slots how long it runs
 * @param slackNextWorkday slots that it may wait under {@link DeadlineRule#NEXT_WORKDAY}
 * @param slackSemiWeekly the same under {@link DeadlineRule#SEMI_WEEKLY}
 */
public record DelayableJob(int start, int slots, int slackNextWorkday, int slackSemiWeekly) {
  /** Slots that it may wait. */
  public int slack(DeadlineRule rule) {
    return rule == DeadlineRule.NEXT_WORKDAY ? slackNextWorkday : slackSemiWeekly;
  }

  /** The job to plan; its deadline comes no later than the end of the data. */
  public SlotJob toSlotJob(String id, DeadlineRule rule, int lastSlot) {
    return new SlotJob(id, start, Math.min(start + slots + slack(rule), lastSlot), slots);
  }
}
