package org.skywatt.ingest.satellite;

import org.skywatt.core.cloud.SunGlint;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.core.projection.Ellipsoid;
import org.skywatt.core.projection.SpaceView;
import org.skywatt.core.satellite.ScatteringAngle;
import org.skywatt.core.satellite.SolarBand;
import org.skywatt.core.satellite.ViewAngle;
import org.skywatt.core.site.Location;
import org.skywatt.core.solar.GeocentricSun;
import org.skywatt.core.solar.Observer;
import org.skywatt.core.solar.SolarPosition;

/**
 * Where sun and satellite stand for each pixel of an image, when its row was scanned; at sea level.
 * NaN beyond the earth. Angles are degrees, azimuths clockwise from north and from the pixel.
 *
 * @param sunZenithDeg by the image's index, without refraction
 * @param viewZenithDeg NaN too where the satellite's place is unknown
 */
public record ImageAngles(
    float[] sunZenithDeg, float[] sunAzimuthDeg, float[] viewZenithDeg, float[] viewAzimuthDeg) {
  /** Of a satellite whose image says no more than its longitude. */
  private static final double DISTANCE = 42_164_000;

  private static final double SEA_LEVEL_PA = 101_325;

  /** Angles of all pixels of an image: about 0.5 µs each. */
  public static ImageAngles of(SatelliteImage image) {
    Grid grid = image.grid();
    int size = grid.size();
    ImageAngles angles =
        new ImageAngles(new float[size], new float[size], new float[size], new float[size]);
    SpaceView view = view(image);
    for (int row = 0; row < grid.rows(); row++) {
      GeocentricSun sun = GeocentricSun.at(image.timeOfRow(row));
      for (int column = 0; column < grid.columns(); column++) {
        int i = row * grid.columns() + column;
        angles.set(i, grid.pointLatitude(i), grid.pointLongitude(i), sun, view);
      }
    }
    return angles;
  }

  private void set(int i, double latitude, double longitude, GeocentricSun sun, SpaceView view) {
    if (Double.isNaN(latitude)) {
      sunZenithDeg[i] = Float.NaN;
      sunAzimuthDeg[i] = Float.NaN;
      viewZenithDeg[i] = Float.NaN;
      viewAzimuthDeg[i] = Float.NaN;
      return;
    }
    SolarPosition position =
        SolarPosition.of(
            sun,
            Observer.at(new Location(latitude, Math.IEEEremainder(longitude, 360), 0)),
            SEA_LEVEL_PA,
            SolarPosition.TYPICAL_TEMPERATURE_K,
            SolarPosition.REFRACTION_DEG);
    sunZenithDeg[i] = (float) position.zenithDeg();
    sunAzimuthDeg[i] = (float) position.azimuthDeg();
    ViewAngle angle =
        view == null
            ? new ViewAngle(Double.NaN, Double.NaN)
            : ViewAngle.of(view, latitude, longitude);
    viewZenithDeg[i] = (float) angle.zenithDeg();
    viewAzimuthDeg[i] = (float) angle.azimuthDeg();
  }

  private static SpaceView view(SatelliteImage image) {
    if (image.grid() instanceof ProjectedGrid plane
        && plane.projection() instanceof SpaceView own) {
      return own;
    }
    return Double.isNaN(image.subLongitude())
        ? null
        : new SpaceView(Ellipsoid.WGS84, image.subLongitude(), DISTANCE, SpaceView.Sweep.Y);
  }

  /**
   * Angle between view and the sun's mirror image on level water, degrees: see {@link SunGlint}.
   */
  public double glintDeg(int index) {
    return SunGlint.angleDeg(
        sunZenithDeg[index], sunAzimuthDeg[index], viewZenithDeg[index], viewAzimuthDeg[index]);
  }

  /** Degrees by which sunlight is turned: see {@link ScatteringAngle}. */
  public double scatteringDeg(int index) {
    return ScatteringAngle.angleDeg(
        sunZenithDeg[index], sunAzimuthDeg[index], viewZenithDeg[index], viewAzimuthDeg[index]);
  }

  /**
   * Bidirectional reflectance of an image of reflectance factors, by the image's index: NaN where
   * the sun stands lower than 5° above the horizon.
   *
   * @throws IllegalArgumentException where the image is none of reflectance, or not that of the
   *     angles
   */
  public float[] bidirectional(SatelliteImage image) {
    float[] values = image.values();
    if (image.quantity() != Quantity.REFLECTANCE || values.length != sunZenithDeg.length) {
      throw new IllegalArgumentException(
          "no image of reflectance with these angles: " + image.quantity());
    }
    float[] bidirectional = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      double cosine = Math.cos(Math.toRadians(sunZenithDeg[i]));
      bidirectional[i] = (float) SolarBand.bidirectional(values[i], cosine);
    }
    return bidirectional;
  }
}
