package org.skywatt.ingest.grib;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.skywatt.core.grid.Grid;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHeader;

/**
 * One file as we read it beside ecCodes: keys and statistics of every message, positions and values
 * of the points of its first ones.
 */
final class GribConformance {
  private static final String UNKNOWN = "not_found";

  /** Of lines that run to and fro, ecCodes tells places that all run one way. */
  private static final int ALTERNATE_ROWS = 0x10;

  private static final int MOST_FIELDS = 2;
  private static final int MOST_POINTS = 70_000;
  private static final String KEYS =
      "gridType,packingType,Ni,Nj,typeOfLevel,level:d,stepType,dataDate,dataTime,validityDate,"
          + "validityTime,numberOfMissing,min,max,average,scanningMode,numberOfDataPoints";

  /** Where ecCodes 2.28 is wrong about positions, and what ours were compared with instead. */
  private static final Map<String, String> POSITIONS_OF_OUR_OWN =
      Map.of(
          "netcdf_java/D2.2006091400.F012.002M.CLWMR.grib1",
          "ecCodes folds southern polar stereographic grids; positions as PROJ has them",
          "netcdf_java/Eumetsat.VerticalPerspective.grib2",
          "ecCodes leaves out the scanning mode of a space view; positions as the coasts have them",
          "cfgrib/regular_ll_wrong_increment.grib",
          "its increments contradict its corners; the corners hold",
          "polar_stereographic_pl_grib2.tmpl",
          "ecCodes walks it northwards, its scanning mode says southwards; positions as PROJ has them");

  /** In a name of ecCodes' templates: ecCodes 2.28 does not turn Gaussian grids back. */
  private static final String NOT_TURNED_BACK = "rotated_gg_";

  /** A predefined grid: ecCodes 2.28 gives it more points than it has, and no places. */
  private static final String PREDEFINED = "netcdf_java/ncepPredefinedGds.grib1";

  private final String name;
  private final List<String> differences = new ArrayList<>();
  private final TreeSet<String> packings = new TreeSet<>();
  private final TreeSet<String> grids = new TreeSet<>();
  private final TreeSet<String> refusals = new TreeSet<>();
  private int messages;

  private GribConformance(String name) {
    this.name = name;
  }

  static GribConformance of(Path root, Path file) throws IOException {
    GribConformance result = new GribConformance(root.relativize(file).toString());
    GribFields ours = GribFields.of(file);
    result.messages = ours.fields.size() + ours.refused.size();
    ours.refused.forEach(reason -> result.refusals.add(reason.why()));
    for (Field field : ours.fields) {
      result.packings.add(field.packing());
      result.grids.add(field.gridType());
    }
    if (ours.refused.isEmpty() && !result.name.equals(PREDEFINED)) {
      result.compare(file, ours.fields);
    }
    return result;
  }

  List<String> differences() {
    return differences;
  }

  /** A row of the published table. */
  String row() {
    String verdict =
        refusals.isEmpty()
            ? "equal" + (isOurOwn() ? " ¹" : "")
            : "refused: " + String.join("; ", refusals);
    return String.format(
        Locale.ROOT,
        "| %s | %d | %s | %s | %s |",
        name,
        messages,
        String.join(", ", packings),
        String.join(", ", grids),
        verdict);
  }

  private boolean isOurOwn() {
    return hasPositionsOfOurOwn() || name.equals(PREDEFINED);
  }

  private boolean hasPositionsOfOurOwn() {
    return POSITIONS_OF_OUR_OWN.containsKey(name) || name.contains(NOT_TURNED_BACK);
  }

  private void compare(Path file, List<Field> fields) {
    List<String[]> golden = EcCodes.forcedKeys(file, KEYS);
    if (golden.size() != fields.size()) {
      differences.add(name + ": " + fields.size() + " fields, ecCodes has " + golden.size());
      return;
    }
    for (int i = 0; i < fields.size(); i++) {
      String[] key = golden.get(i);
      if (!key[0].equals(UNKNOWN)) {
        compareKeys(fields.get(i), key);
        boolean placed = !key[15].equals(UNKNOWN) && !key[16].equals(UNKNOWN);
        boolean alternate = placed && (Integer.parseInt(key[15]) & ALTERNATE_ROWS) != 0;
        if (placed
            && !alternate
            && i < MOST_FIELDS
            && fields.get(i).values().length <= MOST_POINTS) {
          comparePoints(file, fields.get(i), Integer.parseInt(key[15]));
        }
      }
    }
  }

  private void compareKeys(Field field, String[] key) {
    FieldHeader header = field.header();
    same(field, "gridType", field.gridType(), key[0]);
    same(field, "packingType", field.packing(), key[1]);
    if (field.grid().columns() > 0) {
      same(field, "Ni", Integer.toString(field.grid().columns()), key[2]);
      same(field, "Nj", Integer.toString(field.grid().rows()), key[3]);
    }
    same(field, "typeOfLevel", header.level().type(), key[4]);
    double level = header.level().value();
    if (!(level < 0)) { // ecCodes takes a negative level for a large one
      near(field, "level", Double.isNaN(level) ? 0 : level, key[5], 1e-9, 0);
    }
    same(field, "stepType", header.stepType().ecCodesName(), key[6]);
    same(field, "init", minute(header.initTime()), EcCodes.time(key[7], key[8]));
    if (!key[9].equals(UNKNOWN)) {
      same(field, "valid", minute(header.validTime()), EcCodes.time(key[9], key[10]));
    }
    compareStatistics(field, key);
  }

  private static String minute(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private void compareStatistics(Field field, String[] key) {
    float[] values = field.values();
    long missing = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (float value : values) {
      if (Float.isNaN(value)) {
        missing++;
      } else {
        min = Math.min(min, value);
        max = Math.max(max, value);
        sum += value;
      }
    }
    same(field, "numberOfDataPoints", Integer.toString(values.length), key[16]);
    same(field, "numberOfMissing", Long.toString(missing), key[11]);
    // Of a constant field in a message of several, ecCodes 2.28 tells the range of another one.
    if (missing < values.length && (min < max || !name.equals("pygrib/gfs.grb"))) {
      double range = Math.max(max - min, 1e-30);
      near(field, "min", min, key[12], 1e-5, range * 1e-6);
      near(field, "max", max, key[13], 1e-5, range * 1e-6);
      near(field, "average", sum / (values.length - missing), key[14], 1e-5, range * 1e-5);
    }
  }

  /** Values in scan order, and positions beside them. */
  private void comparePoints(Path file, Field field, int scanningMode) {
    List<EcCodes.Point> golden = EcCodes.data(file, field.index() + 1);
    Grid grid = field.grid();
    int columns = grid.columns();
    boolean alongColumns = (scanningMode & 0x20) != 0;
    if (golden.size() != field.values().length) {
      differences.add(field.where() + ": " + golden.size() + " points in ecCodes");
      return;
    }
    double range = range(golden);
    for (int i = 0; i < golden.size(); i++) {
      EcCodes.Point point = golden.get(i);
      int at = alongColumns ? i % grid.rows() * columns + i / grid.rows() : i;
      float value = field.values()[at];
      double tolerance = Math.max(range * 1e-6, Math.abs(point.value()) * 2e-7);
      boolean same =
          Double.isNaN(point.value())
              ? Float.isNaN(value)
              : Math.abs(value - point.value()) <= tolerance;
      if (!same) {
        differences.add(name + " " + field.where() + ", point " + i + ": " + value + ", " + point);
        return;
      }
      if (!hasPositionsOfOurOwn() && !isNear(grid, at, point)) {
        differences.add(
            name
                + " "
                + field.where()
                + ", point "
                + i
                + " lies at "
                + grid.pointLatitude(at)
                + ", "
                + grid.pointLongitude(at)
                + ", not at "
                + point);
        return;
      }
    }
  }

  private static double range(List<EcCodes.Point> points) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (EcCodes.Point point : points) {
      if (!Double.isNaN(point.value())) {
        min = Math.min(min, point.value());
        max = Math.max(max, point.value());
      }
    }
    return max > min ? max - min : 0;
  }

  private static boolean isNear(Grid grid, int index, EcCodes.Point point) {
    if (Double.isNaN(point.latitude())) {
      return true;
    }
    double north = grid.pointLatitude(index) - point.latitude();
    double east = Math.IEEEremainder(grid.pointLongitude(index) - point.longitude(), 360);
    return Math.abs(north) < 6e-4
        && Math.abs(east) * Math.cos(Math.toRadians(point.latitude())) < 6e-4;
  }

  private void same(Field field, String what, String ours, String theirs) {
    if (!ours.equals(theirs) && !theirs.equals(UNKNOWN)) {
      differences.add(
          name + " " + field.where() + ": " + what + " " + ours + ", ecCodes " + theirs);
    }
  }

  private void near(
      Field field, String what, double ours, String theirs, double part, double tolerance) {
    if (theirs.equals(UNKNOWN)) {
      return;
    }
    double expected = EcCodes.number(theirs);
    if (Math.abs(ours - expected) > Math.max(tolerance, Math.abs(expected) * part)) {
      differences.add(
          name + " " + field.where() + ": " + what + " " + ours + ", ecCodes " + theirs);
    }
  }
}
