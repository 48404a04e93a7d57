package org.skywatt.features.schema;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.core.time.Interval;
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
  private final boolean[] byIssue;
  private final Map<Interval, Kept> kept = new HashMap<>();
  private final float[] ofIssue;
  private SiteView view;
  private Duration step;
  private long weather;

  /** What is known of an interval, feature by feature. */
  private static final class Kept {
    private final float[] values;
    private final byte[] kinds;
    private long weather;

    Kept(int size) {
      values = new float[size];
      kinds = new byte[size];
    }
  }

  public FeatureRows(FeatureSchema schema) {
    this.schema = schema;
    List<Feature> features = schema.features();
    formulas = new Formula[features.size()];
    byIssue = new boolean[formulas.length];
    ofIssue = new float[formulas.length];
    for (int i = 0; i < formulas.length; i++) {
      formulas[i] = features.get(i).formula();
      byIssue[i] = formulas[i] instanceof IssueFormula;
    }
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
    Kept own = kept.computeIfAbsent(interval, any -> new Kept(formulas.length));
    boolean sameWeather = own.weather == weather;
    own.weather = weather;
    float[] row = new float[formulas.length];
    for (int i = 0; i < row.length; i++) {
      byte kind = own.kinds[i];
      if (byIssue[i]) {
        row[i] = ofIssue[i];
      } else if (kind == BY_SUN || (kind == BY_WEATHER && sameWeather)) {
        row[i] = own.values[i];
      } else {
        row[i] = compute(i, interval, own);
      }
    }
    return row;
  }

  private void begin(SiteView next, Interval interval) {
    if (view == null || !next.hasWeatherOf(view)) {
      weather++;
    }
    view = next;
    step = interval.length();
    for (int i = 0; i < ofIssue.length; i++) {
      if (byIssue[i]) {
        ofIssue[i] = (float) formulas[i].at(view, interval);
      }
    }
  }

  private float compute(int feature, Interval interval, Kept own) {
    view.lookAnew();
    float value = (float) formulas[feature].at(view, interval);
    own.values[feature] = value;
    if (view.sawOnlySun()) {
      own.kinds[feature] = BY_SUN;
    } else {
      own.kinds[feature] = view.sawNoIssue() ? BY_WEATHER : UNKNOWN;
    }
    return value;
  }
}
