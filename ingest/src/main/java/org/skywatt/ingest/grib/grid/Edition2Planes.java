package org.skywatt.ingest.grib.grid;

import org.skywatt.core.projection.AlbersEqualArea;
import org.skywatt.core.projection.Ellipsoid;
import org.skywatt.core.projection.LambertAzimuthalEqualArea;
import org.skywatt.core.projection.LambertConformal;
import org.skywatt.core.projection.Mercator;
import org.skywatt.core.projection.PlanePoint;
import org.skywatt.core.projection.PolarStereographic;
import org.skywatt.core.projection.TransverseMercator;
import org.skywatt.ingest.grib.octet.Octets;

/**
 * Templates of section 3 whose grid is regular on a plane: 3.10 Mercator, 3.12 transverse Mercator,
 * 3.20 polar stereographic, 3.30 Lambert conformal, 3.31 Albers, 3.90 space view, 3.140 Lambert
 * azimuthal. Lengths are in millimetres, those of 3.12 in centimetres.
 */
final class Edition2Planes {
  private static final int SOUTH_POLE = 0x80;

  private final Octets section;
  private final Ellipsoid earth;

  Edition2Planes(Octets section) {
    this.section = section;
    this.earth = EarthShape.edition2(section);
  }

  GridLayout layout(int template) {
    return switch (template) {
      case 10 -> mercator();
      case 12 -> transverseMercator();
      case 20 -> polar();
      case 30, 31 -> conic(template);
      case 90 -> space();
      case 140 -> azimuthal();
      default -> throw new IllegalArgumentException("template 3." + template + " is no plane");
    };
  }

  private GridLayout mercator() {
    if (section.unsigned32(61) != 0) {
      throw new IllegalArgumentException("a turned Mercator grid is not supported");
    }
    Mercator plane = new Mercator(earth, degrees(43), degrees(48));
    return layouts(60, 47)
        .from("mercator", plane, degrees(39), degrees(43), metres(65), metres(69));
  }

  private GridLayout transverseMercator() {
    TransverseMercator plane =
        new TransverseMercator(earth, degrees(39), degrees(43), section.ieee32(48));
    // False easting and northing are part of the coordinates that the section gives.
    PlanePoint first =
        new PlanePoint(
            (section.signed32(69) - section.signed32(52)) / 100.0,
            (section.signed32(73) - section.signed32(56)) / 100.0);
    return layouts(60, 47)
        .from(
            "transverse_mercator",
            plane,
            first,
            section.unsigned32(61) / 100.0,
            section.unsigned32(65) / 100.0);
  }

  private GridLayout polar() {
    boolean north = (section.unsigned8(64) & SOUTH_POLE) == 0;
    PolarStereographic plane = new PolarStereographic(earth, north, degrees(52), degrees(48));
    return layouts(65, 47)
        .from("polar_stereographic", plane, degrees(39), degrees(43), metres(56), metres(60));
  }

  private GridLayout conic(int template) {
    double origin = degrees(66);
    double meridian = degrees(52);
    if (template == 31) {
      AlbersEqualArea plane =
          new AlbersEqualArea(earth, origin, meridian, degrees(66), degrees(70));
      return layouts(65, 47)
          .from("albers", plane, degrees(39), degrees(43), metres(56), metres(60));
    }
    LambertConformal plane =
        new LambertConformal(earth, origin, meridian, degrees(66), degrees(70));
    return layouts(65, 47).from("lambert", plane, degrees(39), degrees(43), metres(56), metres(60));
  }

  private GridLayout space() {
    if (section.signed32(39) != 0 || section.unsigned32(65) != 0) {
      throw new IllegalArgumentException("a satellite off the equator is not supported");
    }
    return layouts(64, 47)
        .fromSpace(
            earth,
            degrees(43),
            count(48),
            count(52),
            count(56) / 1000,
            count(60) / 1000,
            count(73),
            count(77),
            count(69) / 1e6);
  }

  private GridLayout azimuthal() {
    LambertAzimuthalEqualArea plane =
        new LambertAzimuthalEqualArea(earth, degrees(47), degrees(51));
    return layouts(64, 55)
        .from(
            "lambert_azimuthal_equal_area",
            plane,
            degrees(39),
            degrees(43),
            metres(56),
            metres(60));
  }

  private PlaneLayouts layouts(int modeOctet, int flagsOctet) {
    long columns = section.unsigned32(31);
    long rows = section.unsigned32(35);
    GridLayout.requireSides(columns, rows);
    return new PlaneLayouts(
        (int) columns, (int) rows, section.unsigned8(modeOctet), section.unsigned8(flagsOctet));
  }

  private double count(int octet) {
    return (double) section.unsigned32(octet);
  }

  private double degrees(int octet) {
    return section.signed32(octet) / 1e6;
  }

  private double metres(int octet) {
    return section.unsigned32(octet) / 1000.0;
  }
}
