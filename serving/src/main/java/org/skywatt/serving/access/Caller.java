package org.skywatt.serving.access;

/**
 * On whose behalf a request is made.
 *
 * @param organisationId row of the organisation that the caller acts for, and that owns what the
 *     caller makes
 * @param organisation its name
 * @param everyOrganisation whether the caller sees the rows of all organisations: the one that runs
 *     the service
 * @param role what the caller may do
 * @param keyId id of the key, or {@code open} where nobody has to sign in
 */
public record Caller(
    long organisationId, String organisation, boolean everyOrganisation, Role role, String keyId) {

  /** Whether rows of {@code owner} exist for this caller. */
  public boolean sees(String owner) {
    return everyOrganisation || organisation.equals(owner);
  }
}
