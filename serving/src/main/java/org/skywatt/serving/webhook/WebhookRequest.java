package org.skywatt.serving.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook that is asked for. */
@Schema(name = "WebhookRequest")
public record WebhookRequest(
    @Schema(
            required = true,
            examples = "https://hooks.example.org/skywatt",
            description = "https, at an address that everyone can reach",
            maxLength = 2000)
        String url,
    @Schema(
            examples = "[\"run-published\"]",
            description = "Only these kinds of change; every kind if absent")
        List<String> kinds) {}
