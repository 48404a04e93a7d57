package org.skywatt.features.view;

import org.skywatt.core.site.Mount;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.solar.ClearSky;
import org.skywatt.core.solar.IntervalSun;
import org.skywatt.core.solar.SolarPosition;
import org.skywatt.core.time.Interval;
import org.skywatt.core.time.IntervalTable;

/** The sun over a site, computed once an interval: every issue time asks for the same ones. */
public final class SiteSun {
  private static final Mount HORIZONTAL = new Mount.Fixed(0, 180);

  private final Site site;
  private final Mount mount;
  private final IntervalTable<SunStep> steps = new IntervalTable<>();

  public SiteSun(Site site) {
    this.site = site;
    this.mount = site instanceof SolarSite solar ? solar.mount() : HORIZONTAL;
  }

  /** The sun over {@code interval}. Not safe for threads. */
  public SunStep over(Interval interval) {
    return steps.computeIfAbsent(interval, this::compute);
  }

  private SunStep compute(Interval interval) {
    IntervalSun sun = SharedSuns.over(interval);
    IntervalSun.ClearSkyMeans clear =
        sun.meanClearSky(site.location(), mount, ClearSky.TYPICAL_LINKE_TURBIDITY);
    SolarPosition middle = sun.middle(site.location());
    return new SunStep(
        middle.apparentZenithDeg(),
        middle.azimuthDeg(),
        clear.ghiWm2(),
        clear.planeWm2(),
        sun.isNight(site.location()));
  }
}
