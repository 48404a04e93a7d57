package org.skywatt.ingest.raster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.skywatt.ingest.file.UnreadableFileException;

/** Opens rasters. SRTM's tiles have no header: they are told by their name and size. */
public final class RasterFiles {
  private static final int HEAD = 64;

  private RasterFiles() {}

  /**
   * Opens a raster.
   *
   * @throws UnreadableFileException where it is none, or is damaged
   */
  public static RasterFile open(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new UnreadableFileException(path, "", "no such file");
    }
    return find(path)
        .orElseThrow(
            () ->
                new UnreadableFileException(
                    path, "", "not a GeoTIFF, no SRTM tile (.hgt, zipped or not), no ESRI grid"));
  }

  /** As {@link #open}; empty where the file is no raster of a known kind. */
  public static Optional<RasterFile> find(Path path) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(HEAD);
    }
    String text = new String(head, StandardCharsets.US_ASCII).stripLeading();
    if (text.startsWith("II*") || text.startsWith("MM\0*") || text.startsWith("II+")) {
      return Optional.of(GeoTiffFile.open(path));
    }
    if (text.toLowerCase(Locale.ROOT).startsWith("ncols")) {
      return Optional.of(EsriGridFile.open(path));
    }
    return SrtmFile.isNamedLikeOne(path) ? Optional.of(SrtmFile.open(path)) : Optional.empty();
  }
}
