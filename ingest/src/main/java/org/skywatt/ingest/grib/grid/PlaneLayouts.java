package org.skywatt.ingest.grib.grid;

import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.core.projection.Ellipsoid;
import org.skywatt.core.projection.PlanePoint;
import org.skywatt.core.projection.Projection;
import org.skywatt.core.projection.SpaceView;

/** Regular grids on a projection's plane, from what either edition says of them. */
record PlaneLayouts(int columns, int rows, int mode, int componentFlags) {

  /**
   * A grid from its first point.
   *
   * @param stepX size of a step in x, in the plane's unit; the scanning mode has its sign
   */
  GridLayout from(
      String gridType, Projection projection, double lat, double lon, double stepX, double stepY) {
    PlanePoint first = projection.toPlane(lat, lon);
    if (!Double.isFinite(first.x()) || !Double.isFinite(first.y())) {
      throw new IllegalArgumentException(
          "corrupt: its first point, " + lat + ", " + lon + ", does not lie on its plane");
    }
    return from(gridType, projection, first, stepX, stepY);
  }

  GridLayout from(
      String gridType, Projection projection, PlanePoint first, double stepX, double stepY) {
    boolean west = (mode & ScanOrder.EAST_TO_WEST) != 0;
    boolean north = (mode & ScanOrder.SOUTH_TO_NORTH) != 0;
    ProjectedGrid grid =
        new ProjectedGrid(
            projection,
            first.x(),
            west ? -stepX : stepX,
            columns,
            first.y(),
            north ? stepY : -stepY,
            rows);
    return GridLayout.of(
        gridType, grid, ScanOrder.regular(columns, rows, mode, false), componentFlags);
  }

  /**
   * The earth from space, template 3.90.
   *
   * @param diameterX of the earth as it is seen, in grid lengths
   * @param belowX column of the point below the satellite
   * @param originX column of the first point in the sector that the camera sees
   * @param altitude of the camera from the centre of the earth, in equatorial radii
   */
  GridLayout fromSpace(
      Ellipsoid earth,
      double subLongitude,
      double diameterX,
      double diameterY,
      double belowX,
      double belowY,
      double originX,
      double originY,
      double altitude) {
    if (!(diameterX > 0 && diameterY > 0 && altitude > 1)) {
      throw new IllegalArgumentException("corrupt: a satellite at " + altitude + " radii");
    }
    double angle = 2 * Math.asin(1 / altitude);
    double stepX = angle / diameterX;
    double stepY = angle * earth.semiMinor() / earth.semiMajor() / diameterY;
    int eastwards = (mode & ScanOrder.EAST_TO_WEST) != 0 ? -1 : 1;
    int northwards = (mode & ScanOrder.SOUTH_TO_NORTH) != 0 ? 1 : -1;
    PlanePoint first =
        new PlanePoint(
            eastwards * stepX * (originX - belowX), northwards * stepY * (originY - belowY));
    SpaceView view =
        new SpaceView(earth, subLongitude, altitude * earth.semiMajor(), SpaceView.Sweep.Y);
    return from("space_view", view, first, stepX, stepY);
  }
}
