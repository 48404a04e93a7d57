package org.skywatt.features.schema;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.skywatt.core.time.Interval;
import org.skywatt.core.time.IntervalTable;
import org.skywatt.features.view.SiteView;

/**
 * Feature rows of one site, issue after issue: the same numbers as {@link FeatureSchema#row},
 * without computing again what cannot have changed. A formula that looked at the sun only is kept
 * for its interval; one that looked at the weather too, until other weather is known; an {@link
 * IssueFormula} for its issue. Which inputs a formula looks at is decided by those inputs alone, so
 * what is kept is always what it would give. Memory grows with the number of different intervals.
 * Not safe for threads.
 */
public final class FeatureRows {
  private static final byte UNKNOWN = 0;
  private static final byte BY_SUN = 1;
  private static final byte BY_WEATHER = 2;

  private final FeatureSchema schema;
  private final Formula[] formulas;
  private final int[] ofIssue;
  private final int[] ofStep;
  private final float[] issueValues;
  private final IntervalTable<Kept> kept = new IntervalTable<>();
  private SiteView view;
  private Duration step;
  private long weather;

  /** What is known of an interval, feature by feature. */
  private static final class Kept {
    private final float[] values;
    private final byte[] kinds;
    private int[] changing = new int[0];
    private long weather;

    Kept(int size) {
      values = new float[size];
      kinds = new byte[size];
    }
  }

  public FeatureRows(FeatureSchema schema) {
    this.schema = schema;
    List<Feature> features = schema.features();
    formulas = features.stream().map(Feature::formula).toArray(Formula[]::new);
    ofIssue = places(true);
    ofStep = places(false);
    issueValues = new float[formulas.length];
  }

  private int[] places(boolean issue) {
    return IntStream.range(0, formulas.length)
        .filter(i -> formulas[i] instanceof IssueFormula == issue)
        .toArray();
  }

  public FeatureSchema schema() {
    return schema;
  }

  /**
   * Every feature, in order; NaN where it cannot be known.
   *
   * @param next a view of the same site as all before
   */
  public float[] row(SiteView next, Interval interval) {
    if (next != view || !interval.length().equals(step)) {
      begin(next, interval);
    }
    Kept own = kept.get(interval);
    if (own == null) {
      own = new Kept(formulas.length);
      kept.put(interval, own);
    }
    if (own.weather == weather) {
      for (int feature : own.changing) {
        compute(feature, interval, own);
      }
    } else {
      renew(interval, own);
    }
    float[] row = own.values.clone();
    for (int feature : ofIssue) {
      row[feature] = issueValues[feature];
    }
    return row;
  }

  private void begin(SiteView next, Interval interval) {
    if (view == null || !next.hasWeatherOf(view)) {
      weather++;
    }
    view = next;
    step = interval.length();
    for (int feature : ofIssue) {
      issueValues[feature] = (float) formulas[feature].at(view, interval);
    }
  }

  /** Computes all that other weather may change, and notes what every issue may change. */
  private void renew(Interval interval, Kept own) {
    int count = 0;
    int[] changing = new int[ofStep.length];
    for (int feature : ofStep) {
      if (own.kinds[feature] != BY_SUN) {
        compute(feature, interval, own);
        if (own.kinds[feature] == UNKNOWN) {
          changing[count++] = feature;
        }
      }
    }
    own.changing = Arrays.copyOf(changing, count);
    own.weather = weather;
  }

  private void compute(int feature, Interval interval, Kept own) {
    view.lookAnew();
    own.values[feature] = (float) formulas[feature].at(view, interval);
    if (view.sawOnlySun()) {
      own.kinds[feature] = BY_SUN;
    } else {
      own.kinds[feature] = view.sawNoIssue() ? BY_WEATHER : UNKNOWN;
    }
  }
}
