package org.skywatt.ingest.raster;

import java.awt.geom.AffineTransform;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.geotools.coverage.grid.io.imageio.geotiff.PixelScale;
import org.geotools.coverage.grid.io.imageio.geotiff.TiePoint;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.grid.ProjectedGrid;

/**
 * Where the pixels of a GeoTIFF lie (OGC 19-008r4), as a grid of points in their middles.
 * Geographic systems are taken for WGS 84, which most are to a metre or, the older ones, to some
 * hundred; a position without a system is taken for degrees where it can be.
 */
final class GeoKeys {
  private static final int MODEL_TYPE = 1024;
  private static final int RASTER_TYPE = 1025;
  private static final int ANGULAR_UNIT = 2054;
  private static final String PROJECTED = "1";
  private static final String GEOGRAPHIC = "2";
  private static final String PIXEL_IS_POINT = "2";
  private static final String DEGREE = "9102";

  private final GeoTiffIIOMetadataDecoder metadata;

  GeoKeys(GeoTiffIIOMetadataDecoder metadata) {
    this.metadata = metadata;
  }

  /**
   * The grid of an image.
   *
   * @throws IllegalArgumentException where its system or its position is none that is known
   */
  Grid grid(int columns, int rows) {
    AffineTransform corner = corner();
    double half = PIXEL_IS_POINT.equals(key(RASTER_TYPE)) ? 0 : 0.5;
    double stepX = corner.getScaleX();
    double stepY = -corner.getScaleY();
    double west = corner.getTranslateX() + half * stepX;
    double north = corner.getTranslateY() - half * stepY;
    String model = metadata.hasGeoKey() ? key(MODEL_TYPE) : GEOGRAPHIC;
    if (GEOGRAPHIC.equals(model)) {
      String unit = key(ANGULAR_UNIT);
      if (unit != null && !unit.equals(DEGREE)) {
        throw new IllegalArgumentException("its coordinates are not in degrees: unit " + unit);
      }
      return new LatLonGrid(north, -stepY, rows, west, stepX, columns);
    }
    if (!PROJECTED.equals(model)) {
      throw new IllegalArgumentException(
          "neither geographic nor projected; reproject it with gdalwarp -t_srs EPSG:4326");
    }
    ProjectedSystem system = ProjectedSystem.of(metadata::getGeoKey);
    return new ProjectedGrid(
        system.projection(),
        west - system.falseEasting(),
        stepX,
        columns,
        north - system.falseNorthing(),
        -stepY,
        rows);
  }

  private String key(int key) {
    return metadata.hasGeoKey() ? metadata.getGeoKey(key) : null;
  }

  /** From columns and rows, 0 at the image's corner, to the system's coordinates. */
  private AffineTransform corner() {
    if (metadata.hasModelTrasformation()) {
      AffineTransform whole = metadata.getModelTransformation();
      if (whole.getShearX() == 0 && whole.getShearY() == 0 && whole.getScaleY() < 0) {
        return whole;
      }
    } else if (metadata.hasPixelScales() && metadata.hasTiePoints()) {
      PixelScale scale = metadata.getModelPixelScales();
      TiePoint tie = metadata.getModelTiePoints()[0];
      return new AffineTransform(
          scale.getScaleX(),
          0,
          0,
          -scale.getScaleY(),
          tie.getValueAt(3) - tie.getValueAt(0) * scale.getScaleX(),
          tie.getValueAt(4) + tie.getValueAt(1) * scale.getScaleY());
    }
    throw new IllegalArgumentException(
        "has no pixel size and position, or is rotated; warp it with gdalwarp");
  }
}
