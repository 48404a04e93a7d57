package org.skywatt.green.replay;

import java.util.Arrays;
import java.util.List;

/**
 * The experiments of Wiesner et al. 2021, "Let's Wait Awhile: How Temporal Workload Shifting Can
 * Reduce Carbon Emissions in the Cloud", with the quirks of the paper's program, so that its
 * figures come out:
 *
 * <ul>
 *   <li>nightly windows that begin before the year skip that night but still divide by 365;
 *   <li>a forecast includes its end, so every job has one more slot than its slack, the baseline
 *       too, and may overrun its deadline by one;
 *   <li>interruptible work runs in every slot that is as cheap as its dearest one: ties run on;
 *   <li>the slack of "next workday" after a Friday's 17:00 ends on Saturday at 9:00.
 * </ul>
 */
public final class PaperReplay {
  private static final int NIGHTS = 365;
  private static final int SLOTS_OF_DAY = 48;
  private static final int ONE_O_CLOCK = 2;

  private final double[] intensity;

  /**
   * @param intensity grams of CO2 a kilowatt-hour, one a slot of half an hour of the year
   */
  public PaperReplay(double... intensity) {
    this.intensity = intensity.clone();
  }

  /**
   * The forecast of the paper: the truth and noise in proportion to its mean.
   *
   * @param error standard deviation as a fraction of the mean intensity
   * @param noise standard normal draws, one a slot at least
   */
  public double[] forecast(double error, double... noise) {
    double scale = error * Arrays.stream(intensity).average().orElse(Double.NaN);
    double[] forecast = intensity.clone();
    for (int slot = 0; slot < forecast.length; slot++) {
      forecast[slot] += scale * noise[slot];
    }
    return forecast;
  }

  /** Mean intensity of half-hour jobs of 1:00 that may run up to {@code window} slots off. */
  public double nightly(int window, double... forecast) {
    double sum = 0;
    for (int night = 0; night < NIGHTS; night++) {
      int first = night * SLOTS_OF_DAY + ONE_O_CLOCK - window;
      if (first >= 0) {
        sum += intensity[leastMean(first, first + 2 * window + 1, 1, forecast)];
      }
    }
    return sum / NIGHTS;
  }

  /** Sum of intensities over the slots in which the jobs run, as the paper's program runs them. */
  public double total(
      List<DelayableJob> jobs, DeadlineRule rule, boolean interruptible, double... forecast) {
    double sum = 0;
    for (DelayableJob job : jobs) {
      int end = Math.min(intensity.length, job.start() + job.slots() + job.slack(rule) + 1);
      sum +=
          interruptible
              ? interrupted(job, end, forecast)
              : atOneGo(leastMean(job.start(), end, job.slots(), forecast), job.slots());
    }
    return sum;
  }

  /** The same for jobs that do not wait, as far as the quirk of one slot lets them. */
  public double baseline(List<DelayableJob> jobs) {
    double sum = 0;
    for (DelayableJob job : jobs) {
      int end = Math.min(intensity.length, job.start() + job.slots() + 1);
      sum += atOneGo(leastMean(job.start(), end, job.slots(), intensity), job.slots());
    }
    return sum;
  }

  private double interrupted(DelayableJob job, int end, double[] forecast) {
    double[] sorted = Arrays.copyOfRange(forecast, job.start(), end);
    Arrays.sort(sorted);
    double dearest = sorted[job.slots() - 1];
    double sum = 0;
    for (int slot = job.start(); slot < end; slot++) {
      if (forecast[slot] <= dearest) {
        sum += intensity[slot];
      }
    }
    return sum;
  }

  private double atOneGo(int start, int slots) {
    double sum = 0;
    for (int slot = start; slot < start + slots; slot++) {
      sum += intensity[slot];
    }
    return sum;
  }

  private static int leastMean(int first, int end, int slots, double[] forecast) {
    double sum = 0;
    for (int slot = first; slot < first + slots; slot++) {
      sum += forecast[slot];
    }
    int best = first;
    double least = sum;
    for (int start = first + 1; start <= end - slots; start++) {
      sum += forecast[start + slots - 1] - forecast[start - 1];
      if (sum < least) {
        least = sum;
        best = start;
      }
    }
    return best;
  }
}
