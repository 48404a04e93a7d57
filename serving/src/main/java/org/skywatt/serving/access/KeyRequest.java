package org.skywatt.serving.access;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key that is asked for. */
@Schema(name = "KeyRequest")
public record KeyRequest(
    @Schema(required = true, examples = "control room", maxLength = 200) String name,
    @Schema(
            required = true,
            enumeration = {"viewer", "operator", "admin"})
        String role,
    @Schema(
            description =
                "The caller's own if absent; only the operator of the service names others")
        String organisation,
    @Schema(description = "From then on it is refused; never if absent") Instant expiresAt,
    @Schema(description = "The service's setting if absent", minimum = "1", maximum = "1000000")
        Integer requestsPerMinute,
    @Schema(
            description = "On a day (UTC); the service's setting if absent",
            minimum = "1",
            maximum = "1000000000")
        Integer requestsPerDay) {}
