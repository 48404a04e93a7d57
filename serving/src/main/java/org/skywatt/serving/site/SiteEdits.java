package org.skywatt.serving.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.access.Organisations;
import org.skywatt.serving.change.ChangeLog;
import org.skywatt.serving.problem.ProblemException;

/** Makes, changes and removes sites; each is in the change log in the same transaction. */
@ApplicationScoped
class SiteEdits {
  private final SiteTable table;
  private final ChangeLog changes;

  SiteEdits(SiteTable table, ChangeLog changes) {
    this.table = table;
    this.changes = changes;
  }

  /**
   * The site that a body describes, owned by the caller's organisation; the operator of the service
   * may name another.
   *
   * @throws ProblemException (400, 403) if it is none, or of an organisation that is not the
   *     caller's
   */
  Site validated(SiteJson body, Caller caller) {
    Site site;
    try {
      site = ProblemException.required(body).named(null, caller.organisation()).toSite();
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("invalid-site", e.getMessage());
    }
    if (site.name().indexOf('\0') >= 0
        || (body.turbine() != null && body.turbine().indexOf('\0') >= 0)) {
      throw ProblemException.badRequest("invalid-site", "text must not hold a zero character");
    }
    if (!caller.sees(site.organisation())) {
      throw ProblemException.forbidden(
          "forbidden", "a site belongs to the organisation that registers it");
    }
    return site;
  }

  /**
   * @throws ProblemException (409) if the id is taken
   */
  void create(Connection connection, Site site, Caller caller) throws SQLException {
    long owner = owner(connection, site, caller);
    if (!table.insert(connection, site, owner)) {
      throw ProblemException.conflict("site-exists", "the id " + site.id() + " is taken");
    }
    changes.append(connection, owner, "site-created", site.id().value());
  }

  /**
   * @throws ProblemException (404) if the caller sees no such site
   */
  void update(Connection connection, Site site, Caller caller) throws SQLException {
    if (!table.update(connection, site, owner(connection, site, caller), caller)) {
      throw SitesResource.unknown(site.id());
    }
    changes.append(connection, caller.organisationId(), "site-changed", site.id().value());
  }

  /**
   * @throws ProblemException (404, 409) if the caller sees no such site, or the pipeline publishes
   *     it
   */
  void delete(Connection connection, SiteId id, Caller caller) throws SQLException {
    if (!table.delete(connection, id, caller)) {
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT 1 FROM site WHERE id = ? AND (? OR organisation_id = ?)")) {
        select.setString(1, id.value());
        select.setBoolean(2, caller.everyOrganisation());
        select.setLong(3, caller.organisationId());
        if (!select.executeQuery().next()) {
          throw SitesResource.unknown(id);
        }
      }
      throw ProblemException.conflict(
          "published-site", "site " + id + " is one of the pipeline's: remove it there");
    }
    changes.append(connection, caller.organisationId(), "site-removed", id.value());
  }

  private static long owner(Connection connection, Site site, Caller caller) throws SQLException {
    return site.organisation().equals(caller.organisation())
        ? caller.organisationId()
        : Organisations.ensure(connection, site.organisation());
  }
}
