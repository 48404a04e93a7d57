package org.skywatt.features.job;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.skywatt.core.site.Site;
import org.skywatt.features.view.SiteHistory;

/**
 * The sample tables by site. There are two ways to the same histories: {@link Histories} asks
 * Spark, for many sites and years; {@link LocalHistories} reads in this process, for a few sites at
 * once.
 */
public interface SiteHistories {
  /** Sites as known at {@code asOf}, sorted by id. */
  List<Site> sites(Instant asOf);

  /**
   * What {@code work} makes of the histories of {@code sites}, in no particular order.
   *
   * @param neighbours ids of the neighbours of each site, in the order of the features; empty lists
   *     for none
   * @param from records stamped before it are left out
   * @param to records stamped after it are left out
   */
  <T> List<T> collect(
      List<Site> sites,
      Map<String, List<String>> neighbours,
      Instant from,
      Instant to,
      FlatMapFunction<Iterator<SiteHistory>, T> work);
}
