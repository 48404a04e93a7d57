package org.skywatt.serving.analysis;

import jakarta.ws.rs.Path;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.forecast.ForecastAnswer;
import org.skywatt.serving.forecast.ForecastQuery;
import org.skywatt.serving.forecast.Forecasts;
import org.skywatt.serving.site.SitesResource;

/** Energy, chances, ramps and scenarios of a site. */
@Path("/v1/sites/{id}")
public class SiteAnalysisResource extends AnalysisRoutes {
  private final Forecasts forecasts;
  private final CurrentCaller caller;

  SiteAnalysisResource(Forecasts forecasts, CurrentCaller caller) {
    this.forecasts = forecasts;
    this.caller = caller;
  }

  @Override
  protected ForecastAnswer find(String id, ForecastQuery query) {
    return forecasts.get(SitesResource.parse(id), caller.get(), query);
  }
}
