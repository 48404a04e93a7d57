package org.skywatt.features.schema;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.skywatt.core.time.Interval;
import org.skywatt.core.time.StepGrid;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.tier.InputTiers;
import org.skywatt.features.view.IssueSteps;
import org.skywatt.features.view.SiteSteps;
import org.skywatt.features.view.SiteView;
import org.skywatt.features.view.SunSteps;
import org.skywatt.features.view.WeatherSteps;

/**
 * Computes the features of one site, issue after issue, without computing again what cannot have
 * changed: a formula's kind tells what it hangs on. Memory grows with the steps that issues with
 * the same weather have, and with those that the sun was asked for. Not safe for threads.
 */
public final class FeatureRows {
  /** Formulas of one kind, and the places of their features. */
  private record Kind<F>(List<F> formulas, int[] places) {
    static <F extends Formula> Kind<F> of(Class<F> type, FeatureSchema schema) {
      List<F> formulas = new ArrayList<>();
      int[] places = new int[schema.size()];
      for (int i = 0; i < places.length; i++) {
        if (type.isInstance(schema.features().get(i).formula())) {
          places[formulas.size()] = i;
          formulas.add(type.cast(schema.features().get(i).formula()));
        }
      }
      return new Kind<>(formulas, places);
    }

    int size() {
      return formulas.size();
    }

    KeptColumns kept() {
      return new KeptColumns(formulas.size());
    }
  }

  private final FeatureSchema schema;
  private final Kind<Formula.OfSun> ofSun;
  private final Kind<Formula.OfWeather> ofWeather;
  private final Kind<Formula.OfIssue> ofIssue;
  private final Kind<Formula.OfStep> ofStep;
  private final Kind<Formula.OfDay> ofDay;
  private final Kind<Formula.OfScan> ofScan;
  private final KeptColumns bySun;
  private final KeptColumns byWeather;
  private final float[] byIssue;
  private final SourceMask withoutWeather;
  private final SiteSteps site = new SiteSteps();
  private SiteView view;
  private IssueSteps known;

  public FeatureRows(FeatureSchema schema) {
    this.schema = schema;
    ofSun = Kind.of(Formula.OfSun.class, schema);
    ofWeather = Kind.of(Formula.OfWeather.class, schema);
    ofIssue = Kind.of(Formula.OfIssue.class, schema);
    ofStep = Kind.of(Formula.OfStep.class, schema);
    ofDay = Kind.of(Formula.OfDay.class, schema);
    ofScan = Kind.of(Formula.OfScan.class, schema);
    bySun = ofSun.kept();
    byWeather = ofWeather.kept();
    byIssue = new float[ofIssue.size()];
    withoutWeather = SourceMask.of(schema, Set.of(Feature.Source.NWP));
  }

  public FeatureSchema schema() {
    return schema;
  }

  /**
   * Every feature of every step of {@code issue}.
   *
   * @param next what is known; best a view of the same site as the one before
   * @throws IllegalArgumentException if the steps are not whole seconds long
   */
  public FeatureColumns of(SiteView next, Issue issue) {
    return columns(next, StepGrid.of(issue.step()), issue.interval(0).end(), issue.steps());
  }

  /**
   * Every feature of one step, in order; NaN where it cannot be known.
   *
   * @throws IllegalArgumentException unless the interval is whole seconds long and ends a whole
   *     number of such intervals after 1970
   */
  public float[] row(SiteView next, Interval interval) {
    return columns(next, StepGrid.of(interval.length()), interval.end(), 1).values();
  }

  private FeatureColumns columns(SiteView next, StepGrid grid, Instant firstEnd, int count) {
    begin(next, grid);
    int first = grid.number(firstEnd);
    float[] values = new float[schema.size() * count];
    SunSteps sun = known.sun();
    bySun.cover(
        first,
        first + count,
        (column, start, end, to, at) -> {
          Formula.OfSun formula = ofSun.formulas.get(column);
          for (int step = start; step < end; step++) {
            to[at + step - start] = (float) formula.at(sun, step);
          }
        });
    copy(bySun, ofSun, first, count, values);
    WeatherSteps weather = known.weather();
    byWeather.cover(
        first,
        first + count,
        (column, start, end, to, at) -> {
          Formula.OfWeather formula = ofWeather.formulas.get(column);
          for (int step = start; step < end; step++) {
            to[at + step - start] = (float) formula.at(weather, step);
          }
        });
    copy(byWeather, ofWeather, first, count, values);
    for (int i = 0; i < ofIssue.size(); i++) {
      int start = ofIssue.places[i] * count;
      Arrays.fill(values, start, start + count, byIssue[i]);
    }
    for (int i = 0; i < ofStep.size(); i++) {
      Formula.OfStep formula = ofStep.formulas.get(i);
      int start = ofStep.places[i] * count;
      for (int step = 0; step < count; step++) {
        values[start + step] = (float) formula.at(known, first + step);
      }
    }
    ofDay(first, count, values);
    ofScan(first, count, values);
    mask(weather, first, count, values);
    return new FeatureColumns(count, values);
  }

  private void ofDay(int first, int count, float[] values) {
    int day = known.stepsADay();
    int again = day == 0 ? count : Math.max(day, known.newest() + 1 + day - first);
    for (int i = 0; i < ofDay.size(); i++) {
      Formula.OfDay formula = ofDay.formulas.get(i);
      int start = ofDay.places[i] * count;
      for (int step = 0; step < count; step++) {
        values[start + step] =
            step < again ? (float) formula.at(known, first + step) : values[start + step - day];
      }
    }
  }

  private void ofScan(int first, int count, float[] values) {
    int told = (int) Math.max(0, Math.min(count, (long) known.beyondOutlook() - first));
    for (int i = 0; i < ofScan.size(); i++) {
      Formula.OfScan formula = ofScan.formulas.get(i);
      int start = ofScan.places[i] * count;
      for (int step = 0; step < told; step++) {
        values[start + step] = (float) formula.at(known, first + step);
      }
      Arrays.fill(values, start + told, start + count, Float.NaN);
    }
  }

  /** What is left of a weather model that does not count is not told: models learn without it. */
  private void mask(WeatherSteps weather, int first, int count, float[] values) {
    for (int step = 0; step < count; step++) {
      if (!InputTiers.hasWeather(weather, first + step)) {
        withoutWeather.apply(values, count, step);
      }
    }
  }

  private void begin(SiteView next, StepGrid grid) {
    if (next == view && known.grid().equals(grid)) {
      return;
    }
    IssueSteps before = known;
    view = next;
    known = site.at(next, grid);
    if (before == null || before.sun() != known.sun()) {
      bySun.forget();
    }
    if (before == null || before.weather() != known.weather()) {
      byWeather.forget();
    }
    for (int i = 0; i < byIssue.length; i++) {
      byIssue[i] = (float) ofIssue.formulas.get(i).at(known);
    }
  }

  private static void copy(KeptColumns kept, Kind<?> kind, int first, int count, float[] values) {
    for (int i = 0; i < kind.size(); i++) {
      kept.copy(i, first, values, kind.places[i] * count, count);
    }
  }
}
