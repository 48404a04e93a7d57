package org.skywatt.ingest.cf;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.skywatt.core.grid.Grid;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.field.Series;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * Reads the fields of a dataset, variable by variable and field by field in the order of the file:
 * memory is one field and the coordinates.
 */
public final class CfReader {
  private static final long LONGEST_SERIES = 1L << 25;
  private static final int MOST_POINTS = 1 << 27;

  private final CfDataset dataset;
  private final FieldHandler handler;
  private final Coordinates coordinates;
  private final Horizontals horizontals;
  private int index;

  private CfReader(CfDataset dataset, FieldHandler handler) {
    this.dataset = dataset;
    this.handler = handler;
    coordinates = new Coordinates(dataset);
    horizontals = new Horizontals(coordinates);
  }

  /**
   * Hands every field of a dataset to a handler, and the variables that are no fields if it wants
   * them.
   *
   * @return how many fields and other variables there were: the next free index
   * @throws UnreadableFileException where the dataset holds nothing, or a part of it cannot be read
   *     and the handler does not pass over it
   */
  public static int read(CfDataset dataset, FieldHandler handler) throws IOException {
    if (dataset.variables().isEmpty()) {
      throw new UnreadableFileException(dataset.path(), "", "holds no variables");
    }
    CfReader reader = new CfReader(dataset, handler);
    for (CfVariable variable : dataset.variables()) {
      reader.read(variable);
    }
    return reader.index;
  }

  private void read(CfVariable variable) throws IOException {
    String where = "variable " + variable.name();
    try {
      if (variable.kind() == CfVariable.Kind.OTHER) {
        throw new CfException(variable.storage());
      }
      Optional<FieldLayout> layout =
          variable.kind() == CfVariable.Kind.TEXT || coordinates.isCoordinate(variable)
              ? Optional.empty()
              : FieldLayout.find(variable, coordinates, horizontals);
      if (layout.isPresent()) {
        fields(variable, layout.get());
      } else {
        series(variable);
      }
    } catch (CfException e) {
      refuse(where, e.getMessage(), e);
    } catch (HandlerException e) {
      throw e.getCause();
    } catch (IOException e) {
      refuse(where, "cannot be read: " + e.getMessage(), e);
    }
  }

  private void series(CfVariable variable) throws IOException, CfException, HandlerException {
    if (!handler.wantsSeries()) {
      index++;
      return;
    }
    if (variable.size() > LONGEST_SERIES) {
      throw new CfException("no field, and too long to be summarised: " + variable.size());
    }
    double[] values =
        variable.kind() == CfVariable.Kind.TEXT
            ? new double[0]
            : Unpacking.of(variable).readAll(variable);
    List<Integer> shape = IntStream.of(variable.shape()).boxed().toList();
    Series series =
        new Series(index++, coordinates.code(variable), variable.storage(), shape, values);
    handing(() -> handler.series(series));
  }

  private void fields(CfVariable variable, FieldLayout layout)
      throws IOException, HandlerException {
    List<Integer> outer = layout.outer();
    int[] origin = new int[variable.shape().length];
    if (variable.size() == 0) {
      return;
    }
    if (layout.horizontal().grid().size() > MOST_POINTS) {
      refuse(
          "variable " + variable.name(),
          "too big: fields of " + layout.horizontal().grid().size() + " points",
          null);
      return;
    }
    do {
      String where = "variable " + variable.name() + place(variable, outer, origin);
      try {
        FieldHeader header = layout.header(origin);
        Grid grid = layout.horizontal().grid();
        if (handler.wants(header, grid)) {
          Field field =
              new Field(
                  index,
                  where,
                  header,
                  grid,
                  layout.gridRelativeWind(),
                  layout.horizontal().gridType(),
                  variable.storage(),
                  Slab.read(variable, layout.horizontal(), origin));
          handing(() -> handler.field(field));
        }
        index++;
      } catch (CfException e) {
        refuse(where, e.getMessage(), e);
      } catch (IOException e) {
        refuse(where, "cannot be read: " + e.getMessage(), e);
      }
    } while (next(variable, outer, origin));
  }

  private static boolean next(CfVariable variable, List<Integer> outer, int[] origin) {
    for (int i = outer.size() - 1; i >= 0; i--) {
      int dimension = outer.get(i);
      if (++origin[dimension] < variable.shape()[dimension]) {
        return true;
      }
      origin[dimension] = 0;
    }
    return false;
  }

  private static String place(CfVariable variable, List<Integer> outer, int[] origin) {
    StringBuilder place = new StringBuilder();
    for (int dimension : outer) {
      place.append(", ").append(variable.dimensions().get(dimension));
      place.append(' ').append(origin[dimension]);
    }
    return place.toString();
  }

  private void refuse(String where, String why, Exception cause) throws IOException {
    handler.refused(index++, new UnreadableFileException(dataset.path(), where, why, cause));
  }

  /** What a handler does with a field. */
  private interface Handing {
    void run() throws IOException;
  }

  /** A handler's own failure ends the reading: it is none of the file's. */
  private static void handing(Handing handing) throws HandlerException {
    try {
      handing.run();
    } catch (IOException e) {
      throw new HandlerException(e);
    }
  }

  private static final class HandlerException extends Exception {
    private static final long serialVersionUID = 1L;

    HandlerException(IOException cause) {
      super(cause);
    }

    @Override
    public synchronized IOException getCause() {
      return (IOException) super.getCause();
    }
  }
}
