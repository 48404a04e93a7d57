package org.skywatt.ingest.field;

import java.io.IOException;
import org.skywatt.core.grid.Grid;
import org.skywatt.ingest.file.UnreadableFileException;

/** Takes the fields of a file in their order. */
@FunctionalInterface
public interface FieldHandler {
  /** A decoded field. */
  void field(Field field) throws IOException;

  /** Whether the field is to be decoded: unpacking is most of the work. */
  default boolean wants(FieldHeader header, Grid grid) {
    return true;
  }

  /** Whether variables that are no fields are to be read too. */
  default boolean wantsSeries() {
    return false;
  }

  /** A variable that is no field. */
  default void series(Series series) throws IOException {}

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
