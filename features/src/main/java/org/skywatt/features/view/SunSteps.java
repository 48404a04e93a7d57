package org.skywatt.features.view;

import org.skywatt.core.site.Site;
import org.skywatt.core.time.StepGrid;

/** A site and the sun over it, by the number of the step. Not safe for threads. */
public final class SunSteps {
  private final Site site;
  private final StepGrid grid;
  private final StepTable<SunStep> steps;

  SunSteps(Site site, SiteSun sun, StepGrid grid) {
    this.site = site;
    this.grid = grid;
    this.steps = new StepTable<>(number -> sun.over(grid.interval(number)));
  }

  public Site site() {
    return site;
  }

  public StepGrid grid() {
    return grid;
  }

  public SunStep at(int number) {
    return steps.at(number);
  }
}
