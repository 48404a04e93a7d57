package org.skywatt.ingest.cf;

import java.io.IOException;
import java.util.List;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.GridWindow;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.file.UnreadableFileException;

/** The fields of one variable, of which any part is read alone. */
public final class CfImage {
  private final CfImages images;
  private final CfVariable variable;
  private final FieldLayout layout;

  CfImage(CfImages images, CfVariable variable, FieldLayout layout) {
    this.images = images;
    this.variable = variable;
    this.layout = layout;
  }

  public Grid grid() {
    return layout.horizontal().grid();
  }

  public Attributes attributes() {
    return variable.attributes();
  }

  /** Number of fields: of all times and other dimensions together. */
  public int fields() {
    int fields = 1;
    for (int dimension : layout.outer()) {
      fields *= variable.shape()[dimension];
    }
    return fields;
  }

  /**
   * What a field says of itself.
   *
   * @param field from 0, in the order of the file
   * @throws UnreadableFileException where its time or level cannot be told
   */
  public FieldHeader header(int field) throws UnreadableFileException {
    try {
      return layout.header(origin(field));
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
      return Slab.read(variable, layout.horizontal(), origin(field), window);
    } catch (IOException e) {
      throw images.refused(variable.name(), "cannot be read: " + e.getMessage());
    }
  }

  private int[] origin(int field) {
    int[] origin = new int[variable.shape().length];
    List<Integer> outer = layout.outer();
    int rest = field;
    for (int i = outer.size() - 1; i >= 0; i--) {
      int length = variable.shape()[outer.get(i)];
      origin[outer.get(i)] = rest % length;
      rest /= length;
    }
    return origin;
  }
}
