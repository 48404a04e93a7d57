package org.skywatt.ingest.cf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skywatt.core.projection.Ellipsoid;

/** The earth that a grid mapping assumes. One that it does not tell is refused, not guessed. */
final class EarthShape {
  private static final Pattern WKT =
      Pattern.compile("(?:SPHEROID|ELLIPSOID)\\[\"[^\"]*\",\\s*([0-9.eE+]+),\\s*([0-9.eE+]+)");

  private EarthShape() {}

  static Ellipsoid of(Attributes attributes) throws CfException {
    double major = attributes.number("semi_major_axis").orElse(Double.NaN);
    double minor = attributes.number("semi_minor_axis").orElse(Double.NaN);
    double inverse = attributes.number("inverse_flattening").orElse(Double.NaN);
    double radius = attributes.number("earth_radius").orElse(Double.NaN);
    if (major > 0 && minor > 0) {
      return new Ellipsoid(major, minor);
    }
    if (major > 0) {
      return flattened(major, inverse);
    }
    if (radius > 0) {
      return Ellipsoid.sphere(radius);
    }
    Matcher wkt = WKT.matcher(attributes.text("crs_wkt").orElse(""));
    if (wkt.find()) {
      return flattened(number(wkt.group(1)), number(wkt.group(2)));
    }
    return switch (attributes.lower("reference_ellipsoid_name")) {
      case "wgs 84", "wgs84" -> Ellipsoid.WGS84;
      case "grs 1980" -> flattened(6378137, 298.257222101);
      case "airy 1830" -> KnownPlanes.AIRY_1830;
      default ->
          throw new CfException("its grid mapping tells no shape of the earth; add earth_radius");
    };
  }

  /** An inverse flattening of 0, or none, is a sphere. */
  private static Ellipsoid flattened(double major, double inverse) {
    return inverse > 1 ? new Ellipsoid(major, major * (1 - 1 / inverse)) : Ellipsoid.sphere(major);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
