package org.skywatt.models.predict;

import java.util.List;
import org.skywatt.core.run.InputTier;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.view.SiteView;

/** Gives the percentiles of a site's power at the steps of an issue. */
public interface StepModel {
  /**
   * The 99 percentiles of each step as fractions of capacity; zero for a solar site while the sun
   * is down.
   *
   * @param tiers rung of the never-stop ladder of each step
   */
  double[][] percentiles(SiteView view, Issue issue, List<InputTier> tiers);
}
