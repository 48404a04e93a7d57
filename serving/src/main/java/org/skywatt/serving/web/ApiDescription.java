package org.skywatt.serving.web;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;

/** What the OpenAPI document says about the API as a whole. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Skywatt",
            version = "1",
            description =
                "Calibrated forecasts of solar and wind generation, and the green hours in them."
                    + " All times are UTC; a step is the interval (start, end]. A missing value is"
                    + " null, never zero. Nobody has to sign in yet: the service listens on this"
                    + " machine only, and each route says who may call it.",
            license =
                @License(
                    name = "Apache-2.0",
                    url = "https://www.apache.org/licenses/LICENSE-2.0.html")))
public class ApiDescription extends Application {}
