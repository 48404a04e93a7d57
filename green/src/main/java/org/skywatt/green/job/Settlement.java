package org.skywatt.green.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What came of a job, against what was planned. Energy is matched with green energy hour by hour
 * (step by step, in fact): green energy of one step does not cover another.
 *
 * @param plannedKwh energy of the plan
 * @param actualKwh metered
 * @param greenKwh of the metered energy, matched with green energy of the same step
 * @param plannedGreenKwh what the plan would have matched, had it been followed to the letter
 * @param oracleGreenKwh the most that any plan in the job's window could have matched
 * @param atOnceGreenKwh what running at once would have matched
 * @param steps those in which energy was used, or a battery was charged from the grid (their green
 *     energy is below 0); they add up to the meter, as far as it was read within the steps that
 *     were given
 */
public record Settlement(
    double plannedKwh,
    double actualKwh,
    double greenKwh,
    double plannedGreenKwh,
    double oracleGreenKwh,
    double atOnceGreenKwh,
    List<Step> steps) {
  /** Energy that was used in a step, kWh, and how much of it green energy matched. */
  public record Step(Instant start, Instant end, double kwh, double greenKwh) {}

  /** Energy that was used between two moments, kWh. */
  public record Metered(Instant start, Instant end, double kwh) {}

  /** Green energy that was lost against the oracle, kWh. */
  public double regretKwh() {
    return oracleGreenKwh - greenKwh;
  }

  /**
   * Which share of the regret is the forecast's: what the plan, followed to the letter, falls short
   * of the oracle. The rest is that the job did not run as planned. NaN without regret.
   */
  public double forecastShare() {
    double regret = regretKwh();
    return regret > 1e-9
        ? Math.min(1, Math.max(0, (oracleGreenKwh - plannedGreenKwh) / regret))
        : Double.NaN;
  }

  /**
   * Settles.
   *
   * @param batteryKwh what a battery drew in each step, below 0 where it gave; it counts for what
   *     was used and planned, not for the oracle nor for running at once
   * @param greenKw what the green power was in each step from {@code start} on, 0 or more
   * @param start of the first step; the steps have to reach over the job's window
   */
  public static Settlement of(
      JobSpec spec,
      List<Segment> plan,
      List<Metered> meter,
      Instant start,
      int stepSeconds,
      double[] batteryKwh,
      double[] greenKw) {
    double hours = stepSeconds / 3600.0;
    double[] planned = new double[greenKw.length];
    double[] used = new double[greenKw.length];
    double[] possible = new double[greenKw.length];
    for (int step = 0; step < greenKw.length; step++) {
      Instant from = start.plusSeconds((long) step * stepSeconds);
      Instant to = from.plusSeconds(stepSeconds);
      for (Segment each : plan) {
        planned[step] += each.kwhWithin(from, to);
      }
      for (Metered each : meter) {
        Segment span = new Segment(each.start(), each.end(), 0);
        double length = Math.max(1e-9, Segment.seconds(span.within(each.start(), each.end())));
        used[step] += each.kwh() * Segment.seconds(span.within(from, to)) / length;
      }
      Segment window = new Segment(spec.earliest(), spec.deadline(), spec.powerKw());
      possible[step] = window.kwhWithin(from, to);
    }
    Integer[] greenest = IntStream.range(0, greenKw.length).boxed().toArray(Integer[]::new);
    Integer[] inOrder = greenest.clone();
    Arrays.sort(greenest, Comparator.comparingDouble(step -> -greenKw[step]));
    // Elastic work takes what its plan takes.
    double energy = spec.elastic().isEmpty() ? spec.energyKwh() : Arrays.stream(planned).sum();
    double[] none = new double[greenKw.length];
    List<Step> steps = new ArrayList<>();
    for (int step = 0; step < used.length; step++) {
      double green = Math.min(used[step], greenKw[step] * hours - batteryKwh[step]);
      if (used[step] > 0 || green < 0) {
        Instant from = start.plusSeconds((long) step * stepSeconds);
        steps.add(new Step(from, from.plusSeconds(stepSeconds), used[step], green));
      }
    }
    return new Settlement(
        Arrays.stream(planned).sum(),
        meter.stream().mapToDouble(Metered::kwh).sum(),
        matched(used, batteryKwh, hours, greenKw),
        matched(planned, batteryKwh, hours, greenKw),
        matched(fill(greenest, possible, energy), none, hours, greenKw),
        matched(fill(inOrder, possible, energy), none, hours, greenKw),
        steps);
  }

  private static double[] fill(Integer[] order, double[] possible, double energy) {
    double[] filled = new double[possible.length];
    double left = energy;
    for (int step : order) {
      filled[step] = Math.min(left, possible[step]);
      left -= filled[step];
    }
    return filled;
  }

  private static double matched(
      double[] kwh, double[] batteryKwh, double hours, double... greenKw) {
    double sum = 0;
    for (int step = 0; step < kwh.length; step++) {
      sum += Math.min(kwh[step], greenKw[step] * hours - batteryKwh[step]);
    }
    return sum;
  }
}
