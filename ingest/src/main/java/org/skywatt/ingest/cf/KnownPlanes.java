package org.skywatt.ingest.cf;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skywatt.core.projection.Ellipsoid;
import org.skywatt.core.projection.SpaceView;
import org.skywatt.core.projection.TransverseMercator;
import org.skywatt.ingest.cf.GridMappings.Plane;

/**
 * Projections that archives use without a CF grid mapping. Quirks of Open Climate Fix's Zarr
 * archives: coordinates of the Met Office's UKV are British National Grid metres, named {@code
 * x_osgb} and {@code y_osgb}, or only {@code x} and {@code y} beside {@code GRIB_centre = egrr}.
 * Satpy tells a satellite's view in an {@code area} attribute of YAML.
 */
final class KnownPlanes {
  static final Ellipsoid AIRY_1830 = new Ellipsoid(6377563.396, 6356256.909);

  /** British National Grid (EPSG:27700). */
  private static final Plane OSGB =
      new Plane(
          new TransverseMercator(AIRY_1830, 49, -2, 0.9996012717),
          "transverse_mercator",
          400_000,
          -100_000);

  private static final double OSGB_REACH = 2_000_000;

  private KnownPlanes() {}

  static Optional<Plane> find(CfVariable variable, Coordinate x, Coordinate y) throws CfException {
    Attributes attributes = variable.attributes();
    boolean named =
        Role.shortName(x.name()).equals("x_osgb") && Role.shortName(y.name()).equals("y_osgb");
    boolean ukv = attributes.lower("GRIB_centre").equals("egrr") && isOsgb(x) && isOsgb(y);
    if (named || ukv) {
      return Optional.of(OSGB);
    }
    String area = attributes.text("area").orElse("");
    return area.contains("proj: geos") ? Optional.of(satpy(area)) : Optional.empty();
  }

  /** Whether coordinates can be metres of the National Grid: whole ones in its reach. */
  private static boolean isOsgb(Coordinate coordinate) {
    boolean metres = false;
    for (double value : coordinate.values()) {
      if (Math.abs(value) > OSGB_REACH || value != Math.rint(value)) {
        return false;
      }
      metres |= Math.abs(value) > 100_000;
    }
    return metres;
  }

  private static Plane satpy(String area) throws CfException {
    double major = number(area, "a").orElse(Ellipsoid.WGS84.semiMajor());
    double inverse = number(area, "rf").orElse(Double.NaN);
    double minor = number(area, "b").orElse(inverse > 1 ? major * (1 - 1 / inverse) : Double.NaN);
    double height = number(area, "h").orElse(Double.NaN);
    double longitude = number(area, "lon_0").orElse(0);
    boolean sweepX = area.contains("sweep: x");
    try {
      return new Plane(
          new SpaceView(
              new Ellipsoid(major, minor),
              longitude,
              major + height,
              sweepX ? SpaceView.Sweep.X : SpaceView.Sweep.Y),
          "space_view",
          0,
          0);
    } catch (IllegalArgumentException e) {
      throw new CfException("its area tells no satellite's view: " + e.getMessage());
    }
  }

  private static OptionalDouble number(String yaml, String key) {
    Matcher matcher = Pattern.compile("(?m)^\\s*" + key + ":\\s*([-+0-9.eE]+)\\s*$").matcher(yaml);
    try {
      return matcher.find()
          ? OptionalDouble.of(Double.parseDouble(matcher.group(1)))
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
