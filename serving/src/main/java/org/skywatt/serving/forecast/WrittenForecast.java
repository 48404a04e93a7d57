package org.skywatt.serving.forecast;

import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.format.AnswerFormat;

/**
 * All that the bytes of a site's forecast out of one run depend on; who asks is not among it.
 *
 * @param limits version of the limits of sites
 * @param levels null for those of the run
 */
record WrittenForecast(
    String sha256,
    int limits,
    boolean stale,
    SiteId site,
    TimeRange range,
    List<Double> levels,
    Resolution resolution,
    PowerUnit unit,
    ZoneRules zone,
    boolean scenarios,
    AnswerFormat format) {

  static WrittenForecast of(
      RunFile run,
      int limits,
      boolean stale,
      SiteId site,
      ForecastQuery query,
      AnswerFormat format) {
    return new WrittenForecast(
        run.sha256(),
        limits,
        stale,
        site,
        query.range(),
        query.levels() == null ? null : Arrays.stream(query.levels()).boxed().toList(),
        query.resolution(),
        query.unit(),
        query.zone(),
        query.scenarios(),
        format);
  }
}
