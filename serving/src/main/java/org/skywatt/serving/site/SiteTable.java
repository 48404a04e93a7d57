package org.skywatt.serving.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.change.ChangeLog;
import org.skywatt.serving.database.Database;

/** The table {@code site} in PostgreSQL. */
@ApplicationScoped
public class SiteTable {
  private static final String SELECT =
      """
      SELECT site.*, organisation.name AS organisation
      FROM site JOIN organisation ON organisation.id = site.organisation_id
      """;
  private static final String ORGANISATION =
      "INSERT INTO organisation (name) VALUES (?) ON CONFLICT DO NOTHING";
  private static final String UPSERT =
      """
      INSERT INTO site (id, organisation_id, name, technology, latitude, longitude, elevation_m,
          capacity_kw, dc_capacity_kw, tilt_deg, azimuth_deg, axis_azimuth_deg, max_angle_deg,
          ground_cover_ratio, hub_height_m, rotor_diameter_m, turbine)
      VALUES (?, (SELECT id FROM organisation WHERE name = ?),
          ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET (organisation_id, name, technology, latitude, longitude,
          elevation_m, capacity_kw, dc_capacity_kw, tilt_deg, azimuth_deg, axis_azimuth_deg,
          max_angle_deg, ground_cover_ratio, hub_height_m, rotor_diameter_m, turbine) =
        (excluded.organisation_id, excluded.name, excluded.technology, excluded.latitude,
          excluded.longitude, excluded.elevation_m, excluded.capacity_kw, excluded.dc_capacity_kw,
          excluded.tilt_deg, excluded.azimuth_deg, excluded.axis_azimuth_deg,
          excluded.max_angle_deg, excluded.ground_cover_ratio, excluded.hub_height_m,
          excluded.rotor_diameter_m, excluded.turbine)
      WHERE site.published
      """;

  private static final String COLUMNS =
      """
      organisation_id, name, technology, latitude, longitude, elevation_m, capacity_kw,
      dc_capacity_kw, tilt_deg, azimuth_deg, axis_azimuth_deg, max_angle_deg, ground_cover_ratio,
      hub_height_m, rotor_diameter_m, turbine
      """;
  private static final String MARKS = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";
  private static final String INSERT =
      "INSERT INTO site (published, id, "
          + COLUMNS
          + ") VALUES (false, ?, "
          + MARKS
          + ") ON CONFLICT (id) DO NOTHING";
  private static final String UPDATE =
      "UPDATE site SET published = false, ("
          + COLUMNS
          + ") = ROW ("
          + MARKS
          + ") WHERE id = ? AND (? OR organisation_id = ?)";
  private static final String VISIBLE = "(? OR site.organisation_id = ?)";

  private final Database database;
  private final ChangeLog changes;

  SiteTable(Database database, ChangeLog changes) {
    this.database = database;
    this.changes = changes;
  }

  /**
   * The sites that the caller sees, ascending by id.
   *
   * @param after only ids after this; all if null
   */
  public List<Site> list(Caller caller, String after) {
    return database.transaction(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  SELECT
                      + "WHERE "
                      + VISIBLE
                      + " AND site.id COLLATE \"C\" > ? ORDER BY site.id COLLATE \"C\"")) {
            select.setBoolean(1, caller.everyOrganisation());
            select.setLong(2, caller.organisationId());
            select.setString(3, after == null ? "" : after);
            return sites(select);
          }
        });
  }

  /** The site of that id, if there is one and the caller sees it. */
  public Optional<Site> find(SiteId id, Caller caller) {
    return database.transaction(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(SELECT + "WHERE " + VISIBLE + " AND site.id = ?")) {
            select.setBoolean(1, caller.everyOrganisation());
            select.setLong(2, caller.organisationId());
            select.setString(3, id.value());
            return sites(select).stream().findFirst();
          }
        });
  }

  /** Inserts a site of the API; false if its id is taken. */
  boolean insert(Connection connection, Site site, long owner) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      bind(insert, SiteJson.of(site));
      insert.setLong(2, owner);
      return insert.executeUpdate() == 1;
    }
  }

  /** Replaces a site, which is the API's from then on; false if the caller sees none of that id. */
  boolean update(Connection connection, Site site, long owner, Caller caller) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      Object[] values = values(SiteJson.of(site));
      update.setLong(1, owner);
      for (int i = 2; i < values.length; i++) {
        update.setObject(i, values[i]);
      }
      update.setString(values.length, site.id().value());
      update.setBoolean(values.length + 1, caller.everyOrganisation());
      update.setLong(values.length + 2, caller.organisationId());
      return update.executeUpdate() == 1;
    }
  }

  /** Deletes a site of the API; false if the caller sees none of that id. */
  boolean delete(Connection connection, SiteId id, Caller caller) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM site WHERE id = ? AND NOT published AND (? OR organisation_id = ?)")) {
      delete.setString(1, id.value());
      delete.setBoolean(2, caller.everyOrganisation());
      delete.setLong(3, caller.organisationId());
      return delete.executeUpdate() == 1;
    }
  }

  /**
   * Takes over published sites, in one transaction; a site that was made or changed over the API
   * stays as it is.
   *
   * @param whole whether published sites that are not among these are removed
   */
  void publish(Collection<Site> sites, boolean whole) throws SQLException {
    database.attempt(
        connection -> {
          write(connection, sites, whole);
          try (PreparedStatement operator =
                  connection.prepareStatement(
                      "SELECT id FROM organisation WHERE every_organisation ORDER BY id");
              ResultSet row = operator.executeQuery()) {
            row.next();
            changes.append(connection, row.getLong(1), "sites-published", "sites.json");
          }
          return null;
        });
  }

  private static void write(Connection connection, Collection<Site> sites, boolean whole)
      throws SQLException {
    try (PreparedStatement lock =
            connection.prepareStatement("LOCK TABLE site IN SHARE ROW EXCLUSIVE MODE");
        PreparedStatement organisation = connection.prepareStatement(ORGANISATION);
        PreparedStatement upsert = connection.prepareStatement(UPSERT);
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM site WHERE published AND NOT id = ANY (?)")) {
      // Two services that start together must not deadlock.
      lock.execute();
      for (Site site : sites) {
        organisation.setString(1, site.organisation());
        organisation.addBatch();
        bind(upsert, SiteJson.of(site));
        upsert.addBatch();
      }
      organisation.executeBatch();
      upsert.executeBatch();
      delete.setArray(
          1,
          connection.createArrayOf(
              "text", sites.stream().map(each -> each.id().value()).toArray()));
      if (whole) {
        delete.executeUpdate();
      }
    }
  }

  private static void bind(PreparedStatement statement, SiteJson site) throws SQLException {
    Object[] values = values(site);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private static Object[] values(SiteJson site) {
    return new Object[] {
      site.id(),
      site.organisation(),
      site.name(),
      site.technology(),
      site.latitude(),
      site.longitude(),
      site.elevationM(),
      site.capacityKw(),
      site.dcCapacityKw(),
      site.tiltDeg(),
      site.azimuthDeg(),
      site.axisAzimuthDeg(),
      site.maxAngleDeg(),
      site.groundCoverRatio(),
      site.hubHeightM(),
      site.rotorDiameterM(),
      site.turbine()
    };
  }

  private static List<Site> sites(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      List<Site> sites = new ArrayList<>();
      while (rows.next()) {
        sites.add(site(rows));
      }
      return sites;
    }
  }

  private static Site site(ResultSet row) throws SQLException {
    return new SiteJson(
            row.getString("id"),
            row.getString("name"),
            row.getString("organisation"),
            row.getString("technology"),
            row.getObject("latitude", Double.class),
            row.getObject("longitude", Double.class),
            row.getObject("elevation_m", Double.class),
            row.getObject("capacity_kw", Double.class),
            row.getObject("dc_capacity_kw", Double.class),
            row.getObject("tilt_deg", Double.class),
            row.getObject("azimuth_deg", Double.class),
            row.getObject("axis_azimuth_deg", Double.class),
            row.getObject("max_angle_deg", Double.class),
            row.getObject("ground_cover_ratio", Double.class),
            row.getObject("hub_height_m", Double.class),
            row.getObject("rotor_diameter_m", Double.class),
            row.getString("turbine"))
        .toSite();
  }
}
