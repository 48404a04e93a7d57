package org.skywatt.ingest.grib;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.file.UnreadableFileException;

/** Collects what a file holds and what of it is refused. */
final class GribFields implements FieldHandler {
  final List<Field> fields = new ArrayList<>();
  final List<UnreadableFileException> refused = new ArrayList<>();

  static GribFields of(Path file) throws IOException {
    GribFields all = new GribFields();
    GribReader.read(file, all);
    return all;
  }

  @Override
  public void field(Field field) {
    fields.add(field);
  }

  @Override
  public void refused(int field, UnreadableFileException reason) {
    refused.add(reason);
  }
}
