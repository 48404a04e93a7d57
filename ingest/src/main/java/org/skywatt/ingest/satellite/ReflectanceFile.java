package org.skywatt.ingest.satellite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.netcdf.NetcdfFiles;
import ucar.ma2.Array;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.NetcdfFile;
import ucar.nc2.Variable;

/**
 * A file of scans: {@code reflectance(time, lat, lon)} packed as int16 with {@code scale_factor},
 * {@code add_offset} and {@code _FillValue}; {@code ground_reflectance(lat, lon)} packed alike;
 * {@code time} in seconds since 1970; {@code lat} from north to south, {@code lon} from west to
 * east; global attribute {@code cloud_reflectance}.
 */
final class ReflectanceFile implements AutoCloseable {
  private static final String EPOCH_UNITS = "seconds since 1970-01-01";

  private final Path path;
  private final NetcdfFile file;
  private final Variable reflectance;
  private final double[] times;
  private final LatLonGrid grid;
  private final float[] ground;
  private final double cloudReflectance;

  ReflectanceFile(Path path) throws IOException {
    this.path = path;
    file = NetcdfFiles.open(path);
    try {
      reflectance = variable("reflectance", 3);
      Variable time = variable("time", 1);
      String units = text(time.findAttribute("units"));
      if (!units.startsWith(EPOCH_UNITS)) {
        throw broken("variable time", "units '" + units + "' are not " + EPOCH_UNITS);
      }
      times = (double[]) time.read().get1DJavaArray(double.class);
      grid = grid(axis("lat"), axis("lon"));
      if (reflectance.getShape(1) != grid.rows()
          || reflectance.getShape(2) != grid.columns()
          || reflectance.getShape(0) != times.length) {
        throw broken("variable reflectance", "its shape is not that of time, lat and lon");
      }
      Variable groundVariable = variable("ground_reflectance", 2);
      ground = unpack(groundVariable, groundVariable.read());
      if (ground.length != grid.size()) {
        throw broken("variable ground_reflectance", "its shape is not that of lat and lon");
      }
      Attribute cloud = file.findGlobalAttribute("cloud_reflectance");
      if (cloud == null || cloud.getNumericValue() == null) {
        throw broken("attribute cloud_reflectance", "missing");
      }
      cloudReflectance = cloud.getNumericValue().doubleValue();
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e instanceof UnreadableFileException known
          ? known
          : new UnreadableFileException(path, "", "cannot be read: " + e, e);
    }
  }

  /** Whether a file is NetCDF with a ground's reflectance; false where it cannot be opened. */
  static boolean isOne(Path path) {
    if (java.nio.file.Files.isDirectory(path) || !isNetcdf(path)) {
      return false;
    }
    try (NetcdfFile file = NetcdfFiles.open(path)) {
      return file.findVariable("ground_reflectance") != null;
    } catch (IOException | RuntimeException e) {
      return false; // whoever reads it says what is wrong with it
    }
  }

  private static boolean isNetcdf(Path path) {
    try {
      return NetcdfFiles.isNetcdf(path);
    } catch (IOException e) {
      return false;
    }
  }

  LatLonGrid grid() {
    return grid;
  }

  int scans() {
    return times.length;
  }

  Instant time(int scan) {
    return Instant.ofEpochMilli(Math.round(times[scan] * 1000));
  }

  /**
   * Cloud index of a scan by the grid's index, NaN where missing: how far the reflectance lies on
   * the way from bare ground to thick cloud (Cano et al. 1986, Heliosat).
   */
  float[] cloudIndex(int scan) throws UnreadableFileException {
    float[] values;
    try {
      int[] origin = {scan, 0, 0};
      values =
          unpack(reflectance, reflectance.read(origin, new int[] {1, grid.rows(), grid.columns()}));
    } catch (IOException | InvalidRangeException | RuntimeException e) {
      throw new UnreadableFileException(path, "scan " + scan, "cannot be read: " + e, e);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((values[i] - ground[i]) / (cloudReflectance - ground[i]));
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private Variable variable(String name, int rank) throws UnreadableFileException {
    Variable variable = file.findVariable(name);
    if (variable == null || variable.getRank() != rank) {
      throw broken("variable " + name, "missing, or not of " + rank + " dimensions");
    }
    return variable;
  }

  private double[] axis(String name) throws IOException {
    return (double[]) variable(name, 1).read().get1DJavaArray(double.class);
  }

  private LatLonGrid grid(double[] lat, double[] lon) throws UnreadableFileException {
    int ny = lat.length;
    int nx = lon.length;
    if (nx < 2 || ny < 2 || !(lat[0] > lat[ny - 1]) || !(lon[nx - 1] > lon[0])) {
      throw broken("variables lat, lon", "must run from north to south and from west to east");
    }
    return new LatLonGrid(
        lat[0],
        (lat[ny - 1] - lat[0]) / (ny - 1),
        ny,
        lon[0],
        (lon[nx - 1] - lon[0]) / (nx - 1),
        nx);
  }

  private static float[] unpack(Variable variable, Array packed) {
    double scale = number(variable.findAttribute("scale_factor"), 1);
    double offset = number(variable.findAttribute("add_offset"), 0);
    double fill = number(variable.findAttribute("_FillValue"), Double.NaN);
    float[] values = new float[(int) packed.getSize()];
    for (int i = 0; i < values.length; i++) {
      double raw = packed.getDouble(i);
      values[i] = raw == fill ? Float.NaN : (float) (raw * scale + offset);
    }
    return values;
  }

  private static double number(Attribute attribute, double otherwise) {
    return attribute == null ? otherwise : attribute.getNumericValue().doubleValue();
  }

  private static String text(Attribute attribute) {
    return attribute == null ? "" : attribute.getStringValue();
  }

  private UnreadableFileException broken(String where, String why) {
    return new UnreadableFileException(path, where, why);
  }
}
