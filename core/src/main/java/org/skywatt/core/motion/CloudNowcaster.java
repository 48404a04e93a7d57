package org.skywatt.core.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Forecasts images from those before: finds the motion of the newest, carries its bands along, and
 * weights them as would have been best for the images that are past (in the spirit of S-PROG: Seed,
 * Journal of Applied Meteorology 42, 2003). Takes a sequence image by image and knows nothing of
 * later ones. For one thread at a time.
 */
public final class CloudNowcaster {
  /** Takes forecasts. */
  @FunctionalInterface
  public interface Forecasts {
    /** The image {@code step} steps ahead; NaN where what comes there is missing now. */
    void forecast(int step, Plane image);
  }

  /** An image as it came, and without gaps. */
  private record Seen(Plane image, Pyramid filled) {}

  private static final int LEVELS = 7;
  private static final int PAIRS = 3;

  private final RowWorkers workers;
  private final LeadRegression[] regressions;
  private final List<Optional<PastIssue>> pastIssues = new ArrayList<>();
  private final List<Optional<Seen>> seen = new ArrayList<>();
  private Motion motion;
  private Cascade image;
  private Cascade change;

  /**
   * A nowcaster that has seen nothing.
   *
   * @param steps the longest lead of which it learns; longer ones are guessed from it
   */
  public CloudNowcaster(int steps, RowWorkers workers) {
    this.workers = workers;
    regressions = new LeadRegression[steps];
    for (int i = 0; i < steps; i++) {
      regressions[i] = new LeadRegression(2 * LEVELS + 1);
    }
  }

  /**
   * Takes the next image, one step after the last.
   *
   * @param next in any unit; NaN where missing; of the shape of all the others
   */
  public void add(Plane next) {
    learn(next);
    Seen now = new Seen(next, new Pyramid(Gaps.fill(next, workers), workers));
    Optional<Seen> before = seen.isEmpty() ? Optional.empty() : seen.get(0);
    push(Optional.of(now));
    image = Cascade.of(now.filled().image(), LEVELS, workers);
    if (before.isEmpty()) {
      change = Cascade.of(new Plane(next.rows(), next.columns()), LEVELS, workers);
      pastIssues.add(0, Optional.empty());
      return;
    }
    motion = OpticalFlow.estimate(pairs(), OpticalFlow.Effort.FULL, workers);
    Plane carried = new Carrier(motion, workers).carry(before.get().filled().image(), 1);
    change = Cascade.of(Planes.difference(now.filled().image(), carried), LEVELS, workers);
    pastIssues.add(
        0, Optional.of(new PastIssue(motion, image, change, regressions.length, workers)));
  }

  /** Says that the next image of the sequence is lost. */
  public void skip() {
    push(Optional.empty());
    pastIssues.add(0, Optional.empty());
    if (pastIssues.size() > regressions.length) {
      pastIssues.remove(regressions.length);
    }
  }

  /** Whether the motion is known, so that forecasts can be made. */
  public boolean isReady() {
    return motion != null && !seen.isEmpty() && seen.get(0).isPresent();
  }

  /** Motion of the newest image. */
  public Motion motion() {
    return motion;
  }

  /**
   * Forecasts from the newest image, lead by lead.
   *
   * @throws IllegalStateException where it is not {@link #isReady ready}
   */
  public void forecast(int steps, Forecasts forecasts) {
    if (!isReady()) {
      throw new IllegalStateException("two images in a row are needed for a forecast");
    }
    double[] prior = LeadWeights.carriedOnly(LEVELS).all();
    LeadWeights weights = LeadWeights.of(prior);
    int fitted = 0;
    Carrier carrier = new Carrier(motion, workers);
    for (int step = 1; step <= steps; step++) {
      LeadWeights here;
      if (step <= regressions.length && regressions[step - 1].isFitted()) {
        weights = LeadWeights.of(regressions[step - 1].solve(prior));
        fitted = step;
        here = weights;
      } else {
        here = fitted == 0 ? weights : weights.stretched((double) step / fitted);
      }
      Plane sum =
          Cascade.sum(List.of(image, change), List.of(here.bands(), here.changes()), workers);
      Plane forecast = carrier.carry(sum, step);
      Planes.add(forecast, (float) here.offset());
      carrier.blank(seen.get(0).orElseThrow().image(), forecast);
      forecasts.forecast(step, forecast);
    }
  }

  private void learn(Plane outcome) {
    for (int lead = 0; lead < Math.min(pastIssues.size(), regressions.length); lead++) {
      if (pastIssues.get(lead).isPresent()) {
        pastIssues.get(lead).get().learn(lead, outcome, regressions[lead]);
      }
    }
    if (pastIssues.size() == regressions.length && !pastIssues.isEmpty()) {
      pastIssues.remove(regressions.length - 1);
    }
  }

  private void push(Optional<Seen> next) {
    seen.add(0, next);
    if (seen.size() > PAIRS + 1) {
      seen.remove(PAIRS + 1);
    }
  }

  private List<OpticalFlow.Pair> pairs() {
    List<OpticalFlow.Pair> pairs = new ArrayList<>();
    for (int i = seen.size() - 2; i >= 0; i--) {
      if (seen.get(i).isPresent() && seen.get(i + 1).isPresent()) {
        pairs.add(new OpticalFlow.Pair(seen.get(i + 1).get().filled(), seen.get(i).get().filled()));
      }
    }
    return pairs;
  }
}
