package org.skywatt.features.view;

import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.skywatt.core.sample.CloudOutlook;
import org.skywatt.core.site.Site;
import org.skywatt.core.time.AsOf;
import org.skywatt.core.time.StepGrid;

/** What could be known about a site at an issue time, by the number of the step. */
public final class IssueSteps {
  private final SiteView view;
  private final WeatherSteps weather;
  private final FractionSteps fractions;
  private final int newest;
  private final long issueMicros;
  private final int stepsADay;
  private ToDoubleFunction<IssueSteps> kept;
  private double keptValue;

  IssueSteps(SiteView view, WeatherSteps weather, FractionSteps fractions) {
    this.view = view;
    this.weather = weather;
    this.fractions = fractions;
    this.newest = weather.grid().lastBy(view.issueTime());
    this.issueMicros = AsOf.micros(view.issueTime());
    this.stepsADay = weather.grid().stepsADay();
  }

  public Site site() {
    return weather.site();
  }

  public Instant issueTime() {
    return view.issueTime();
  }

  public StepGrid grid() {
    return weather.grid();
  }

  public SunSteps sun() {
    return weather.sun();
  }

  public WeatherSteps weather() {
    return weather;
  }

  public SatelliteView satellite() {
    return view.satellite();
  }

  /** {@link StepGrid#stepsADay}. */
  public int stepsADay() {
    return stepsADay;
  }

  /** A step that the newest scan's outlook does not reach; the first there can be without one. */
  public int beyondOutlook() {
    return satellite()
        .newest()
        .map(scan -> grid().lastBy(scan.scanTime().plus(CloudOutlook.REACH)) + 2)
        .orElse(Integer.MIN_VALUE);
  }

  /** The last step that is over when the forecast is made. */
  public int newest() {
    return newest;
  }

  /** The first step that ends at most {@code oldest} before the issue time. */
  public int oldest(Duration oldest) {
    return grid().firstFrom(view.issueTime(), oldest);
  }

  /** The same step on the newest day on which it is over; itself where days are no whole steps. */
  public int onNewestDay(int number) {
    return number <= newest || stepsADay == 0
        ? number
        : number - (number - newest + stepsADay - 1) / stepsADay * stepsADay;
  }

  /** {@link GenerationView#fraction} of the step. */
  public double fraction(int number) {
    return fractions.at(number, issueMicros);
  }

  /**
   * What {@code compute} gives, kept until it is asked for something else: formulas of steps share
   * what is the same for all of them.
   */
  public double once(ToDoubleFunction<IssueSteps> compute) {
    if (compute != kept) {
      keptValue = compute.applyAsDouble(this);
      kept = compute;
    }
    return keptValue;
  }
}
