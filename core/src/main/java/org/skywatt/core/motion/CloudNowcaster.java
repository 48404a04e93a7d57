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

  /** Takes forecasts and their ensembles. */
  @FunctionalInterface
  public interface EnsembleForecasts {
    /**
     * The image {@code step} steps ahead, as {@link Forecasts} has it, and an ensemble that is
     * valid until this returns.
     */
    void forecast(int step, Plane image, LeadEnsemble ensemble);
  }

  /** An image as it came, and without gaps. */
  private record Seen(Plane image, Pyramid filled) {}

  private static final int LEVELS = 7;
  private static final int PAIRS = 3;

  private final RowWorkers workers;
  private final LeadRegression[] regressions;
  private final ErrorRegression[] errors;
  private final List<Optional<PastIssue>> pastIssues = new ArrayList<>();
  private final List<Optional<Seen>> seen = new ArrayList<>();
  private Motion motion;
  private Cascade image;
  private Cascade change;
  private Unrest unrest;

  /**
   * A nowcaster that has seen nothing.
   *
   * @param steps the longest lead of which it learns; longer ones are guessed from it
   */
  public CloudNowcaster(int steps, RowWorkers workers) {
    this.workers = workers;
    regressions = new LeadRegression[steps];
    errors = new ErrorRegression[steps];
    for (int i = 0; i < steps; i++) {
      regressions[i] = new LeadRegression(2 * LEVELS + 1);
      errors[i] = new ErrorRegression();
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
    Plane changed = Planes.difference(now.filled().image(), carried);
    change = Cascade.of(changed, LEVELS, workers);
    unrest = Unrest.of(now.filled().image(), changed, workers);
    pastIssues.add(
        0, Optional.of(new PastIssue(motion, image, change, unrest, regressions.length, workers)));
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
    forecast(
        steps, (step, weights, source, carrier, forecast) -> forecasts.forecast(step, forecast));
  }

  /**
   * Forecasts with an ensemble at each lead: errors of motion and noise as large as those of the
   * issues that are past, as far as there are any.
   *
   * @param members number of members; 19 have their second and eighteenth at 10% and 90%
   * @param seed the same seed gives the same members
   * @throws IllegalStateException where it is not {@link #isReady ready}
   */
  public void forecast(int steps, int members, long seed, EnsembleForecasts forecasts) {
    ErrorSize[] sizes = errorSizes(steps);
    Plane shape = seen.get(0).map(Seen::image).orElseThrow();
    Disturbances disturbances = new Disturbances(shape.rows(), shape.columns(), members, seed);
    forecast(
        steps,
        (step, weights, source, carrier, forecast) ->
            forecasts.forecast(
                step,
                forecast,
                new LeadEnsemble(
                    source,
                    forecast,
                    (float) weights.offset(),
                    carrier,
                    unrest,
                    sizes[step - 1],
                    disturbances,
                    workers)));
  }

  /**
   * What is known of the errors of each lead: learned, stretched from the last learned, or guessed.
   */
  private ErrorSize[] errorSizes(int steps) {
    ErrorSize[] sizes = new ErrorSize[steps];
    int fitted = 0;
    for (int step = 1; step <= steps; step++) {
      if (step <= errors.length && errors[step - 1].isFitted()) {
        sizes[step - 1] = errors[step - 1].solve();
        fitted = step;
      } else {
        sizes[step - 1] =
            fitted == 0
                ? ErrorSize.guess(step)
                : sizes[fitted - 1].stretched((double) step / fitted);
      }
    }
    return sizes;
  }

  /** Takes what a lead's forecast is made of. */
  private interface Leads {
    void lead(int step, LeadWeights weights, Plane source, Carrier carrier, Plane forecast);
  }

  private void forecast(int steps, Leads leads) {
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
      leads.lead(step, here, sum, carrier, forecast);
    }
  }

  private void learn(Plane outcome) {
    for (int lead = 0; lead < Math.min(pastIssues.size(), regressions.length); lead++) {
      if (pastIssues.get(lead).isPresent()) {
        learn(lead, pastIssues.get(lead).get(), outcome);
      }
    }
    if (pastIssues.size() == regressions.length && !pastIssues.isEmpty()) {
      pastIssues.remove(regressions.length - 1);
    }
  }

  /** Learns from one past issue; its errors are those of the weights that were known before. */
  private void learn(int lead, PastIssue past, Plane outcome) {
    LeadRegression regression = regressions[lead];
    boolean first = !regression.isFitted();
    double[] prior = LeadWeights.carriedOnly(LEVELS).all();
    if (!first) {
      past.learnErrors(lead, outcome, regression.solve(prior), errors[lead]);
    }
    past.learn(lead, outcome, regression);
    if (first && regression.isFitted()) {
      past.learnErrors(lead, outcome, regression.solve(prior), errors[lead]);
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
