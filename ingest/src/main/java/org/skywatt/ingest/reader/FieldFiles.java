package org.skywatt.ingest.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.skywatt.ingest.cf.CfDataset;
import org.skywatt.ingest.cf.CfReader;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.grib.GribReader;
import org.skywatt.ingest.hrit.HritReader;
import org.skywatt.ingest.netcdf.NetcdfDataset;
import org.skywatt.ingest.netcdf.NetcdfFiles;
import org.skywatt.ingest.satellite.CalibratedFields;
import org.skywatt.ingest.wrapper.UnwrappedFile;
import org.skywatt.ingest.zarr.ZarrDataset;

/**
 * Reads the fields of GRIB, NetCDF-3, NetCDF-4 and HRIT files and of Zarr stores, compressed as a
 * whole by gzip, bzip2 or xz or not. Memory is one field. Writes nothing beside the file. Safe to
 * call from several threads.
 */
public final class FieldFiles {
  private FieldFiles() {}

  /**
   * Hands every field of a file or store to a handler.
   *
   * @param path a file, or the folder of a Zarr store
   * @throws UnreadableFileException where it is empty, of no known format, or has a part that
   *     cannot be read and that the handler does not pass over
   */
  public static void read(Path path, FieldHandler handler) throws IOException {
    if (!Files.exists(path)) {
      throw new UnreadableFileException(path, "", "no such file");
    }
    if (ZarrDataset.isZarr(path)) {
      try (CfDataset dataset = new ZarrDataset(path)) {
        CfReader.read(dataset, handler);
      }
      return;
    }
    if (Files.isDirectory(path)) {
      throw new UnreadableFileException(path, "", "a folder, and no Zarr store; name a file");
    }
    Optional<UnwrappedFile> unwrapped = UnwrappedFile.find(path);
    if (unwrapped.isEmpty()) {
      readPlain(path, handler);
      return;
    }
    try (UnwrappedFile file = unwrapped.get()) {
      readPlain(file.content(), new NamingHandler(path, handler));
    } catch (UnreadableFileException e) {
      throw NamingHandler.named(path, e);
    }
  }

  private static void readPlain(Path path, FieldHandler handler) throws IOException {
    if (NetcdfFiles.isNetcdf(path)) {
      try (CfDataset dataset = new NetcdfDataset(path)) {
        int fields = CfReader.read(dataset, handler);
        CalibratedFields.read(dataset, fields, handler);
      }
      return;
    }
    if (HritReader.isHrit(path)) {
      HritReader.read(path, handler);
      return;
    }
    GribReader.read(path, handler);
  }
}
