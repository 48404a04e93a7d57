package org.skywatt.green.admission;

import java.util.ArrayList;
import java.util.List;

/**
 * Work arrives, is taken or refused at once and for good, and what was taken is done by its
 * deadline.
 *
 * <p>Taken work runs on green power whenever there is some, the earliest deadline first, and can be
 * interrupted. Power from the grid is drawn at the last moment that still keeps every deadline.
 * Capacity that a step did not use in its beginning can be used in its rest, as in the paper's
 * program. All decisions use the current step and what is forecast from earlier ones.
 */
public final class AdmissionReplay {
  /** Length of a step, s. */
  public static final int STEP_SECONDS = 600;

  private static final int SLICE_SECONDS = 5;
  private static final int SLICES = STEP_SECONDS / SLICE_SECONDS;
  private static final int DAY = 86_400 / STEP_SECONDS;
  private static final double SAFE_SHARE = 0.7;
  // A request is large if it is so many times the mean; work is scarce if less than this is taken.
  private static final double LARGE = 1.5;
  private static final double SCARCE = 0.9;
  private static final double SAFE_QUANTILE = 0;

  private final double[] free;
  private final double[] renewable;
  private final AdmissionPolicy policy;
  private final CapacityForecast greenForecast;
  private final CapacityForecast freeForecast = new CapacityForecast(DAY, SAFE_QUANTILE);
  // The earliest deadline first.
  private final List<Job> queue = new ArrayList<>();
  private int step;
  private double usedInStep;
  private double done;
  private double green;
  private int accepted;
  private int missed;
  private int asked;
  private double askedSize;

  private static final class Job {
    final double deadline;
    double left;

    Job(double deadline, double left) {
      this.deadline = deadline;
      this.left = left;
    }
  }

  private AdmissionReplay(double[] free, double[] renewable, AdmissionPolicy policy) {
    this.free = free;
    this.renewable = renewable;
    this.policy = policy;
    this.greenForecast = new CapacityForecast(DAY, policy.quantile());
  }

  /**
   * Replays.
   *
   * @param free capacity that is not in use otherwise, one a step
   * @param renewable capacity that renewable power can drive, one a step
   * @param requests in the order of their arrival
   */
  public static AdmissionResult run(
      double[] free, double[] renewable, List<WorkRequest> requests, AdmissionPolicy policy) {
    return new AdmissionReplay(free, renewable, policy).run(requests);
  }

  private AdmissionResult run(List<WorkRequest> requests) {
    int next = 0;
    for (step = 0; step < free.length; step++) {
      greenForecast.observe(greenCapacity());
      freeForecast.observe(free[step]);
      usedInStep = 0;
      for (int slice = 0; slice < SLICES; slice++) {
        double now = (double) step * STEP_SECONDS + slice * SLICE_SECONDS;
        while (next < requests.size() && requests.get(next).arrival() <= now) {
          admit(requests.get(next), now);
          next++;
        }
        work(now);
      }
      done += usedInStep;
      green += Math.min(usedInStep, renewable[step]);
    }
    return new AdmissionResult(requests.size(), accepted, missed + queue.size(), done, green);
  }

  private double greenCapacity() {
    return Math.min(free[step], renewable[step]);
  }

  private void admit(WorkRequest request, double now) {
    Job job = new Job(request.deadline(), request.size());
    double before = gridNeed(now);
    int place = queue.size();
    while (place > 0 && queue.get(place - 1).deadline > job.deadline) {
      place--;
    }
    queue.add(place, job);
    double after = gridNeed(now);
    double work = 0;
    for (Job each : queue) {
      work += each.left;
    }
    double grid = done - green + Math.max(0, usedInStep - renewable[step]);
    double allowance = (1 - policy.greenTarget()) * (done + usedInStep + work) - grid;
    if (!isLargeWhileScarce(request)
        && after <= Math.max(before, allowance)
        && urgentWork(now + SLICE_SECONDS) == 0) {
      accepted++;
    } else {
      queue.remove(place);
    }
  }

  /** While not all work can be taken, several small requests are better than a large one. */
  private boolean isLargeWhileScarce(WorkRequest request) {
    asked++;
    askedSize += request.size();
    return request.size() > LARGE * askedSize / asked && accepted < SCARCE * asked;
  }

  /** Work that green power is not counted on to do in time. */
  private double gridNeed(double now) {
    double here = Math.max(0, greenCapacity() - usedInStep);
    double end = (double) (step + 1) * STEP_SECONDS;
    double worst = 0;
    double work = 0;
    for (int i = 0; i < queue.size(); i++) {
      Job job = queue.get(i);
      work += job.left;
      if (isFollowedByEqual(i)) {
        continue;
      }
      double can =
          job.deadline <= end
              ? here * (job.deadline - now) / (end - now)
              : here + greenForecast.until((job.deadline - end) / STEP_SECONDS);
      worst = Math.max(worst, work - can);
    }
    return worst;
  }

  /** Work that must be done before {@code now}, since what comes after may not suffice for it. */
  private double urgentWork(double now) {
    double end = (double) (step + 1) * STEP_SECONDS;
    double here = now < end ? Math.max(0, free[step] - usedInStep) : 0;
    double work = 0;
    double urgent = 0;
    for (int i = 0; i < queue.size(); i++) {
      Job job = queue.get(i);
      work += job.left;
      if (isFollowedByEqual(i)) {
        continue;
      }
      double last = job.deadline - 2 * SLICE_SECONDS;
      double can =
          last <= end
              ? SAFE_SHARE * here * Math.max(0, last - now) / Math.max(SLICE_SECONDS, end - now)
              : SAFE_SHARE * here + SAFE_SHARE * freeForecast.until((last - end) / STEP_SECONDS);
      urgent = Math.max(urgent, work - can);
    }
    return urgent;
  }

  /** Of jobs with one deadline, the last decides for all. */
  private boolean isFollowedByEqual(int place) {
    return place + 1 < queue.size() && queue.get(place + 1).deadline == queue.get(place).deadline;
  }

  private void work(double now) {
    if (queue.isEmpty()) {
      return;
    }
    double share = SLICE_SECONDS / ((step + 1.0) * STEP_SECONDS - now);
    double onGreen = Math.max(0, greenCapacity() - usedInStep) * share;
    double onAny = Math.max(0, free[step] - usedInStep) * share;
    double capacity = Math.max(onGreen, Math.min(onAny, urgentWork(now + SLICE_SECONDS)));
    while (capacity > 0 && !queue.isEmpty()) {
      Job job = queue.get(0);
      double part = Math.min(capacity, job.left);
      job.left -= part;
      capacity -= part;
      usedInStep += part;
      if (job.left <= 1e-9) {
        queue.remove(0);
        if (now + SLICE_SECONDS > job.deadline) {
          missed++;
        }
      }
    }
  }
}
