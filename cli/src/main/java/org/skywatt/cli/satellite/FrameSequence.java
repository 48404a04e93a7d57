package org.skywatt.cli.satellite;

import java.io.IOException;
import java.util.Optional;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.motion.NowcastVerifier;
import org.skywatt.core.motion.Plane;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.file.UnreadableFileException;

/** Hands the images of one variable of a file to a verifier, as they are stored. */
final class FrameSequence implements FieldHandler {
  private final NowcastVerifier verifier;
  private Optional<String> variable;

  /**
   * A handler of fields.
   *
   * @param variable name; the first of the file where empty
   */
  FrameSequence(NowcastVerifier verifier, Optional<String> variable) {
    this.verifier = verifier;
    this.variable = variable;
  }

  @Override
  public boolean wants(FieldHeader header, Grid grid) {
    if (variable.isEmpty()) {
      variable = Optional.of(header.code().parameter());
    }
    return grid.columns() > 0 && header.code().parameter().equals(variable.get());
  }

  @Override
  public void field(Field field) throws IOException {
    Grid grid = field.grid();
    verifier.add(
        field.header().validTime(), new Plane(grid.rows(), grid.columns(), field.values()));
  }

  /** A variable that cannot be read does not matter unless it is the one. */
  @Override
  public void refused(int field, UnreadableFileException reason) throws IOException {
    if (variable.isEmpty() || reason.where().startsWith("variable " + variable.get())) {
      throw reason;
    }
  }
}
