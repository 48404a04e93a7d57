package org.skywatt.ingest.grib;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.grib.grid.GridLayout;
import org.skywatt.ingest.grib.grid.GridMemory;

/** Where the fields of a file's messages go; counts them. Not safe for threads. */
final class MessageFields {
  /** One field of a message; trouble of any part is an IllegalArgumentException. */
  interface Part {
    FieldHeader header();

    GridLayout layout(GridMemory memory);

    Packed packed(GridLayout layout);
  }

  /** Numbers in their packing. */
  interface Packed {
    String packing();

    /** In scan order; NaN where missing. */
    float[] values();
  }

  private final Path file;
  private final FieldHandler handler;
  private final GridMemory memory = new GridMemory();
  private int message = -1;
  private int index;

  MessageFields(Path file, FieldHandler handler) {
    this.file = file;
    this.handler = handler;
  }

  void nextMessage() {
    message++;
  }

  /** A field of the message; what is wrong with it costs it alone. */
  void take(Part part) throws IOException {
    Field field;
    try {
      field = decode(part);
    } catch (IllegalArgumentException
        | DateTimeException
        | ArithmeticException
        | IndexOutOfBoundsException e) {
      refuse(e.getMessage(), e);
      return;
    }
    index++;
    if (field != null) {
      handler.field(field);
    }
  }

  /** The field; null where the handler does not want it. */
  private Field decode(Part part) {
    FieldHeader header = part.header();
    GridLayout layout = part.layout(memory);
    Packed packed = part.packed(layout);
    if (!handler.wants(header, layout.grid())) {
      return null;
    }
    return new Field(
        index,
        where() + " (" + header.code().parameter() + ")",
        header,
        layout.grid(),
        layout.gridRelativeWind(),
        layout.gridType(),
        packed.packing(),
        layout.order().inGridOrder(packed.values()));
  }

  /** What the message holds here cannot be read. */
  void refuse(String why, Throwable cause) throws IOException {
    refuse(new UnreadableFileException(file, where(), why, cause));
  }

  void refuse(UnreadableFileException reason) throws IOException {
    handler.refused(index++, reason);
  }

  int message() {
    return message;
  }

  private String where() {
    return "message " + message + ", field " + index;
  }
}
