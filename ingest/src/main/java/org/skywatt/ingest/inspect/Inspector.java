package org.skywatt.ingest.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.netcdf.NetcdfFiles;

/** Summarises the fields of GRIB2 and NetCDF-3 files; the format is told by content, not name. */
public final class Inspector {
  private Inspector() {}

  /**
   * Summarises a file.
   *
   * @return one summary a field, refused ones among them
   * @throws UnreadableFileException where the file as a whole cannot be read
   */
  public static List<FieldSummary> inspect(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableFileException(file, "", "no such file");
    }
    return NetcdfFiles.isNetcdf3(file)
        ? NetcdfInspector.inspect(file)
        : GribInspector.inspect(file);
  }
}
