package org.skywatt.ingest.netcdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.ingest.cf.Attributes;
import org.skywatt.ingest.cf.CfDataset;
import org.skywatt.ingest.cf.CfVariable;
import ucar.nc2.Attribute;
import ucar.nc2.Variable;

/** An open NetCDF file. */
public final class NetcdfDataset implements CfDataset {
  private final Path path;
  private final NetcdfFiles.OpenedFile file;
  private final List<CfVariable> variables = new ArrayList<>();

  /**
   * Opens a file by its content.
   *
   * @throws org.skywatt.ingest.file.UnreadableFileException where it is not NetCDF or corrupt
   */
  public NetcdfDataset(Path path) throws IOException {
    this.path = path;
    file = NetcdfFiles.openBounded(path);
    for (Variable variable : file.getVariables()) {
      variables.add(new NetcdfVariable(path, file.bytes(), variable));
    }
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public List<CfVariable> variables() {
    return List.copyOf(variables);
  }

  @Override
  public Attributes attributes() {
    return attributes(file.getGlobalAttributes());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  static Attributes attributes(List<Attribute> attributes) {
    Map<String, Object> values = new HashMap<>();
    for (Attribute each : attributes) {
      Object value = value(each);
      if (value != null) {
        values.put(each.getShortName(), value);
      }
    }
    return new Attributes(values);
  }

  /** A text or numbers; null for what is neither. */
  private static Object value(Attribute attribute) {
    if (attribute.getLength() == 0) {
      return attribute.isString() ? "" : null;
    }
    if (attribute.isString()) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < attribute.getLength(); i++) {
        String text = attribute.getStringValue(i);
        texts.add(text == null ? "" : text);
      }
      return String.join(" ", texts);
    }
    double[] numbers = new double[attribute.getLength()];
    for (int i = 0; i < numbers.length; i++) {
      Number number = attribute.getNumericValue(i);
      if (number == null) {
        return null;
      }
      numbers[i] = number.doubleValue();
    }
    return numbers;
  }
}
