package org.skywatt.ingest.terrain;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.geotools.coverage.grid.io.imageio.geotiff.PixelScale;
import org.geotools.coverage.grid.io.imageio.geotiff.TiePoint;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * Reads elevation rasters in longitude and latitude through GeoTools' TIFF and GeoTIFF decoders.
 * Coordinate systems are told by their keys alone: looking them up would unpack GeoTools' EPSG
 * database into the temporary folder.
 */
public final class GeoTiffReader {
  private static final long MOST_PIXELS = 200_000_000;
  private static final int MODEL_TYPE = 1024;
  private static final int RASTER_TYPE = 1025;
  private static final String GEOGRAPHIC = "2";
  private static final String PIXEL_IS_POINT = "2";

  private GeoTiffReader() {}

  /**
   * Reads the first band.
   *
   * @throws UnreadableFileException where the file is no GeoTIFF, not in longitude and latitude, or
   *     cannot be decoded
   */
  public static ElevationModel read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableFileException(file, "", "no such file");
    }
    TiffExtent.require(file);
    ImageReader reader = new TIFFImageReaderSpi().createReaderInstance();
    try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
      reader.setInput(in);
      GeoTiffIIOMetadataDecoder metadata =
          new GeoTiffIIOMetadataDecoder(reader.getImageMetadata(0));
      int nx = reader.getWidth(0);
      int ny = reader.getHeight(0);
      if ((long) nx * ny > MOST_PIXELS) {
        throw new UnreadableFileException(
            file, "", nx + " x " + ny + " pixels are too many at once; cut it to the area");
      }
      LatLonGrid grid = grid(file, metadata, nx, ny);
      Raster raster = reader.read(0).getRaster();
      float[] elevations = raster.getSamples(0, 0, nx, ny, 0, new float[nx * ny]);
      if (metadata.hasNoData()) {
        blank(elevations, (float) metadata.getNoData());
      }
      return new ElevationModel(grid, elevations);
    } catch (UnreadableFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException(file, "", "cannot be decoded: " + e.getMessage(), e);
    } finally {
      reader.dispose();
    }
  }

  private static LatLonGrid grid(Path file, GeoTiffIIOMetadataDecoder metadata, int nx, int ny)
      throws UnreadableFileException {
    if (!metadata.hasGeoKey() || !GEOGRAPHIC.equals(metadata.getGeoKey(MODEL_TYPE))) {
      throw new UnreadableFileException(
          file, "", "not in longitude and latitude; reproject it with gdalwarp -t_srs EPSG:4326");
    }
    if (!metadata.hasPixelScales() || !metadata.hasTiePoints()) {
      throw new UnreadableFileException(file, "", "has no pixel size and position");
    }
    PixelScale scale = metadata.getModelPixelScales();
    TiePoint tie = metadata.getModelTiePoints()[0];
    double half = PIXEL_IS_POINT.equals(metadata.getGeoKey(RASTER_TYPE)) ? 0 : 0.5;
    double west = tie.getValueAt(3) + (half - tie.getValueAt(0)) * scale.getScaleX();
    double north = tie.getValueAt(4) - (half - tie.getValueAt(1)) * scale.getScaleY();
    return new LatLonGrid(north, -scale.getScaleY(), ny, west, scale.getScaleX(), nx);
  }

  private static void blank(float[] elevations, float noData) {
    for (int i = 0; i < elevations.length; i++) {
      if (elevations[i] == noData) {
        elevations[i] = Float.NaN;
      }
    }
  }
}
