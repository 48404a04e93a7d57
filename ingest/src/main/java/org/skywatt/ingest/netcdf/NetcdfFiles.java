package org.skywatt.ingest.netcdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.skywatt.ingest.file.UnreadableFileException;
import ucar.nc2.NetcdfFile;

/**
 * Opens NetCDF-3 (classic and 64-bit offset) files in memory: NetCDF-Java opened on a path may
 * write caches and uncompressed copies beside it.
 */
public final class NetcdfFiles {
  private static final long LARGEST = 1L << 30;

  private NetcdfFiles() {}

  /** Whether the file begins as a NetCDF-3 file does. */
  public static boolean isNetcdf3(Path file) throws IOException {
    byte[] head = new byte[4];
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(head, 0, 4) == 4
          && head[0] == 'C'
          && head[1] == 'D'
          && head[2] == 'F'
          && (head[3] == 1 || head[3] == 2);
    }
  }

  /** Opens a file, which the caller closes. */
  public static NetcdfFile open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableFileException(file, "", "no such file");
    }
    long size = Files.size(file);
    if (size == 0) {
      throw new UnreadableFileException(file, "", "the file is empty; fetch it again");
    }
    if (!isNetcdf3(file)) {
      throw new UnreadableFileException(
          file, "", "not a NetCDF-3 file; convert NetCDF-4 with nccopy -k classic");
    }
    if (size > LARGEST) {
      throw new UnreadableFileException(
          file, "", size + " bytes are more than the " + LARGEST + " that are read at once");
    }
    try {
      return NetcdfFile.openInMemory(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException(file, "", "corrupt NetCDF header: " + e.getMessage(), e);
    }
  }
}
