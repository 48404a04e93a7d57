package org.skywatt.serving.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A webhook without its secret.
 *
 * @param failures attempts that failed since the last that did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Webhook", description = "A webhook without its secret")
public record WebhookJson(
    String id,
    String organisation,
    String url,
    List<String> kinds,
    Instant createdAt,
    int failures,
    @Schema(description = "Why the last attempt failed") String lastProblem,
    Instant lastSuccessAt,
    @Schema(description = "Since then nothing is sent; make it anew") Instant disabledAt) {}
