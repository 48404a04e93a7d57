package org.skywatt.core.motion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Scores nowcasts of a sequence of images against persistence (the newest image stays as it is), on
 * the same pixels: all that are there in the newest image and in the outcome, and in the nowcast.
 * Images pass through a window of the longest lead; the nowcaster is given none after the issue.
 */
public final class NowcastVerifier {
  /**
   * Scores of a lead.
   *
   * @param pixels number of pixels scored, over all issues; the errors are root mean squares, in
   *     the images' unit
   * @param ensemble scores of the ensemble, on a lattice of the same pixels
   */
  public record Score(
      Duration lead,
      int issues,
      long pixels,
      double rmse,
      double rmsePersistence,
      EnsembleErrors.Score ensemble) {}

  private record Timed(Instant time, Plane image) {}

  /** The step is the shortest time between two of this many first images. */
  private static final int FIRST = 4;

  /** After so many steps without an image everything starts anew. */
  private static final int LONGEST_GAP = 16;

  /** With 19, a band from the second lowest to the second highest holds 80% if all is well. */
  private static final int MEMBERS = 19;

  private final Instant from;
  private final Duration longest;
  private final RowWorkers workers;
  private final Deque<Timed> window = new ArrayDeque<>();
  private final List<Errors> errors = new ArrayList<>();
  private Duration step = Duration.ZERO;
  private CloudNowcaster nowcaster;
  private Instant last;
  private int frames;

  /**
   * A verifier.
   *
   * @param from the first issue; every later image is an issue too
   * @param longest lead
   */
  public NowcastVerifier(Instant from, Duration longest, RowWorkers workers) {
    this.from = from;
    this.longest = longest;
    this.workers = workers;
  }

  /**
   * Takes the next image.
   *
   * @throws IllegalArgumentException where it is not later than the last, or of another shape, or
   *     not a number of steps later
   */
  public void add(Instant time, Plane image) {
    Timed before = window.peekLast();
    if (before != null && !time.isAfter(before.time())) {
      throw new IllegalArgumentException(
          "the image of " + time + " does not come after that of " + before.time());
    }
    if (before != null && !image.sameShape(before.image())) {
      throw new IllegalArgumentException(
          "the image of " + time + " has another shape than those before");
    }
    window.add(new Timed(time, image));
    frames++;
    if (step.isZero() && frames == FIRST) {
      findStep();
    }
    if (!step.isZero() && window.size() > errors.size()) {
      issue();
    }
  }

  /** Number of images taken. */
  public int frames() {
    return frames;
  }

  /** Issues from the images that are left, and tells the scores of the leads that were scored. */
  public List<Score> finish() {
    if (step.isZero() && window.size() > 1) {
      findStep();
    }
    while (window.size() > 1) {
      issue();
    }
    List<Score> scores = new ArrayList<>();
    for (int lead = 1; lead <= errors.size(); lead++) {
      Errors of = errors.get(lead - 1);
      if (of.pixels > 0) {
        scores.add(of.score(step.multipliedBy(lead)));
      }
    }
    return scores;
  }

  private void findStep() {
    Instant before = null;
    for (Timed each : window) {
      Duration gap = before == null ? Duration.ZERO : Duration.between(before, each.time());
      if (!gap.isZero() && (step.isZero() || gap.compareTo(step) < 0)) {
        step = gap;
      }
      before = each.time();
    }
    int steps = (int) Math.max(1, Math.min(LONGEST_GAP * 4, longest.dividedBy(step)));
    for (int i = 0; i < steps; i++) {
      errors.add(new Errors());
    }
    nowcaster = new CloudNowcaster(steps, workers);
  }

  private void issue() {
    Timed newest = window.remove();
    if (last != null) {
      int gap = stepsBetween(last, newest.time());
      if (gap > LONGEST_GAP) {
        nowcaster = new CloudNowcaster(errors.size(), workers);
      }
      for (int i = 1; i < gap && gap <= LONGEST_GAP; i++) {
        nowcaster.skip();
      }
    }
    last = newest.time();
    nowcaster.add(newest.image());
    if (newest.time().isBefore(from) || !nowcaster.isReady() || window.isEmpty()) {
      return;
    }
    Plane[] outcomes = new Plane[errors.size() + 1];
    int farthest = 0;
    for (Timed later : window) {
      int ahead = stepsBetween(newest.time(), later.time());
      if (ahead < outcomes.length) {
        outcomes[ahead] = later.image();
        farthest = ahead;
      }
    }
    nowcaster.forecast(
        farthest,
        MEMBERS,
        frames,
        (ahead, forecast, ensemble) -> {
          if (outcomes[ahead] != null) {
            errors.get(ahead - 1).add(forecast, newest.image(), outcomes[ahead]);
            errors.get(ahead - 1).ensemble.add(ensemble, newest.image(), outcomes[ahead]);
          }
        });
  }

  private int stepsBetween(Instant one, Instant other) {
    long millis = Duration.between(one, other).toMillis();
    long steps = Math.round((double) millis / step.toMillis());
    if (Math.abs(millis - steps * step.toMillis()) > step.toMillis() / 10) {
      throw new IllegalArgumentException(
          "the image of " + other + " is not a number of steps of " + step + " after " + one);
    }
    return (int) Math.min(Integer.MAX_VALUE, steps);
  }

  private static final class Errors {
    private int issues;
    private long pixels;
    private double squares;
    private double persistenceSquares;
    private final EnsembleErrors ensemble = new EnsembleErrors();

    void add(Plane forecast, Plane newest, Plane outcome) {
      issues++;
      for (int i = 0; i < outcome.values().length; i++) {
        double error = forecast.values()[i] - outcome.values()[i];
        double still = newest.values()[i] - outcome.values()[i];
        if (Double.isFinite(error) && Double.isFinite(still)) {
          pixels++;
          squares += error * error;
          persistenceSquares += still * still;
        }
      }
    }

    Score score(Duration lead) {
      return new Score(
          lead,
          issues,
          pixels,
          Math.sqrt(squares / pixels),
          Math.sqrt(persistenceSquares / pixels),
          ensemble.score());
    }
  }
}
