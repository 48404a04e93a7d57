package org.skywatt.ingest.raster;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.Rectangle;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.skywatt.core.grid.Grid;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * A GeoTIFF through GeoTools' TIFF and GeoTIFF decoders. Coordinate systems are told by their keys
 * alone: looking them up would unpack GeoTools' EPSG database into the temporary folder.
 */
final class GeoTiffFile implements RasterFile {
  private static final long MOST_PIXELS = 200_000_000;

  /** Deflate's best: a byte for 1032. */
  private static final long MOST_SQUEEZED = 1100;

  private final Path path;
  private final FileImageInputStream in;
  private final ImageReader reader;
  private final int columns;
  private final int rows;
  private final int bands;
  private final Optional<Grid> grid;
  private final float noData;

  private GeoTiffFile(Path path, FileImageInputStream in, ImageReader reader) throws IOException {
    this.path = path;
    this.in = in;
    this.reader = reader;
    columns = reader.getWidth(0);
    rows = reader.getHeight(0);
    bands = reader.getRawImageType(0).getNumBands();
    requireRoom();
    GeoTiffIIOMetadataDecoder metadata = new GeoTiffIIOMetadataDecoder(reader.getImageMetadata(0));
    grid =
        isPlaced(metadata)
            ? Optional.of(new GeoKeys(metadata).grid(columns, rows))
            : Optional.empty();
    noData = metadata.hasNoData() ? (float) metadata.getNoData() : Float.NaN;
  }

  static GeoTiffFile open(Path path) throws IOException {
    TiffExtent.require(path);
    FileImageInputStream in = new FileImageInputStream(path.toFile());
    ImageReader reader = new TIFFImageReaderSpi().createReaderInstance();
    try {
      reader.setInput(in);
      return new GeoTiffFile(path, in, reader);
    } catch (IOException | RuntimeException e) {
      reader.dispose();
      in.close();
      throw new UnreadableFileException(path, "", reason(e), e);
    }
  }

  private static boolean isPlaced(GeoTiffIIOMetadataDecoder metadata) {
    return metadata.hasGeoKey() || metadata.hasPixelScales() || metadata.hasModelTrasformation();
  }

  /** A damaged header may tell of pixels without end, which the decoder would make room for. */
  private void requireRoom() throws IOException {
    long image = (long) columns * rows;
    long tile = (long) reader.getTileWidth(0) * reader.getTileHeight(0);
    if (Math.max(image, tile) * bands > MOST_SQUEEZED * in.length()) {
      throw new IllegalArgumentException(
          "claims " + image + " pixels in " + in.length() + " bytes: it is damaged");
    }
  }

  private static String reason(Exception e) {
    return e instanceof IllegalArgumentException
        ? e.getMessage()
        : "cannot be decoded: " + e.getMessage();
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public String format() {
    return "geotiff";
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int bands() {
    return bands;
  }

  @Override
  public Optional<Grid> grid() {
    return grid;
  }

  @Override
  public float[] read(int band, Window window) throws IOException {
    if ((long) window.columns() * window.rows() > MOST_PIXELS) {
      throw new UnreadableFileException(
          path,
          "",
          window.columns()
              + " x "
              + window.rows()
              + " pixels are too many at once; cut it to the area");
    }
    try {
      ImageReadParam part = reader.getDefaultReadParam();
      part.setSourceRegion(
          new Rectangle(window.column(), window.row(), window.columns(), window.rows()));
      Raster raster = reader.read(0, part).getRaster();
      float[] values = new float[window.size()];
      raster.getSamples(0, 0, window.columns(), window.rows(), band, values);
      for (int i = 0; i < values.length; i++) {
        if (values[i] == noData) {
          values[i] = Float.NaN;
        }
      }
      return values;
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException(path, "", reason(e), e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    in.close();
  }
}
