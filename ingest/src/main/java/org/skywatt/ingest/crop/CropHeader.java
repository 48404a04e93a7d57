package org.skywatt.ingest.crop;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import org.skywatt.ingest.field.FieldHeader;

/**
 * What is kept of a field beside its values.
 *
 * @param where it was in its file, for messages to people
 * @param gridRelativeWind as in the field
 * @param gridType as in the field
 * @param packing as in the field
 * @param gridKey of the grid that it was cut out of, in {@link GridShelf}
 * @param firstRow of the window, as are the next three
 * @param availableAt when its file could first be read
 * @param takenAt when it was read by the ingest that keeps it
 * @param modifiedAt when its file was last modified
 */
record CropHeader(
    FieldHeader field,
    String where,
    boolean gridRelativeWind,
    String gridType,
    String packing,
    String gridKey,
    int firstRow,
    int rows,
    int firstColumn,
    int columns,
    Instant availableAt,
    Instant takenAt,
    Instant modifiedAt)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of two fields that say the same thing, the last is the one that counts. */
  static final Comparator<CropHeader> AGE =
      Comparator.comparing(CropHeader::availableAt)
          .thenComparing(CropHeader::takenAt)
          .thenComparing(CropHeader::modifiedAt);

  int size() {
    return Math.multiplyExact(rows, columns);
  }
}
