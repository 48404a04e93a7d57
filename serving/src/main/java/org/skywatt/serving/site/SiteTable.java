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
import javax.sql.DataSource;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;

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
      """;

  private final DataSource database;

  SiteTable(DataSource database) {
    this.database = database;
  }

  /** All sites, ascending by id. */
  public List<Site> list() {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(SELECT + "ORDER BY site.id COLLATE \"C\"");
        ResultSet rows = select.executeQuery()) {
      List<Site> sites = new ArrayList<>();
      while (rows.next()) {
        sites.add(site(rows));
      }
      return sites;
    } catch (SQLException e) {
      throw new IllegalStateException("sites cannot be listed: " + e.getMessage(), e);
    }
  }

  /** The site of that id, if there is one. */
  public Optional<Site> find(SiteId id) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT + "WHERE site.id = ?")) {
      select.setString(1, id.value());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(site(rows)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("site " + id + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Makes the table hold exactly these sites, in one transaction. */
  void replace(Collection<Site> sites) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        write(connection, sites);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static void write(Connection connection, Collection<Site> sites) throws SQLException {
    try (PreparedStatement lock =
            connection.prepareStatement("LOCK TABLE site IN SHARE ROW EXCLUSIVE MODE");
        PreparedStatement organisation = connection.prepareStatement(ORGANISATION);
        PreparedStatement upsert = connection.prepareStatement(UPSERT);
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM site WHERE NOT id = ANY (?)")) {
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
      delete.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, SiteJson site) throws SQLException {
    Object[] values = {
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
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
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
