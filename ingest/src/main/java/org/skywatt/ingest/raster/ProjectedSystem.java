package org.skywatt.ingest.raster;

import java.util.function.IntFunction;
import org.skywatt.core.projection.AlbersEqualArea;
import org.skywatt.core.projection.DatumShift;
import org.skywatt.core.projection.Ellipsoid;
import org.skywatt.core.projection.LambertAzimuthalEqualArea;
import org.skywatt.core.projection.LambertConformal;
import org.skywatt.core.projection.Mercator;
import org.skywatt.core.projection.Projection;
import org.skywatt.core.projection.TransverseMercator;

/**
 * A projected coordinate system in metres, out of the keys of a GeoTIFF: a code of EPSG's that is
 * in use for elevations, or one that the file defines itself.
 *
 * @param falseEasting x of the projection's origin, m
 * @param falseNorthing y of it, m
 */
record ProjectedSystem(Projection projection, double falseEasting, double falseNorthing) {
  private static final int ELLIPSOID = 2056;
  private static final int SEMI_MAJOR = 2057;
  private static final int SEMI_MINOR = 2058;
  private static final int INVERSE_FLATTENING = 2059;
  private static final int CODE = 3072;
  private static final int METHOD = 3075;
  private static final int LINEAR_UNIT = 3076;
  private static final int USER_DEFINED = 32767;
  private static final int METRE = 9001;

  private static final Ellipsoid AIRY = new Ellipsoid(6377563.396, 6356256.909);
  private static final Ellipsoid CLARKE_1866 = new Ellipsoid(6378206.4, 6356583.8);
  private static final Ellipsoid GRS80 = new Ellipsoid(6378137, 6356752.314140347);

  /**
   * The system of a file.
   *
   * @param keys the text of a key, or null
   * @throws IllegalArgumentException where it is not known
   */
  static ProjectedSystem of(IntFunction<String> keys) {
    int unit = integer(keys, LINEAR_UNIT, METRE);
    if (unit != METRE) {
      throw new IllegalArgumentException("its coordinates are not in metres: unit " + unit);
    }
    int code = integer(keys, CODE, USER_DEFINED);
    return code == USER_DEFINED ? defined(keys) : coded(code);
  }

  private static ProjectedSystem coded(int code) {
    int zone = code % 100;
    boolean hasZone = zone >= 1 && zone <= 60;
    if (hasZone && code / 100 == 326) {
      return utm(Ellipsoid.WGS84, zone, 0);
    }
    if (hasZone && code / 100 == 327) {
      return utm(Ellipsoid.WGS84, zone, 10_000_000);
    }
    boolean etrs89 = zone >= 28 && zone <= 38 && code / 100 == 258;
    if (etrs89 || (hasZone && code / 100 == 269)) {
      return utm(GRS80, zone, 0);
    }
    if (hasZone && code / 100 == 267) {
      ProjectedSystem old = utm(CLARKE_1866, zone, 0);
      return new ProjectedSystem(
          DatumShift.nad27(old.projection, CLARKE_1866), old.falseEasting, 0);
    }
    return switch (code) {
      case 27700 ->
          new ProjectedSystem(
              DatumShift.osgb36(new TransverseMercator(AIRY, 49, -2, 0.9996012717), AIRY),
              400_000,
              -100_000);
      case 3035 ->
          new ProjectedSystem(new LambertAzimuthalEqualArea(GRS80, 52, 10), 4_321_000, 3_210_000);
      case 2154 ->
          new ProjectedSystem(new LambertConformal(GRS80, 46.5, 3, 49, 44), 700_000, 6_600_000);
      case 5070 -> new ProjectedSystem(new AlbersEqualArea(GRS80, 23, -96, 29.5, 45.5), 0, 0);
      case 3857 -> new ProjectedSystem(new Mercator(Ellipsoid.sphere(6378137), 0, 0), 0, 0);
      default ->
          throw new IllegalArgumentException(
              "its coordinate system EPSG:"
                  + code
                  + " is not known here; reproject it with gdalwarp -t_srs EPSG:4326");
    };
  }

  private static ProjectedSystem utm(Ellipsoid earth, int zone, double falseNorthing) {
    return new ProjectedSystem(
        new TransverseMercator(earth, 0, 6.0 * zone - 183, 0.9996), 500_000, falseNorthing);
  }

  /** Projection methods of GeoTIFF's own numbering (OGC 19-008r4, annex C). */
  private static ProjectedSystem defined(IntFunction<String> keys) {
    Ellipsoid earth = earth(keys);
    int method = integer(keys, METHOD, 0);
    double easting = number(keys, 3082, 0);
    double northing = number(keys, 3083, 0);
    return switch (method) {
      case 1 ->
          new ProjectedSystem(
              new TransverseMercator(
                  earth, number(keys, 3081, 0), number(keys, 3080, 0), number(keys, 3092, 1)),
              easting,
              northing);
      case 8 ->
          new ProjectedSystem(
              new LambertConformal(
                  earth,
                  number(keys, 3085, number(keys, 3081, 0)),
                  number(keys, 3084, number(keys, 3080, 0)),
                  number(keys, 3078, Double.NaN),
                  number(keys, 3079, Double.NaN)),
              number(keys, 3086, easting),
              number(keys, 3087, northing));
      case 10 ->
          new ProjectedSystem(
              new LambertAzimuthalEqualArea(earth, number(keys, 3089, 0), number(keys, 3088, 0)),
              easting,
              northing);
      case 11 ->
          new ProjectedSystem(
              new AlbersEqualArea(
                  earth,
                  number(keys, 3081, 0),
                  number(keys, 3080, 0),
                  number(keys, 3078, Double.NaN),
                  number(keys, 3079, Double.NaN)),
              easting,
              northing);
      default ->
          throw new IllegalArgumentException(
              "its projection (method "
                  + method
                  + " of GeoTIFF) is not known here; reproject it with gdalwarp -t_srs EPSG:4326");
    };
  }

  private static Ellipsoid earth(IntFunction<String> keys) {
    double semiMajor = number(keys, SEMI_MAJOR, Double.NaN);
    if (Double.isNaN(semiMajor)) {
      return switch (integer(keys, ELLIPSOID, 7030)) {
        case 7001 -> AIRY;
        case 7008 -> CLARKE_1866;
        case 7019 -> GRS80;
        default -> Ellipsoid.WGS84;
      };
    }
    double flattening = number(keys, INVERSE_FLATTENING, 0);
    double semiMinor = flattening == 0 ? semiMajor : semiMajor * (1 - 1 / flattening);
    return new Ellipsoid(semiMajor, number(keys, SEMI_MINOR, semiMinor));
  }

  private static int integer(IntFunction<String> keys, int key, int otherwise) {
    String text = keys.apply(key);
    return text == null ? otherwise : Integer.parseInt(text.strip());
  }

  private static double number(IntFunction<String> keys, int key, double otherwise) {
    String text = keys.apply(key);
    return text == null ? otherwise : Double.parseDouble(text.strip());
  }
}
