package org.skywatt.ingest.grib.grid;

import org.skywatt.core.projection.Ellipsoid;
import org.skywatt.ingest.grib.octet.Octets;

/** Shapes of the earth: code table 3.2 of edition 2, flag 2 of table 7 in edition 1. */
final class EarthShape {
  private static final Ellipsoid IAU_1965 = new Ellipsoid(6378160, 6356775);
  private static final Ellipsoid GRS80 = new Ellipsoid(6378137, 6356752.314);
  private static final Ellipsoid AIRY = new Ellipsoid(6377563.396, 6356256.909);
  private static final double WMO_RADIUS = 6367470;
  private static final int OBLATE = 0x40;

  private EarthShape() {}

  /** Octets 15 to 30 of section 3. */
  static Ellipsoid edition2(Octets section) {
    int code = section.unsigned8(15);
    return switch (code) {
      case 0 -> Ellipsoid.sphere(WMO_RADIUS);
      case 1 -> Ellipsoid.sphere(given(section.decimal(16), code));
      case 2 -> IAU_1965;
      case 3 -> axes(section, 1000);
      case 4 -> GRS80;
      case 5, 10 -> Ellipsoid.WGS84;
      case 6 -> Ellipsoid.sphere(6371229);
      case 7 -> axes(section, 1);
      case 8 -> Ellipsoid.sphere(6371200);
      case 9 -> AIRY;
      default ->
          throw new IllegalArgumentException("shape of the earth " + code + " is not supported");
    };
  }

  private static Ellipsoid axes(Octets section, double unit) {
    int code = section.unsigned8(15);
    return new Ellipsoid(
        unit * given(section.decimal(21), code), unit * given(section.decimal(26), code));
  }

  private static double given(double size, int code) {
    if (Double.isNaN(size)) {
      throw new IllegalArgumentException(
          "corrupt: shape of the earth " + code + " without its size");
    }
    return size;
  }

  static Ellipsoid edition1(int componentFlags) {
    return (componentFlags & OBLATE) == 0 ? Ellipsoid.sphere(WMO_RADIUS) : IAU_1965;
  }
}
