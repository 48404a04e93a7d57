package org.skywatt.ingest.grib;

import java.io.IOException;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.ingest.file.UnreadableFileException;

/** Takes the fields of a file in their order. */
@FunctionalInterface
public interface GribHandler {
  /** A decoded field. */
  void field(GribField field) throws IOException;

  /** Whether the field is to be decoded: unpacking is most of the work. */
  default boolean wants(GribProduct product, LatLonGrid grid) {
    return true;
  }

  /**
   * A field or message that cannot be read. Rethrows it, which ends the reading; a handler that
   * returns goes on with the next field.
   *
   * @param field index that the field has in the file, from 0
   */
  default void refused(int field, UnreadableFileException reason) throws IOException {
    throw reason;
  }
}
