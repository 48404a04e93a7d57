package org.skywatt.serving.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a request for a webhook. */
@Schema(name = "IssuedWebhook")
public record IssuedWebhook(
    String id, @Schema(description = "Signs what is sent; it is told only here") String secret) {}
