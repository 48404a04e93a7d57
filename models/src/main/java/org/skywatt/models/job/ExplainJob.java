package org.skywatt.models.job;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.skywatt.core.site.Neighbours;
import org.skywatt.core.site.Site;
import org.skywatt.core.time.Interval;
import org.skywatt.features.job.FeatureJob;
import org.skywatt.features.job.SiteHistories;
import org.skywatt.models.bundle.BundleStore;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.predict.Explanation;

/** Explains one step of one site's forecast. */
public final class ExplainJob {
  private final SiteHistories histories;

  public ExplainJob(SiteHistories histories) {
    this.histories = histories;
  }

  /**
   * Explains what the model that forecasts at {@code issueTime} says of {@code interval}.
   *
   * @throws IOException if the site was not known then, or no model of its technology was
   */
  public Explanation run(String siteId, BundleStore store, Instant issueTime, Interval interval)
      throws IOException {
    List<Site> known = histories.sites(issueTime);
    List<Site> asked = known.stream().filter(s -> s.id().value().equals(siteId)).toList();
    if (asked.isEmpty()) {
      throw new IOException("no site '" + siteId + "' was known at " + issueTime);
    }
    String technology = asked.get(0).technology();
    ModelBundle bundle =
        store
            .find(technology, issueTime)
            .orElseThrow(
                () -> new IOException("no model of " + technology + " was fitted by " + issueTime));
    // What goes to a task is of types that can travel.
    ModelBundle.Shipped shipped = bundle.shipped();
    String model = bundle.card().id();
    Instant start = interval.start();
    Instant end = interval.end();
    return histories
        .collect(
            asked,
            Neighbours.of(known),
            issueTime.minus(FeatureJob.LOOK_BACK),
            end.plus(FeatureJob.LOOK_AHEAD),
            each ->
                each.hasNext()
                    ? List.of(
                            Explanation.of(
                                shipped,
                                model,
                                each.next().at(issueTime),
                                new Interval(start, end)))
                        .iterator()
                    : List.<Explanation>of().iterator())
        .get(0);
  }
}
