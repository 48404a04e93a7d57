package org.skywatt.features.view;

import org.skywatt.core.time.StepGrid;

/**
 * Views of one site by the numbers of steps, issue after issue: what only the sun, the weather or
 * the readings change is kept for as long as they stay the same. Not safe for threads.
 */
public final class SiteSteps {
  private SiteView last;
  private SunSteps sun;
  private WeatherSteps weather;
  private FractionSteps fractions;

  /** What {@code view} knows. Steps of another length or views of another site begin anew. */
  public IssueSteps at(SiteView view, StepGrid grid) {
    if (sun == null || view.sun() != last.sun() || !grid.equals(sun.grid())) {
      sun = new SunSteps(view.site(), view.sun(), grid);
      fractions = view.generation().fractions(grid);
      weather = null;
    }
    if (weather == null || !view.hasWeatherOf(last)) {
      weather = new WeatherSteps(view, sun);
    }
    last = view;
    return new IssueSteps(view, weather, fractions);
  }

  /** {@link #at} of a single issue. */
  public static IssueSteps once(SiteView view, StepGrid grid) {
    return new SiteSteps().at(view, grid);
  }
}
