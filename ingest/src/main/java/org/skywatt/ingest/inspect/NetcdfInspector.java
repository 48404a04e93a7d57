package org.skywatt.ingest.inspect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.ingest.netcdf.NetcdfFiles;
import ucar.ma2.Array;
import ucar.nc2.Attribute;
import ucar.nc2.NetcdfFile;
import ucar.nc2.Variable;

/** Summarises the variables of a NetCDF-3 file, unpacked by scale, offset and fill value. */
final class NetcdfInspector {
  private NetcdfInspector() {}

  static List<FieldSummary> inspect(Path path) throws IOException {
    List<FieldSummary> summaries = new ArrayList<>();
    NetcdfFile file = NetcdfFiles.open(path);
    try {
      for (Variable variable : file.getVariables()) {
        summaries.add(summary(summaries.size(), variable));
      }
    } finally {
      file.close();
    }
    return summaries;
  }

  private static FieldSummary summary(int index, Variable variable) {
    try {
      Array array = variable.read();
      int rank = variable.getRank();
      Statistics statistics = statistics(variable, array);
      return new FieldSummary(
          index,
          variable.getShortName(),
          text(variable, "long_name"),
          text(variable, "units"),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          variable.getDataType().toString(),
          rank < 2 ? null : variable.getShape(rank - 1),
          rank < 2 ? null : variable.getShape(rank - 2),
          statistics.count(),
          statistics.missing(),
          statistics.min(),
          statistics.max(),
          statistics.mean(),
          null);
    } catch (IOException | RuntimeException e) {
      return FieldSummary.refused(
          index, "variable " + variable.getShortName() + ": cannot be read: " + e.getMessage());
    }
  }

  private static Statistics statistics(Variable variable, Array array) {
    int size = (int) array.getSize();
    if (!variable.getDataType().isNumeric()) {
      return new Statistics(size, 0, null, null, null);
    }
    double scale = number(variable, "scale_factor", 1);
    double offset = number(variable, "add_offset", 0);
    double fill = number(variable, "_FillValue", Double.NaN);
    double missing = number(variable, "missing_value", Double.NaN);
    return Statistics.of(
        size,
        i -> {
          double raw = array.getDouble(i);
          return raw == fill || raw == missing ? Double.NaN : raw * scale + offset;
        });
  }

  private static double number(Variable variable, String name, double otherwise) {
    Attribute attribute = variable.findAttribute(name);
    return attribute == null || attribute.getNumericValue() == null
        ? otherwise
        : attribute.getNumericValue().doubleValue();
  }

  private static String text(Variable variable, String name) {
    Attribute attribute = variable.findAttribute(name);
    return attribute == null ? null : attribute.getStringValue();
  }
}
