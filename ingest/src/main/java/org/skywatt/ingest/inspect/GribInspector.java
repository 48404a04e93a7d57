package org.skywatt.ingest.inspect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.field.GribCode;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.grib.GribReader;
import ucar.nc2.grib.GribTables;
import ucar.nc2.grib.grib2.table.Grib2Customizer;

/** Summarises GRIB fields; names and units are WMO's, those of local codes are left out. */
final class GribInspector implements FieldHandler {
  private static final int FIRST_LOCAL = 192;

  private final List<FieldSummary> summaries = new ArrayList<>();
  private final Grib2Customizer wmo = Grib2Customizer.factory(0, 0, 0, 0, 0);

  static List<FieldSummary> inspect(Path file) throws IOException {
    GribInspector inspector = new GribInspector();
    GribReader.read(file, inspector);
    return inspector.summaries;
  }

  @Override
  public void field(Field field) {
    FieldHeader header = field.header();
    GribTables.Parameter parameter = parameter((GribCode) header.code());
    float[] values = field.values();
    Statistics statistics = Statistics.of(values.length, i -> values[i]);
    int columns = field.grid().columns();
    summaries.add(
        new FieldSummary(
            field.index(),
            header.code().parameter(),
            parameter == null ? null : parameter.getName(),
            parameter == null ? null : parameter.getUnit(),
            header.level().type(),
            // ecCodes tells level 0 where a kind of level has no value.
            Double.isNaN(header.level().value()) ? 0 : header.level().value(),
            header.initTime(),
            header.validTime(),
            header.stepType().ecCodesName(),
            header.period().isZero() ? null : header.period(),
            field.gridType(),
            field.packing(),
            columns == 0 ? null : columns,
            columns == 0 ? null : field.grid().rows(),
            statistics.count(),
            statistics.missing(),
            statistics.min(),
            statistics.max(),
            statistics.mean(),
            null));
  }

  private GribTables.Parameter parameter(GribCode code) {
    boolean local =
        code.edition() == 1
            || code.discipline() >= FIRST_LOCAL
            || code.category() >= FIRST_LOCAL
            || code.number() >= FIRST_LOCAL;
    return local ? null : wmo.getParameter(code.discipline(), code.category(), code.number());
  }

  @Override
  public void refused(int field, UnreadableFileException reason) {
    summaries.add(FieldSummary.refused(field, reason.where() + ": " + reason.why()));
  }
}
