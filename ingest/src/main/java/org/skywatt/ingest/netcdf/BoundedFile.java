package org.skywatt.ingest.netcdf;

import java.io.IOException;
import java.nio.file.Path;
import ucar.unidata.io.RandomAccessFile;

/**
 * A file that may be read only so often: pointers of a broken HDF5 file lead readers in circles,
 * and NetCDF-Java follows them for ever.
 */
final class BoundedFile extends RandomAccessFile {
  /** More than the header of any file needs, or the chunks of a field. */
  private static final long LEAST = 1_000_000;

  private long left;

  BoundedFile(Path path) throws IOException {
    super(path.toString(), "r");
    refill();
  }

  /** Allows as many reads again: for each part of the file that is read. */
  void refill() throws IOException {
    left = LEAST + length() / 64;
  }

  @Override
  public void seek(long position) throws IOException {
    count();
    if (position < 0) {
      throw new IOException("points before the file");
    }
    super.seek(position);
  }

  @Override
  protected int read_(long position, byte[] bytes, int offset, int length) throws IOException {
    count();
    return super.read_(position, bytes, offset, length);
  }

  private void count() throws IOException {
    if (--left < 0) {
      throw new IOException("its pointers lead in circles");
    }
  }
}
