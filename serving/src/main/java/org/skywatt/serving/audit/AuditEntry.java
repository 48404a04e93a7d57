package org.skywatt.serving.audit;

import java.time.Instant;

/**
 * A request that is worth remembering.
 *
 * @param organisation null where nobody was signed in
 * @param keyId null where nobody was signed in
 */
record AuditEntry(
    Instant at,
    String requestId,
    String organisation,
    String keyId,
    String method,
    String path,
    int status) {}
