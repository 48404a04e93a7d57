package org.skywatt.ingest.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.raster.RasterFile;
import org.skywatt.ingest.raster.RasterFiles;
import org.skywatt.ingest.reader.FieldFiles;

/** Summarises the fields of any file that is read; the format is told by content, not name. */
public final class Inspector {
  private Inspector() {}

  /**
   * Summarises a file.
   *
   * @return one summary a field, refused ones among them
   * @throws UnreadableFileException where the file as a whole cannot be read
   */
  public static List<FieldSummary> inspect(Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      Optional<RasterFile> raster = RasterFiles.find(file);
      if (raster.isPresent()) {
        try (RasterFile open = raster.get()) {
          return RasterInspector.summaries(open);
        }
      }
    }
    FieldInspector inspector = new FieldInspector();
    FieldFiles.read(file, inspector);
    return inspector.summaries();
  }
}
