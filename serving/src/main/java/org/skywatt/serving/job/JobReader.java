package org.skywatt.serving.job;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.skywatt.green.job.ElasticWork;
import org.skywatt.green.job.JobException;
import org.skywatt.green.job.JobSpec;
import org.skywatt.green.job.Objective;
import org.skywatt.green.plan.Battery;
import org.skywatt.green.plan.ElasticJob;
import org.skywatt.green.promise.Risk;
import org.skywatt.serving.forecast.TimeRange;
import org.skywatt.serving.problem.ProblemException;

/** Reads what is asked of a job. */
final class JobReader {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_PROFILE = 1_000;
  private static final Set<String> FALLBACKS = Set.of("run", "wait", "skip");

  private final JobBody body;

  private JobReader(JobBody body) {
    this.body = body;
  }

  /**
   * What is to be planned.
   *
   * @throws ProblemException (400) naming what is wrong and how to mend it
   */
  static JobSpec spec(JobBody body, Instant now) {
    try {
      return new JobReader(body).spec(now);
    } catch (JobException e) {
      throw problem(e);
    }
  }

  static ProblemException problem(JobException e) {
    return ProblemException.badRequest(
        e.code().name().toLowerCase(Locale.ROOT).replace('_', '-'), e.getMessage());
  }

  private JobSpec spec(Instant now) {
    requireSimpleFields();
    Optional<ElasticWork> elastic = elastic();
    double power = elastic.isPresent() ? elastic.get().powerKw() : power();
    Duration length = elastic.isPresent() ? elastic.get().shortest() : length(power);
    Instant asked =
        body.earliestStart() == null ? now : TimeRange.time("earliestStart", body.earliestStart());
    return new JobSpec(
        asked.isBefore(now) ? now : asked,
        TimeRange.time("deadline", body.deadline()),
        length,
        power,
        interruption(elastic.isPresent()),
        body.green() == null ? 0 : body.green(),
        body.probability() == null ? 0.9 : body.probability(),
        objective(),
        risk(),
        elastic,
        battery());
  }

  private void requireSimpleFields() {
    String name = body.name();
    if (name != null && (name.length() > LONGEST_NAME || name.indexOf('\0') >= 0)) {
      throw ProblemException.badRequest("invalid-name", "name may have 200 characters at most");
    }
    if (body.fallback() != null && !FALLBACKS.contains(body.fallback())) {
      throw ProblemException.badRequest("invalid-fallback", "fallback must be run, wait or skip");
    }
    Double grams = body.gridGramsPerKwh();
    if (grams != null && !(grams >= 0 && grams <= 5000)) {
      throw ProblemException.badRequest("invalid-intensity", "gridGramsPerKwh must be 0 to 5000");
    }
    if (body.zone() != null) {
      PlaceBody.requireZone(body.zone());
    }
    if (body.deadline() == null) {
      throw ProblemException.badRequest("missing-field", "deadline is missing");
    }
  }

  private Optional<ElasticWork> elastic() {
    if (body.work() == null && body.elasticPoints() == null) {
      return Optional.empty();
    }
    if (body.work() == null || body.elasticPoints() == null) {
      throw ProblemException.badRequest(
          "invalid-work", "work and elasticPoints must come together");
    }
    if (body.duration() != null
        || body.energyKwh() != null
        || body.powerKw() != null
        || body.powerProfileKw() != null
        || body.minimumRun() != null
        || body.restartKwh() != null
        || body.maximumStarts() != null
        || Boolean.FALSE.equals(body.interruptible())) {
      throw ProblemException.badRequest(
          "invalid-work",
          "elasticPoints may change the speed in every step: leave out duration, energyKwh,"
              + " powerKw, powerProfileKw, minimumRun, restartKwh, maximumStarts and interruptible"
              + " false");
    }
    List<ElasticJob.Point> speeds = new ArrayList<>();
    for (SpeedBody each : body.elasticPoints()) {
      if (each == null) {
        throw ProblemException.badRequest("invalid-work", "a speed is null");
      }
      speeds.add(new ElasticJob.Point(each.powerKw(), each.workPerHour()));
    }
    return Optional.of(new ElasticWork(body.work() * (1 + uncertainty()), speeds));
  }

  private Optional<Battery> battery() {
    return body.battery() == null ? Optional.empty() : Optional.of(body.battery().toBattery());
  }

  private JobSpec.Interruption interruption(boolean elastic) {
    return new JobSpec.Interruption(
        elastic || (body.interruptible() != null && body.interruptible()),
        body.minimumRun() == null ? Duration.ZERO : duration("minimumRun", body.minimumRun()),
        body.restartKwh() == null ? 0 : body.restartKwh(),
        body.maximumStarts() == null ? Integer.MAX_VALUE : body.maximumStarts());
  }

  private Objective objective() {
    return switch (body.objective() == null ? "green" : body.objective()) {
      case "green" -> Objective.GREEN;
      case "carbon" -> Objective.CARBON;
      case "price" -> Objective.PRICE;
      case "mixed" -> Objective.MIXED;
      default ->
          throw ProblemException.badRequest(
              "invalid-objective", "objective must be green, carbon, price or mixed");
    };
  }

  private Risk risk() {
    return switch (body.risk() == null ? "chance" : body.risk()) {
      case "chance" -> Risk.CHANCE;
      case "cvar" -> Risk.CONDITIONAL_VALUE_AT_RISK;
      default -> throw ProblemException.badRequest("invalid-risk", "risk must be chance or cvar");
    };
  }

  private double power() {
    double[] profile = body.powerProfileKw();
    if ((body.powerKw() == null) == (profile == null)) {
      throw ProblemException.badRequest(
          "invalid-power", "give either powerKw or powerProfileKw, and not both");
    }
    if (body.powerKw() != null) {
      return body.powerKw();
    }
    if (profile.length == 0 || profile.length > LONGEST_PROFILE) {
      throw ProblemException.badRequest(
          "invalid-power",
          "powerProfileKw has " + profile.length + " parts; give 1 to " + LONGEST_PROFILE);
    }
    double most = 0;
    for (double each : profile) {
      if (!(each >= 0)) {
        throw ProblemException.badRequest(
            "invalid-power", "powerProfileKw holds " + each + "; give 0 or more");
      }
      most = Math.max(most, each);
    }
    return most;
  }

  private Duration length(double power) {
    if ((body.duration() == null) == (body.energyKwh() == null)) {
      throw ProblemException.badRequest(
          "invalid-duration", "give either duration or energyKwh, and not both");
    }
    double uncertainty = uncertainty();
    double seconds =
        body.duration() != null
            ? duration("duration", body.duration()).toSeconds()
            : Math.ceil(3600 * body.energyKwh() / power);
    double most = Math.ceil(seconds * (1 + uncertainty));
    if (!(Math.abs(most) < 1e12)) {
      throw ProblemException.badRequest(
          "invalid-duration",
          "energyKwh " + body.energyKwh() + " and power " + power + " kW cannot be");
    }
    return Duration.ofSeconds((long) most);
  }

  private double uncertainty() {
    double uncertainty = body.durationUncertainty() == null ? 0 : body.durationUncertainty();
    if (!(uncertainty >= 0 && uncertainty <= 1)) {
      throw ProblemException.badRequest(
          "invalid-duration", "durationUncertainty " + uncertainty + " must be 0 to 1");
    }
    return uncertainty;
  }

  private static Duration duration(String field, String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw ProblemException.badRequest(
          "invalid-duration", field + " '" + text + "' must be ISO 8601, such as PT3H");
    }
  }
}
