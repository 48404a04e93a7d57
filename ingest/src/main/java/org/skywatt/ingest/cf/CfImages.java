package org.skywatt.ingest.cf;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.skywatt.core.projection.Projection;
import org.skywatt.ingest.cf.CfVariable.Kind;
import org.skywatt.ingest.file.UnreadableFileException;

/** Variables of an open dataset by name, as images and as small lists of numbers. */
public final class CfImages {
  private static final long LONGEST_LIST = 1L << 20;

  private final CfDataset dataset;
  private final Map<String, CfVariable> byName = new HashMap<>();
  private final Coordinates coordinates;
  private final Horizontals horizontals;

  public CfImages(CfDataset dataset) {
    this.dataset = dataset;
    for (CfVariable variable : dataset.variables()) {
      byName.put(variable.name(), variable);
    }
    coordinates = new Coordinates(dataset);
    horizontals = new Horizontals(coordinates);
  }

  public CfDataset dataset() {
    return dataset;
  }

  /** A variable by its whole name, groups before it parted by {@code /}. */
  public Optional<CfVariable> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * A variable that must be there.
   *
   * @throws UnreadableFileException where it is not
   */
  public CfVariable get(String name) throws UnreadableFileException {
    return find(name).orElseThrow(() -> refused(name, "missing"));
  }

  /**
   * All numbers of a short variable, unpacked; NaN where missing.
   *
   * @throws UnreadableFileException where it is missing, long, no numbers, or cannot be read
   */
  public double[] numbers(String name) throws UnreadableFileException {
    CfVariable variable = get(name);
    if (variable.kind() != Kind.NUMBER || variable.size() > LONGEST_LIST) {
      throw refused(name, "no numbers, or too many: " + variable.size());
    }
    try {
      return Unpacking.ofCoordinate(variable).readAll(variable);
    } catch (IOException e) {
      throw refused(name, "cannot be read: " + e.getMessage());
    }
  }

  /**
   * The one number of a variable, or the first of several.
   *
   * @throws UnreadableFileException where it is missing or not finite
   */
  public double number(String name) throws UnreadableFileException {
    double[] numbers = numbers(name);
    if (numbers.length == 0 || !Double.isFinite(numbers[0])) {
      throw refused(name, "missing value");
    }
    return numbers[0];
  }

  /**
   * A time told as a number in {@code units} since a date.
   *
   * @throws UnreadableFileException where the units or the number are none of a time
   */
  public Instant time(String name, String units, double value) throws UnreadableFileException {
    try {
      return TimeUnits.parse(units, "").instant(value);
    } catch (CfException e) {
      throw refused(name, e.getMessage());
    }
  }

  /**
   * A variable with a grid.
   *
   * @throws UnreadableFileException where it has none, or its grid or times are not read
   */
  public CfImage image(String name) throws UnreadableFileException {
    CfVariable variable = get(name);
    if (variable.kind() != Kind.NUMBER) {
      throw refused(name, "holds no numbers");
    }
    if (variable.size() == 0) {
      throw refused(name, "is empty");
    }
    try {
      Optional<FieldLayout> layout = FieldLayout.find(variable, coordinates, horizontals);
      Optional<Horizontal> horizontal =
          layout.isPresent()
              ? layout.map(FieldLayout::horizontal)
              : horizontals.find(variable, coordinates.of(variable));
      return new CfImage(
          this, variable, horizontal.orElseThrow(() -> refused(name, "has no grid")), layout);
    } catch (CfException e) {
      throw refused(name, e.getMessage());
    } catch (UnreadableFileException e) {
      throw e;
    } catch (IOException e) {
      throw refused(name, "cannot be read: " + e.getMessage());
    }
  }

  /**
   * A part of a variable of rows and columns whose grid is told elsewhere, as stored: not unpacked.
   *
   * @throws UnreadableFileException where it is missing or has no such part
   */
  public RawValues stored(String name, int firstRow, int rows, int firstColumn, int columns)
      throws UnreadableFileException {
    CfVariable variable = get(name);
    int[] shape = variable.shape();
    boolean inside =
        variable.kind() == Kind.NUMBER
            && shape.length == 2
            && firstRow >= 0
            && firstColumn >= 0
            && firstRow + (long) rows <= shape[0]
            && firstColumn + (long) columns <= shape[1];
    if (!inside) {
      throw refused(name, "is no image, or smaller than its coordinates");
    }
    try {
      return variable.read(new int[] {firstRow, firstColumn}, new int[] {rows, columns});
    } catch (IOException e) {
      throw refused(name, "cannot be read: " + e.getMessage());
    }
  }

  /**
   * The projection that a grid mapping tells.
   *
   * @throws UnreadableFileException where it is missing or not read
   */
  public Projection projection(String mapping) throws UnreadableFileException {
    try {
      return GridMapping.plane(get(mapping).attributes()).projection();
    } catch (CfException e) {
      throw refused(mapping, e.getMessage());
    }
  }

  /** A refusal of a part of the file. */
  public UnreadableFileException refused(String variable, String why) {
    return new UnreadableFileException(dataset.path(), "variable " + variable, why);
  }
}
