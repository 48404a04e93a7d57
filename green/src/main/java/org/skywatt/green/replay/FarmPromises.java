package org.skywatt.green.replay;

import java.util.List;
import java.util.Random;
import org.skywatt.green.plan.SlotJob;
import org.skywatt.green.promise.Analogs;
import org.skywatt.green.promise.Scenarios;

/**
 * Jobs that run on the power of a farm of which weather forecasts are issued twice a day, hour by
 * hour, two days ahead. Each job is promised a share of its energy as soon as a forecast is there;
 * scenarios are what the farm gave when the forecast looked alike.
 */
public final class FarmPromises {
  /** Hours from the time that a forecast is made for until it is there: assumed. */
  public static final int DELAY_HOURS = 6;

  private static final int ANALOGS = 60;
  private static final int ENOUGH = 120;
  private static final int JOBS_AN_ISSUE = 3;
  private static final int LONGEST_JOB = 12;
  private static final int LEAST_SLACK = 4;
  private static final int SLACKS = 27;

  /**
   * A forecast.
   *
   * @param hour it is made for, counted like {@code power}
   * @param wind speed in each of the hours after it, m/s
   */
  public record Issue(int hour, double[] wind) {}

  private FarmPromises() {}

  /**
   * Replays; jobs are drawn from a fixed seed.
   *
   * @param issues in the order of time, all of one length
   * @param power of each hour, shares of capacity; NaN where it is not known, and no job runs there
   * @param firstHour from which on promises are made
   */
  public static void run(
      List<Issue> issues, double[] power, int firstHour, long seed, List<PromiseReplay> replays) {
    Random random = new Random(seed);
    Analogs analogs = new Analogs(ANALOGS);
    int learnt = 0;
    for (Issue issue : issues) {
      int now = issue.hour() + DELAY_HOURS;
      int hours = issue.wind().length;
      while (issues.get(learnt).hour() + hours < now) {
        double[] course = course(power, issues.get(learnt));
        if (isKnown(course)) {
          analogs.learn(issues.get(learnt).wind(), course);
        }
        learnt++;
      }
      double[] truth = course(power, issue);
      if (issue.hour() < firstHour || analogs.size() < ENOUGH || !isKnown(truth)) {
        continue;
      }
      for (int i = 0; i < JOBS_AN_ISSUE; i++) {
        int slots = 1 + random.nextInt(LONGEST_JOB);
        int deadline = Math.min(hours, DELAY_HOURS + slots + LEAST_SLACK + random.nextInt(SLACKS));
        SlotJob job = new SlotJob("job", DELAY_HOURS, deadline, slots);
        double need = 0.1 + 0.5 * random.nextDouble();
        boolean interruptible = random.nextBoolean();
        Scenarios scenarios =
            Scenarios.ofCover(analogs.like(issue.wind(), DELAY_HOURS, deadline), need);
        double[] cover = Scenarios.ofCover(new double[][] {truth}, need).values()[0];
        for (PromiseReplay replay : replays) {
          replay.job(now, scenarios, cover, job, interruptible, issue.hour() + deadline);
        }
      }
    }
  }

  /** Power in the hours that the forecast is of. */
  private static double[] course(double[] power, Issue issue) {
    double[] course = new double[issue.wind().length];
    for (int i = 0; i < course.length; i++) {
      int hour = issue.hour() + 1 + i;
      course[i] = hour < power.length ? power[hour] : Double.NaN;
    }
    return course;
  }

  private static boolean isKnown(double[] course) {
    for (double value : course) {
      if (Double.isNaN(value)) {
        return false;
      }
    }
    return true;
  }
}
