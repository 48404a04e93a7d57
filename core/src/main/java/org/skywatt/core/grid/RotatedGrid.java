package org.skywatt.core.grid;

import java.util.Optional;
import org.skywatt.core.projection.EarthPoint;
import org.skywatt.core.projection.PlanePoint;
import org.skywatt.core.projection.RotatedLatLon;

/**
 * A grid of latitudes and longitudes about a moved pole (COSMO, HIRLAM, UKV, rotated Gaussian).
 *
 * @param rotated the grid in rotated coordinates
 */
public record RotatedGrid(Grid rotated, RotatedLatLon rotation) implements Grid {
  @Override
  public int size() {
    return rotated.size();
  }

  @Override
  public int rows() {
    return rotated.rows();
  }

  @Override
  public int columns() {
    return rotated.columns();
  }

  @Override
  public double pointLatitude(int index) {
    return point(index).latitude();
  }

  @Override
  public double pointLongitude(int index) {
    return point(index).longitude();
  }

  private EarthPoint point(int index) {
    return rotation.toEarth(rotated.pointLongitude(index), rotated.pointLatitude(index));
  }

  @Override
  public Optional<BilinearWeights> findWeights(double latitude, double longitude) {
    PlanePoint point = rotation.toPlane(latitude, longitude);
    return rotated.findWeights(point.y(), point.x());
  }

  @Override
  public double northDeg(double latitude, double longitude) {
    return rotation.northDeg(latitude, longitude);
  }
}
