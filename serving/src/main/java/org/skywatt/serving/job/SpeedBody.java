package org.skywatt.serving.job;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A speed of elastic work, as it is asked for. */
@Schema(name = "GreenJobSpeed")
public record SpeedBody(
    @Schema(required = true, description = "Above 0") double powerKw,
    @Schema(required = true, description = "Of the work, in its own unit, above 0")
        double workPerHour) {}
