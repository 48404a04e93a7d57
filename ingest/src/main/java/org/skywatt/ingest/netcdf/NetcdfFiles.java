package org.skywatt.ingest.netcdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.skywatt.ingest.file.UnreadableFileException;
import ucar.nc2.NetcdfFile;
import ucar.nc2.iosp.IOServiceProvider;
import ucar.nc2.iosp.hdf5.H5iosp;
import ucar.nc2.iosp.netcdf3.N3header;
import ucar.nc2.iosp.netcdf3.N3raf;

/**
 * Opens NetCDF-3 (classic and 64-bit offset) and NetCDF-4 (HDF5) files where they lie. The format
 * is told by content; NetCDF-Java is kept from writing caches and uncompressed copies beside them.
 */
public final class NetcdfFiles {
  static {
    // Else what is beyond the end of a NetCDF-3 file is told as whatever was read before it.
    N3header.disallowFileTruncation = true;
  }

  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
  private static final byte[] HDF4 = {0x0e, 0x03, 0x13, 0x01};

  /** Where HDF5 may begin, after a block of the user's own. */
  private static final int[] HDF5_STARTS = {0, 512, 1024, 2048};

  private NetcdfFiles() {}

  /** The formats that NetCDF-Java is asked to read. */
  private enum Format {
    NETCDF3,
    HDF5
  }

  /** Whether the file begins as a NetCDF or HDF file does, be it one that is not read. */
  public static boolean isNetcdf(Path file) throws IOException {
    byte[] head = head(file);
    return startsWith(head, 0, "CDF".getBytes(StandardCharsets.US_ASCII))
        || startsWith(head, 0, HDF4)
        || format(head).isPresent();
  }

  private static byte[] head(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(2048 + HDF5.length);
    }
  }

  private static boolean startsWith(byte[] head, int at, byte[] mark) {
    return head.length >= at + mark.length
        && Arrays.equals(head, at, at + mark.length, mark, 0, mark.length);
  }

  private static Optional<Format> format(byte[] head) {
    if (head.length >= 4 && head[0] == 'C' && head[1] == 'D' && head[2] == 'F') {
      return head[3] == 1 || head[3] == 2 ? Optional.of(Format.NETCDF3) : Optional.empty();
    }
    for (int start : HDF5_STARTS) {
      if (startsWith(head, start, HDF5)) {
        return Optional.of(Format.HDF5);
      }
    }
    return Optional.empty();
  }

  /** Opens a file, which the caller closes. */
  public static NetcdfFile open(Path file) throws IOException {
    return openBounded(file);
  }

  static OpenedFile openBounded(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableFileException(file, "", "no such file");
    }
    byte[] head = head(file);
    if (head.length == 0) {
      throw new UnreadableFileException(file, "", "the file is empty; fetch it again");
    }
    Format format =
        format(head)
            .orElseThrow(
                () ->
                    new UnreadableFileException(
                        file,
                        "",
                        "not a NetCDF-3 or NetCDF-4 file; convert others (HDF4, 64-bit data) with"
                            + " nccopy -k nc4"));
    IOServiceProvider provider = format == Format.HDF5 ? new H5iosp() : new N3raf();
    BoundedFile bytes = new BoundedFile(file);
    try {
      return new OpenedFile(provider, bytes, file.toString());
    } catch (IOException
        | RuntimeException
        | StackOverflowError
        | OutOfMemoryError
        | AssertionError e) {
      bytes.close();
      throw refusal(file, "header", e);
    }
  }

  /** What NetCDF-Java's failure says of a part of a file. It fails in any way on broken ones. */
  static UnreadableFileException refusal(Path file, String where, Throwable failure) {
    String said = failure.getMessage();
    String why = said == null || said.isBlank() ? failure.getClass().getSimpleName() : said;
    return new UnreadableFileException(
        file,
        where,
        "corrupt, truncated or of a kind that is not read ("
            + why.lines().findFirst().orElse("")
            + "); fetch the file again",
        failure);
  }

  /** NetCDF-Java opens by name or by asking every format; this opens by one format. */
  static final class OpenedFile extends NetcdfFile {
    private final BoundedFile bytes;

    OpenedFile(IOServiceProvider provider, BoundedFile bytes, String location) throws IOException {
      super(provider, bytes, location, null);
      this.bytes = bytes;
    }

    BoundedFile bytes() {
      return bytes;
    }
  }
}
