package org.skywatt.green.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.skywatt.green.plan.Battery;
import org.skywatt.green.promise.Risk;

/**
 * What is asked.
 *
 * @param earliest start no sooner
 * @param deadline end no later, at most {@link #LONGEST_HORIZON} after the earliest start
 * @param duration of the work at its power, at least a second
 * @param powerKw while it runs, above 0; of work whose power varies, the highest
 * @param interruption how it may be interrupted
 * @param green share of its energy that green power is to cover, 0 to 1; 0 for as much as there is
 * @param probability with which it is to, above 0, below 1
 * @param objective what the plan makes as small as it can
 * @param risk whether the promise is the share reached with the probability, or the mean of worse
 * @param elastic its speeds, if it has several; duration and power are then those of the fastest
 * @param battery that stores green power for it, if there is one; its charge is that of now
 */
public record JobSpec(
    Instant earliest,
    Instant deadline,
    Duration duration,
    double powerKw,
    Interruption interruption,
    double green,
    double probability,
    Objective objective,
    Risk risk,
    Optional<ElasticWork> elastic,
    Optional<Battery> battery) {
  /** Longest time from the earliest start to the deadline. */
  public static final Duration LONGEST_HORIZON = Duration.ofDays(31);

  private static final double MOST_KW = 10_000_000;

  /** Work of one speed without a battery. */
  public JobSpec(
      Instant earliest,
      Instant deadline,
      Duration duration,
      double powerKw,
      Interruption interruption,
      double green,
      double probability,
      Objective objective,
      Risk risk) {
    this(
        earliest,
        deadline,
        duration,
        powerKw,
        interruption,
        green,
        probability,
        objective,
        risk,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * How work may be interrupted.
   *
   * @param allowed whether it may be at all
   * @param minimumRun shortest run, 0 or more
   * @param restartKwh energy of each start but the first, 0 or more
   * @param maximumStarts 1 or more
   */
  public record Interruption(
      boolean allowed, Duration minimumRun, double restartKwh, int maximumStarts) {
    /** At one go. */
    public static final Interruption NONE = new Interruption(false, Duration.ZERO, 0, 1);

    /**
     * @throws JobException for what cannot be
     */
    public Interruption {
      if (minimumRun.isNegative()
          || minimumRun.compareTo(LONGEST_HORIZON) > 0
          || !(restartKwh >= 0 && restartKwh <= MOST_KW)
          || maximumStarts < 1) {
        throw new JobException(
            JobException.Code.INVALID_RESTART,
            "a shortest run of "
                + minimumRun
                + " and "
                + restartKwh
                + " kWh a restart cannot be, nor can "
                + maximumStarts
                + " starts; give 0 or more, and one start or more");
      }
    }
  }

  /**
   * @throws JobException for what no job can be
   */
  public JobSpec {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0 || duration.compareTo(LONGEST_HORIZON) > 0) {
      throw new JobException(
          JobException.Code.INVALID_DURATION,
          "duration " + duration + " must be from a second to 31 days, such as PT6H");
    }
    if (!(powerKw > 0 && powerKw <= MOST_KW)) {
      throw new JobException(
          JobException.Code.INVALID_POWER,
          "power " + powerKw + " kW must be above 0 and at most " + (long) MOST_KW);
    }
    if (!(green >= 0 && green <= 1) || !(probability > 0 && probability < 1)) {
      throw new JobException(
          JobException.Code.INVALID_PROMISE,
          "green "
              + green
              + " must be a share, 0 to 1, and probability "
              + probability
              + " lie between 0 and 1");
    }
    Duration window = Duration.between(earliest, deadline);
    if (window.compareTo(LONGEST_HORIZON) > 0) {
      throw new JobException(
          JobException.Code.HORIZON_TOO_LONG,
          "deadline "
              + deadline
              + " is more than 31 days after "
              + earliest
              + "; give a nearer one");
    }
    if (window.compareTo(duration) < 0) {
      throw new JobException(
          JobException.Code.DEADLINE_TOO_SOON,
          "deadline "
              + deadline
              + " comes before "
              + earliest
              + " plus the duration "
              + duration
              + "; give a later deadline or a shorter duration");
    }
  }

  /** Energy of the work, kWh. */
  public double energyKwh() {
    return powerKw * duration.toMillis() / 3_600_000.0;
  }

  /** The same with another window and what is left to do; elastic work is left in proportion. */
  public JobSpec within(Instant from, Instant to, Duration left) {
    double share = (double) left.toMillis() / duration.toMillis();
    return new JobSpec(
        from,
        to,
        left,
        powerKw,
        interruption,
        green,
        probability,
        objective,
        risk,
        elastic.map(each -> each.share(share)),
        battery);
  }

  /** The same with a battery, and another charge in it. */
  public JobSpec charged(double kwh) {
    return new JobSpec(
        earliest,
        deadline,
        duration,
        powerKw,
        interruption,
        green,
        probability,
        objective,
        risk,
        elastic,
        battery.map(each -> each.charged(kwh)));
  }
}
