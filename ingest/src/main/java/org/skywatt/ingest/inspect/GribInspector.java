package org.skywatt.ingest.inspect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.grib.GribField;
import org.skywatt.ingest.grib.GribHandler;
import org.skywatt.ingest.grib.GribLevel;
import org.skywatt.ingest.grib.GribParameter;
import org.skywatt.ingest.grib.GribProduct;
import org.skywatt.ingest.grib.GribReader;
import ucar.nc2.grib.GribTables;
import ucar.nc2.grib.grib2.table.Grib2Customizer;

/** Summarises GRIB2 fields; names and units are WMO's, those of local codes are left out. */
final class GribInspector implements GribHandler {
  private static final int FIRST_LOCAL = 192;

  private final List<FieldSummary> summaries = new ArrayList<>();
  private final Grib2Customizer wmo = Grib2Customizer.factory(0, 0, 0, 0, 0);

  static List<FieldSummary> inspect(Path file) throws IOException {
    GribInspector inspector = new GribInspector();
    GribReader.read(file, inspector);
    return inspector.summaries;
  }

  @Override
  public void field(GribField field) {
    GribProduct product = field.product();
    GribParameter code = product.parameter();
    boolean local =
        code.discipline() >= FIRST_LOCAL
            || code.category() >= FIRST_LOCAL
            || code.number() >= FIRST_LOCAL;
    GribTables.Parameter parameter =
        local ? null : wmo.getParameter(code.discipline(), code.category(), code.number());
    float[] values = field.values();
    Statistics statistics = Statistics.of(values.length, i -> values[i]);
    summaries.add(
        new FieldSummary(
            field.field(),
            code.toString(),
            parameter == null ? null : parameter.getName(),
            parameter == null ? null : parameter.getUnit(),
            levelType(product.level()),
            level(product.level()),
            product.initTime(),
            product.validTime(),
            product.stepType().ecCodesName(),
            product.period().isZero() ? null : product.period(),
            "regular_ll",
            field.packing(),
            field.grid().columns(),
            field.grid().rows(),
            statistics.count(),
            statistics.missing(),
            statistics.min(),
            statistics.max(),
            statistics.mean(),
            null));
  }

  @Override
  public void refused(int field, UnreadableFileException reason) {
    summaries.add(FieldSummary.refused(field, reason.where() + ": " + reason.why()));
  }

  /** ecCodes' name of the kind of level, or its code where it is rare. */
  private static String levelType(GribLevel level) {
    boolean layer = level.isLayer();
    return switch (level.type()) {
      case 1 -> level.secondType() == 8 ? "entireAtmosphere" : "surface";
      case 8 -> "nominalTop";
      case 10 -> "atmosphere";
      case 100 -> isHectopascal(level) ? "isobaricInhPa" : "isobaricInPa";
      case 101 -> "meanSea";
      case 102 -> "heightAboveSea";
      case 103 -> layer ? "heightAboveGroundLayer" : "heightAboveGround";
      case 104 -> layer ? "sigmaLayer" : "sigma";
      case 105 -> layer ? "hybridLayer" : "hybrid";
      case 106 -> layer ? "depthBelowLandLayer" : "depthBelowLand";
      case 108 -> layer ? "pressureFromGroundLayer" : "pressureFromGround";
      default -> Integer.toString(level.type());
    };
  }

  private static Double level(GribLevel level) {
    if (Double.isNaN(level.value())) {
      return null;
    }
    return level.type() == 100 && isHectopascal(level) ? level.value() / 100 : level.value();
  }

  /** ecCodes tells pressures in hPa where they are whole ones. */
  private static boolean isHectopascal(GribLevel level) {
    return level.value() >= 100 && level.value() % 100 == 0;
  }
}
