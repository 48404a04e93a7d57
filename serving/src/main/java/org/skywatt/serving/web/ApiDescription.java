package org.skywatt.serving.web;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** What the OpenAPI document says about the API as a whole. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Skywatt",
            version = "1",
            description =
                "Calibrated forecasts of solar and wind generation, and the green hours in them."
                    + " All times are UTC; a step is the interval (start, end]. A missing value is"
                    + " null, never zero. Callers send a key as Authorization: Bearer KEY, unless the"
                    + " service is open on its own machine; each route says which role may call it.",
            license =
                @License(
                    name = "Apache-2.0",
                    url = "https://www.apache.org/licenses/LICENSE-2.0.html")),
    security = @SecurityRequirement(name = "key"))
@SecurityScheme(
    securitySchemeName = "key",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "An API key; an admin issues them with POST /v1/keys")
public class ApiDescription extends Application {}
