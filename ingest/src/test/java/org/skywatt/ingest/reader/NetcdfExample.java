package org.skywatt.ingest.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.NetcdfFileWriter;
import ucar.nc2.Variable;

/** Writes small NetCDF-3 files through NetCDF-Java. */
final class NetcdfExample {
  private final NetcdfFileWriter writer;
  private final Map<Variable, Array> values = new LinkedHashMap<>();

  NetcdfExample(Path file) throws IOException {
    writer = NetcdfFileWriter.createNew(NetcdfFileWriter.Version.netcdf3, file.toString());
  }

  NetcdfExample dimension(String name, int length) {
    writer.addDimension(null, name, length);
    return this;
  }

  /** Attributes are {@code name=text} or {@code name=number}. */
  NetcdfExample variable(String name, String dimensions, double[] data, String... attributes) {
    Variable variable = writer.addVariable(null, name, DataType.DOUBLE, dimensions);
    for (String each : attributes) {
      int at = each.indexOf('=');
      String value = each.substring(at + 1);
      writer.addVariableAttribute(
          variable,
          value.matches("-?[0-9.]+")
              ? new Attribute(each.substring(0, at), Double.valueOf(value))
              : new Attribute(each.substring(0, at), value));
    }
    values.put(variable, Array.factory(DataType.DOUBLE, variable.getShape(), data));
    return this;
  }

  void write() throws IOException {
    writer.create();
    try {
      for (Map.Entry<Variable, Array> each : values.entrySet()) {
        writer.write(each.getKey(), each.getValue());
      }
    } catch (InvalidRangeException e) {
      throw new IllegalStateException(e);
    } finally {
      writer.close();
    }
  }

  static double[] range(double first, double step, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = first + step * i;
    }
    return values;
  }
}
