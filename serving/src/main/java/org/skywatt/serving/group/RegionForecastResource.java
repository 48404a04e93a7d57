package org.skywatt.serving.group;

import jakarta.ws.rs.Path;
import org.skywatt.serving.access.CurrentCaller;

/** Forecasts of a region. */
@Path("/v1/regions/{id}")
public class RegionForecastResource extends GroupForecastRoutes {
  RegionForecastResource(GroupForecasts forecasts, CurrentCaller caller) {
    super(GroupKind.REGION, forecasts, caller);
  }
}
