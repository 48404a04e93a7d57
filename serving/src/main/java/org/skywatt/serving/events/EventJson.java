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
                "run-published, run-late (a warning: the next run should have been there),"
                    + " site-created, site-changed, site-removed, availability-changed, key-issued,"
                    + " key-revoked, webhook-created, webhook-removed, webhook-disabled and others")
        String kind,
    @Schema(description = "Id of what changed") String subject) {}
