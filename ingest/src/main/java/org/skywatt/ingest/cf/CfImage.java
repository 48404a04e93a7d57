package org.skywatt.ingest.cf;

import java.io.IOException;
import java.util.Optional;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.GridWindow;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.file.UnreadableFileException;

/** The fields of one variable, of which any part is read alone. */
public final class CfImage {
  private final CfImages images;
  private final CfVariable variable;
  private final Horizontal horizontal;
  private final Optional<FieldLayout> layout;

  CfImage(
      CfImages images, CfVariable variable, Horizontal horizontal, Optional<FieldLayout> layout) {
    this.images = images;
    this.variable = variable;
    this.horizontal = horizontal;
    this.layout = layout;
  }

  public Grid grid() {
    return horizontal.grid();
  }

  public Attributes attributes() {
    return variable.attributes();
  }

  public String name() {
    return variable.name();
  }

  /** How elements are stored, such as {@code int16}. */
  public String storage() {
    return variable.storage();
  }

  /** Number of fields: of all times and other dimensions together. */
  public long fields() {
    long fields = 1;
    for (int dimension = 0; dimension < variable.shape().length; dimension++) {
      fields *= isOuter(dimension) ? variable.shape()[dimension] : 1;
    }
    return fields;
  }

  private boolean isOuter(int dimension) {
    return dimension != horizontal.rowDimension() && dimension != horizontal.columnDimension();
  }

  /**
   * What a field says of itself.
   *
   * @param field from 0, in the order of the file
   * @throws UnreadableFileException where its time or level cannot be told
   */
  public FieldHeader header(int field) throws UnreadableFileException {
    if (layout.isEmpty()) {
      throw images.refused(variable.name(), "has no time");
    }
    try {
      return layout.get().header(origin(field));
    } catch (CfException e) {
      throw images.refused(variable.name(), e.getMessage());
    }
  }

  /**
   * Values of a part of a field by the window's index, unpacked; NaN where missing.
   *
   * @param window of the grid, not over its last column to the first
   * @throws UnreadableFileException where the part cannot be read
   */
  public float[] read(int field, GridWindow window) throws UnreadableFileException {
    try {
      return Slab.read(variable, horizontal, origin(field), window);
    } catch (IOException e) {
      throw images.refused(variable.name(), "cannot be read: " + e.getMessage());
    }
  }

  private int[] origin(int field) {
    int[] origin = new int[variable.shape().length];
    int rest = field;
    for (int dimension = origin.length - 1; dimension >= 0; dimension--) {
      if (isOuter(dimension)) {
        origin[dimension] = rest % variable.shape()[dimension];
        rest /= variable.shape()[dimension];
      }
    }
    return origin;
  }
}
