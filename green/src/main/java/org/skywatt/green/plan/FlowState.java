package org.skywatt.green.plan;

import java.util.Arrays;
import java.util.List;

/**
 * The flow of work from slots to jobs, kept as bit sets: a slot's candidates among the jobs are the
 * bits of its window that are neither taken nor seen, sixty-four a step.
 *
 * <p>Memory: two bits for each pair of a slot and a job between the first and the last whose window
 * holds the slot, and one for each slot in a job's window.
 */
final class FlowState {
  private static final int NONE = -1;

  private final List<SlotJob> jobs;
  private final int[] open;
  // The jobs of a slot, as bits from the word firstWord[slot] on.
  private final int[] firstWord;
  private final long[][] window;
  private final long[][] taken;
  private final long[][] slotsOfJob;
  private final long[] seen;
  private final long[] stillOpen;
  private final boolean[] seenSlot;
  private final int[] through;
  private final int[] cameFrom;
  private final int[] jobQueue;
  private final int[] slotQueue;
  private int jobsSeen;
  private int slotsSeen;

  FlowState(int slots, List<SlotJob> jobs) {
    this.jobs = jobs;
    this.open = jobs.stream().mapToInt(SlotJob::slots).toArray();
    this.firstWord = new int[slots];
    this.window = new long[slots][];
    this.taken = new long[slots][];
    this.slotsOfJob = new long[jobs.size()][];
    this.seen = new long[words(jobs.size())];
    this.stillOpen = new long[words(jobs.size())];
    this.seenSlot = new boolean[slots];
    this.through = new int[jobs.size()];
    this.cameFrom = new int[slots];
    this.jobQueue = new int[jobs.size()];
    this.slotQueue = new int[slots];
    buildWindows(slots);
  }

  private void buildWindows(int slots) {
    int[] last = new int[slots];
    Arrays.fill(firstWord, -1);
    for (int job = 0; job < jobs.size(); job++) {
      SlotJob each = jobs.get(job);
      stillOpen[job >> 6] |= 1L << job;
      slotsOfJob[job] = new long[words(each.deadline() - each.earliest())];
      for (int slot = each.earliest(); slot < each.deadline(); slot++) {
        firstWord[slot] = firstWord[slot] < 0 ? job >> 6 : firstWord[slot];
        last[slot] = job >> 6;
      }
    }
    for (int slot = 0; slot < slots; slot++) {
      int length = firstWord[slot] < 0 ? 0 : last[slot] - firstWord[slot] + 1;
      window[slot] = new long[length];
      taken[slot] = new long[length];
    }
    for (int job = 0; job < jobs.size(); job++) {
      for (int slot = jobs.get(job).earliest(); slot < jobs.get(job).deadline(); slot++) {
        window[slot][(job >> 6) - firstWord[slot]] |= 1L << job;
      }
    }
  }

  private static int words(int bits) {
    return (bits + 63) >> 6;
  }

  /** Slots that the job still needs. */
  int open(int job) {
    return open[job];
  }

  int[] slots(int job) {
    int[] slots = new int[jobs.get(job).slots() - open[job]];
    int count = 0;
    for (int i = 0; i < jobs.get(job).deadline() - jobs.get(job).earliest(); i++) {
      if ((slotsOfJob[job][i >> 6] & 1L << i) != 0) {
        slots[count++] = jobs.get(job).earliest() + i;
      }
    }
    return slots;
  }

  /** Gives the slot as much work as fits, at most {@code capacity} units. */
  void fill(int slot, int capacity) {
    int used = 0;
    while (used < capacity && augment(slot)) {
      used++;
    }
  }

  /** One more unit for the slot, moving work of other slots between jobs where that helps. */
  private boolean augment(int start) {
    jobsSeen = 0;
    slotsSeen = 0;
    int found = see(start);
    for (int head = 0; head < slotsSeen && found == NONE; head++) {
      found = search(slotQueue[head]);
    }
    for (int i = 0; i < slotsSeen; i++) {
      seenSlot[slotQueue[i]] = false;
    }
    if (found == NONE) {
      return false; // the jobs seen stay seen: they are full for good
    }
    for (int i = 0; i < jobsSeen; i++) {
      seen[jobQueue[i] >> 6] &= ~(1L << jobQueue[i]);
    }
    if (--open[found] == 0) {
      stillOpen[found >> 6] &= ~(1L << found);
    }
    turn(start, found);
    return true;
  }

  /**
   * Looks beyond the jobs that the slot could work for; returns one that is still open, or none.
   */
  private int search(int slot) {
    int base = firstWord[slot];
    for (int word = 0; word < window[slot].length; word++) {
      long candidates = window[slot][word] & ~taken[slot][word] & ~seen[base + word];
      seen[base + word] |= candidates;
      for (; candidates != 0; candidates &= candidates - 1) {
        int job = ((base + word) << 6) + Long.numberOfTrailingZeros(candidates);
        jobQueue[jobsSeen++] = job;
        through[job] = slot;
        int found = seeSlotsOf(job);
        if (found != NONE) {
          // Those behind it in this word were marked but not looked at.
          seen[base + word] &= ~(candidates & candidates - 1);
          return found;
        }
      }
    }
    return NONE;
  }

  private int seeSlotsOf(int job) {
    int earliest = jobs.get(job).earliest();
    for (int word = 0; word < slotsOfJob[job].length; word++) {
      for (long bits = slotsOfJob[job][word]; bits != 0; bits &= bits - 1) {
        int slot = earliest + (word << 6) + Long.numberOfTrailingZeros(bits);
        if (!seenSlot[slot]) {
          cameFrom[slot] = job;
          int found = see(slot);
          if (found != NONE) {
            return found;
          }
        }
      }
    }
    return NONE;
  }

  /** Remembers to look beyond the slot; returns an open job that it could work for, or none. */
  private int see(int slot) {
    seenSlot[slot] = true;
    slotQueue[slotsSeen++] = slot;
    int base = firstWord[slot];
    for (int word = 0; word < window[slot].length; word++) {
      long candidates =
          window[slot][word] & ~taken[slot][word] & ~seen[base + word] & stillOpen[base + word];
      if (candidates != 0) {
        int job = ((base + word) << 6) + Long.numberOfTrailingZeros(candidates);
        through[job] = slot;
        return job;
      }
    }
    return NONE;
  }

  /** Gives each job on the path the slot it was found through, and takes its former one away. */
  private void turn(int start, int found) {
    int job = found;
    int slot = through[job];
    flip(job, slot);
    while (slot != start) {
      job = cameFrom[slot];
      flip(job, slot);
      slot = through[job];
      flip(job, slot);
    }
  }

  private void flip(int job, int slot) {
    taken[slot][(job >> 6) - firstWord[slot]] ^= 1L << job;
    int bit = slot - jobs.get(job).earliest();
    slotsOfJob[job][bit >> 6] ^= 1L << bit;
  }
}
