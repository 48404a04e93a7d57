package org.skywatt.ingest.reader;

import java.io.IOException;
import java.nio.file.Path;
import org.skywatt.core.grid.Grid;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.field.Series;
import org.skywatt.ingest.file.UnreadableFileException;

/** Tells refusals of an unpacked file by the name of the file that was packed. */
record NamingHandler(Path path, FieldHandler handler) implements FieldHandler {
  static UnreadableFileException named(Path path, UnreadableFileException reason) {
    return reason.file().equals(path.toString())
        ? reason
        : new UnreadableFileException(path, reason.where(), reason.why(), reason);
  }

  @Override
  public void field(Field field) throws IOException {
    handler.field(field);
  }

  @Override
  public boolean wants(FieldHeader header, Grid grid) {
    return handler.wants(header, grid);
  }

  @Override
  public boolean wantsSeries() {
    return handler.wantsSeries();
  }

  @Override
  public void series(Series series) throws IOException {
    handler.series(series);
  }

  @Override
  public void refused(int field, UnreadableFileException reason) throws IOException {
    handler.refused(field, named(path, reason));
  }
}
