package org.skywatt.ingest.terrain;

import java.util.Optional;
import org.skywatt.ingest.terrain.Lattice.Position;

/**
 * A line of sight over the ground: the great circle from a site in one direction, as positions on
 * the raster at every kilometre and straight between them. Where it leaves the raster it goes on
 * straight, into nothing.
 */
final class Ray {
  private static final double KNOT_M = 1000;
  private static final double EARTH_RADIUS_M = 6_371_000;

  private final ElevationModel model;
  private final double[] columns;
  private final double[] rows;

  private Ray(ElevationModel model, double[] columns, double[] rows) {
    this.model = model;
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * The ray of a site on the raster.
   *
   * @param azimuthDeg clockwise from north
   */
  static Ray from(
      ElevationModel model, double latitude, double longitude, double azimuthDeg, double lengthM) {
    int knots = (int) Math.ceil(lengthM / KNOT_M) + 2;
    double[] columns = new double[knots];
    double[] rows = new double[knots];
    for (int knot = 0; knot < knots; knot++) {
      Optional<Position> position =
          destination(model.lattice(), latitude, longitude, azimuthDeg, knot * KNOT_M);
      if (position.isEmpty() && knot < 2) {
        // A raster smaller than a kilometre around the site: one pixel tells the direction.
        position = nearby(model.lattice(), latitude, longitude, azimuthDeg, columns[0], rows[0]);
      }
      boolean found = position.isPresent();
      columns[knot] = found ? position.get().column() : 2 * columns[knot - 1] - columns[knot - 2];
      rows[knot] = found ? position.get().row() : 2 * rows[knot - 1] - rows[knot - 2];
    }
    return new Ray(model, columns, rows);
  }

  private static Optional<Position> nearby(
      Lattice lattice,
      double latitude,
      double longitude,
      double azimuthDeg,
      double column,
      double row) {
    int c = (int) Math.round(column);
    int r = (int) Math.round(row);
    double turn = Math.toRadians(azimuthDeg - lattice.grid().northDeg(latitude, longitude));
    double right = KNOT_M * Math.sin(turn) / lattice.columnMetres(c, r);
    double down = -KNOT_M * Math.cos(turn) / lattice.rowMetres(c, r);
    return Optional.of(new Position(column + right, row + down));
  }

  private static Optional<Position> destination(
      Lattice lattice, double latitudeDeg, double longitude, double azimuthDeg, double distance) {
    double latitude = Math.toRadians(latitudeDeg);
    double azimuth = Math.toRadians(azimuthDeg);
    double angle = distance / EARTH_RADIUS_M;
    double sine =
        Math.sin(latitude) * Math.cos(angle)
            + Math.cos(latitude) * Math.sin(angle) * Math.cos(azimuth);
    double east =
        Math.atan2(
            Math.sin(azimuth) * Math.sin(angle) * Math.cos(latitude),
            Math.cos(angle) - Math.sin(latitude) * sine);
    return lattice.find(
        Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, sine)))),
        longitude + Math.toDegrees(east));
  }

  /** Column at a distance, parts of columns; beyond the raster where the ray has left it. */
  double column(double distance) {
    return at(columns, distance);
  }

  /** Row at a distance, likewise. */
  double row(double distance) {
    return at(rows, distance);
  }

  private static double at(double[] knots, double distance) {
    int knot = (int) (distance / KNOT_M);
    return knots[knot] + (distance / KNOT_M - knot) * (knots[knot + 1] - knots[knot]);
  }

  /** Height of the ground at a distance, m; NaN outside the raster and beside voids. */
  double elevationM(double distance) {
    return model.at(column(distance), row(distance));
  }

  /** How far the ray goes on in a square block of the raster, or on the same straight piece, m. */
  double metresWithin(int block, double distance) {
    int knot = (int) (distance / KNOT_M);
    double left = (knot + 1) * KNOT_M - distance;
    return Math.min(
        left,
        Math.min(
            metresWithin(block, column(distance), columns[knot + 1] - columns[knot]),
            metresWithin(block, row(distance), rows[knot + 1] - rows[knot])));
  }

  private static double metresWithin(int block, double at, double perKnot) {
    double begin = Math.floor(at / block) * block;
    double steps = perKnot > 0 ? begin + block - at : at - begin;
    return perKnot == 0 ? Double.POSITIVE_INFINITY : steps / Math.abs(perKnot) * KNOT_M;
  }
}
