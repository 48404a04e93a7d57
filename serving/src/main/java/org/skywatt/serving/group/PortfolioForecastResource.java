package org.skywatt.serving.group;

import jakarta.ws.rs.Path;
import org.skywatt.serving.access.CurrentCaller;

/** Forecasts of a portfolio. */
@Path("/v1/portfolios/{id}")
public class PortfolioForecastResource extends GroupForecastRoutes {
  PortfolioForecastResource(GroupForecasts forecasts, CurrentCaller caller) {
    super(GroupKind.PORTFOLIO, forecasts, caller);
  }
}
