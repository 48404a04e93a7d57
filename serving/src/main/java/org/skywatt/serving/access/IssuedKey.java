package org.skywatt.serving.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a request for a key. */
@Schema(name = "IssuedKey")
public record IssuedKey(
    String id, @Schema(description = "The key itself; it is told only here") String key) {}
