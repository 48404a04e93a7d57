package org.skywatt.ingest.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.field.Series;
import org.skywatt.ingest.file.UnreadableFileException;

/** Keeps all that a file gives. */
public final class Collected implements FieldHandler {
  public final List<Field> fields = new ArrayList<>();
  public final List<Series> series = new ArrayList<>();
  public final List<String> refusals = new ArrayList<>();

  public static Collected of(Path path) throws IOException {
    Collected collected = new Collected();
    FieldFiles.read(path, collected);
    return collected;
  }

  /** The only field of a variable. */
  public Field field(String variable) {
    List<Field> found =
        fields.stream().filter(each -> each.header().code().parameter().equals(variable)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " fields of " + variable + "; " + refusals);
    }
    return found.get(0);
  }

  @Override
  public boolean wantsSeries() {
    return true;
  }

  @Override
  public void field(Field field) {
    fields.add(field);
  }

  @Override
  public void series(Series each) {
    series.add(each);
  }

  @Override
  public void refused(int field, UnreadableFileException reason) {
    refusals.add(reason.getMessage());
  }
}
