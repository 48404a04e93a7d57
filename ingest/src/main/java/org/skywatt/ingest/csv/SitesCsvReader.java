package org.skywatt.ingest.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;

/**
 * Reads sites: {@code id,name,organisation,technology,latitude,longitude,elevation_m,capacity_kw}
 * for all, {@code dc_capacity_kw,tilt_deg,azimuth_deg} for {@code solar} and {@code
 * hub_height_m,rotor_diameter_m,turbine} for {@code wind}. Rows that make no valid site are refused
 * and listed.
 */
public final class SitesCsvReader {
  private static final List<String> REQUIRED =
      List.of(
          "id",
          "name",
          "organisation",
          "technology",
          "latitude",
          "longitude",
          "elevation_m",
          "capacity_kw");

  private SitesCsvReader() {}

  /**
   * What a file holds.
   *
   * @param sites sorted by id
   */
  public record Result(List<Site> sites, Rejections rejections) {}

  /**
   * Reads a file.
   *
   * @throws org.skywatt.ingest.file.UnreadableFileException where it is not such a table at all
   */
  public static Result read(Path file) throws IOException {
    List<Site> sites = new ArrayList<>();
    Set<SiteId> ids = new HashSet<>();
    Rejections rejections =
        CsvTable.read(
            file,
            REQUIRED,
            row -> {
              Site site = site(row);
              if (!ids.add(site.id())) {
                throw row.refuse("id", "site " + site.id() + " is there twice");
              }
              sites.add(site);
            });
    sites.sort(Comparator.comparing(Site::id));
    return new Result(List.copyOf(sites), rejections);
  }

  private static Site site(CsvTable.Row row) throws RowException {
    String technology = row.text("technology").toLowerCase(Locale.ROOT);
    try {
      return switch (technology) {
        case "solar" -> solar(row);
        case "wind" -> wind(row);
        default ->
            throw row.refuse("technology", "'" + technology + "' is unknown; write solar or wind");
      };
    } catch (IllegalArgumentException e) {
      throw row.refuse("", e.getMessage());
    }
  }

  private static Site solar(CsvTable.Row row) throws RowException {
    return new SolarSite(
        new SiteId(row.text("id")),
        row.text("name"),
        row.text("organisation"),
        location(row),
        row.number("capacity_kw"),
        row.number("dc_capacity_kw"),
        new Mount.Fixed(row.number("tilt_deg"), row.number("azimuth_deg")));
  }

  private static Site wind(CsvTable.Row row) throws RowException {
    return new WindSite(
        new SiteId(row.text("id")),
        row.text("name"),
        row.text("organisation"),
        location(row),
        row.number("capacity_kw"),
        row.number("hub_height_m"),
        row.number("rotor_diameter_m"),
        row.text("turbine"));
  }

  private static Location location(CsvTable.Row row) throws RowException {
    return new Location(row.number("latitude"), row.number("longitude"), row.number("elevation_m"));
  }
}
