package org.skywatt.serving.events;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that changed. */
@Schema(name = "Change")
public record EventJson(
    @Schema(description = "Ascending: go on after it") long id,
    Instant at,
    @Schema(
            examples = "run-published",
            description =
                "run-published, site-created, site-changed,"
                    + " site-removed, availability-changed, key-issued or key-revoked")
        String kind,
    @Schema(description = "Id of what changed") String subject) {}
