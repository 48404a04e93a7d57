package org.skywatt.ingest.cf;

import org.skywatt.core.projection.AlbersEqualArea;
import org.skywatt.core.projection.Ellipsoid;
import org.skywatt.core.projection.LambertAzimuthalEqualArea;
import org.skywatt.core.projection.LambertConformal;
import org.skywatt.core.projection.Mercator;
import org.skywatt.core.projection.PolarStereographic;
import org.skywatt.core.projection.Projection;
import org.skywatt.core.projection.RotatedLatLon;
import org.skywatt.core.projection.SpaceView;
import org.skywatt.core.projection.TransverseMercator;
import org.skywatt.ingest.cf.GridMappings.Plane;

/** A projection of a grid mapping's attributes: CF 1.11, appendix F. */
final class GridMapping {
  private final Attributes attributes;

  private GridMapping(Attributes attributes) {
    this.attributes = attributes;
  }

  /**
   * @throws CfException where the mapping is of a kind that is not read, or an attribute lacks
   */
  static Plane plane(Attributes attributes) throws CfException {
    try {
      return new GridMapping(attributes).plane();
    } catch (IllegalArgumentException e) {
      throw new CfException("grid mapping: " + e.getMessage());
    }
  }

  private Plane plane() throws CfException {
    String name = attributes.lower("grid_mapping_name");
    return switch (name) {
      case "lambert_conformal_conic" -> plane("lambert", lambert());
      case "polar_stereographic" -> plane("polar_stereographic", polar());
      case "stereographic" -> plane("polar_stereographic", stereographic());
      case "mercator" -> plane("mercator", mercator());
      case "transverse_mercator" -> plane("transverse_mercator", transverseMercator());
      case "lambert_azimuthal_equal_area" ->
          plane(
              "lambert_azimuthal_equal_area",
              new LambertAzimuthalEqualArea(
                  earth(),
                  number("latitude_of_projection_origin"),
                  number("longitude_of_projection_origin")));
      case "albers_conical_equal_area" -> plane("albers", albers());
      case "rotated_latitude_longitude" -> plane("rotated_ll", rotated());
      case "geostationary" -> plane("space_view", geostationary());
      default -> throw new CfException("grid mapping '" + name + "' is not read");
    };
  }

  private Plane plane(String gridType, Projection projection) {
    return new Plane(
        projection,
        gridType,
        attributes.number("false_easting").orElse(0),
        attributes.number("false_northing").orElse(0));
  }

  private double number(String name) throws CfException {
    return attributes
        .number(name)
        .orElseThrow(() -> new CfException("its grid mapping has no " + name));
  }

  private Ellipsoid earth() throws CfException {
    return EarthShape.of(attributes);
  }

  private Projection lambert() throws CfException {
    double[] parallels = parallels();
    return new LambertConformal(
        earth(),
        number("latitude_of_projection_origin"),
        number("longitude_of_central_meridian"),
        parallels[0],
        parallels[parallels.length - 1]);
  }

  private Projection albers() throws CfException {
    double[] parallels = parallels();
    return new AlbersEqualArea(
        earth(),
        number("latitude_of_projection_origin"),
        number("longitude_of_central_meridian"),
        parallels[0],
        parallels[parallels.length - 1]);
  }

  private double[] parallels() throws CfException {
    double[] parallels = attributes.numbers("standard_parallel");
    if (parallels.length < 1 || parallels.length > 2) {
      throw new CfException("its grid mapping has no standard_parallel");
    }
    return parallels;
  }

  private Projection polar() throws CfException {
    double meridian =
        attributes
            .number("straight_vertical_longitude_from_pole")
            .orElse(attributes.number("longitude_of_projection_origin").orElse(Double.NaN));
    return polar(meridian);
  }

  private Projection stereographic() throws CfException {
    return polar(number("longitude_of_projection_origin"));
  }

  private Projection polar(double meridian) throws CfException {
    double origin = number("latitude_of_projection_origin");
    if (Math.abs(Math.abs(origin) - 90) > 1e-6) {
      throw new CfException("a stereographic plane that touches at " + origin + " is not read");
    }
    double[] parallel = attributes.numbers("standard_parallel");
    double trueScale =
        parallel.length > 0
            ? parallel[0]
            : trueScaleLatitude(attributes.number("scale_factor_at_projection_origin").orElse(1));
    return new PolarStereographic(earth(), origin > 0, meridian, trueScale);
  }

  /** The latitude of true scale of a plane with a scale at the pole: it grows with latitude. */
  private double trueScaleLatitude(double scaleAtPole) throws CfException {
    if (!(scaleAtPole > 0.5 && scaleAtPole <= 1)) {
      throw new CfException("scale " + scaleAtPole + " at the pole is not read");
    }
    Ellipsoid earth = earth();
    double full = new PolarStereographic(earth, true, 0, 90).toPlane(80, 0).y();
    double low = 0;
    double high = 90;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      double scale = new PolarStereographic(earth, true, 0, middle).toPlane(80, 0).y() / full;
      if (scale < scaleAtPole) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private Projection mercator() throws CfException {
    Ellipsoid earth = earth();
    double[] parallel = attributes.numbers("standard_parallel");
    double trueScale = parallel.length > 0 ? parallel[0] : 0;
    double scale = attributes.number("scale_factor_at_projection_origin").orElse(1);
    if (parallel.length == 0 && scale != 1) {
      // Snyder (14-15) solved for the latitude whose parallel is as long as the scale says.
      double ratio = earth.semiMinor() / earth.semiMajor();
      double eccentricitySquared = 1 - ratio * ratio;
      double sinSquared = (1 - scale * scale) / (1 - scale * scale * eccentricitySquared);
      trueScale = Math.toDegrees(Math.asin(Math.sqrt(sinSquared)));
    }
    return new Mercator(earth, number("longitude_of_projection_origin"), trueScale);
  }

  private Projection transverseMercator() throws CfException {
    return new TransverseMercator(
        earth(),
        number("latitude_of_projection_origin"),
        number("longitude_of_central_meridian"),
        number("scale_factor_at_central_meridian"));
  }

  private Projection rotated() throws CfException {
    return new RotatedLatLon(
        -number("grid_north_pole_latitude"),
        Math.IEEEremainder(number("grid_north_pole_longitude") + 180, 360),
        -attributes.number("north_pole_grid_longitude").orElse(0));
  }

  private Projection geostationary() throws CfException {
    if (attributes.number("latitude_of_projection_origin").orElse(0) != 0) {
      throw new CfException("a satellite that is not above the equator is not read");
    }
    Ellipsoid earth = earth();
    boolean sweepX =
        attributes.lower("sweep_angle_axis").equals("x")
            || attributes.lower("fixed_angle_axis").equals("y");
    return new SpaceView(
        earth,
        number("longitude_of_projection_origin"),
        earth.semiMajor() + number("perspective_point_height"),
        sweepX ? SpaceView.Sweep.X : SpaceView.Sweep.Y);
  }
}
