package org.skywatt.serving.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A key as the table holds it.
 *
 * @param expiresAt from then on it is refused; never if null
 * @param requestsPerMinute how much it may ask for; the service's setting if null
 * @param requestsPerDay the same for a day (UTC)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Key", description = "An API key without its secret")
public record KeyRow(
    String id,
    String organisation,
    @JsonIgnore @Schema(hidden = true) long organisationId,
    @JsonIgnore @Schema(hidden = true) boolean everyOrganisation,
    @JsonIgnore @Schema(hidden = true) String sha256,
    String name,
    String role,
    Instant createdAt,
    Instant expiresAt,
    Instant revokedAt,
    Integer requestsPerMinute,
    Integer requestsPerDay) {

  Caller caller() {
    return new Caller(organisationId, organisation, everyOrganisation, Role.parse(role), id);
  }
}
