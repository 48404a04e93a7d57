package org.skywatt.ingest.inspect;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.ingest.field.CfCode;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.field.FieldLevel;
import org.skywatt.ingest.field.Series;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.reader.FieldFiles;

/** Summarises the fields of NetCDF files and Zarr stores, and their variables that are none. */
final class ArrayInspector implements FieldHandler {
  private final List<FieldSummary> summaries = new ArrayList<>();

  static List<FieldSummary> inspect(Path file) throws IOException {
    ArrayInspector inspector = new ArrayInspector();
    FieldFiles.read(file, inspector);
    return inspector.summaries;
  }

  @Override
  public boolean wantsSeries() {
    return true;
  }

  @Override
  public void field(Field field) {
    FieldHeader header = field.header();
    FieldLevel level = header.level();
    Duration period = header.period();
    int columns = field.grid().columns();
    summaries.add(
        summary(
            field.index(),
            header,
            level.type(),
            Double.isNaN(level.value()) ? null : level.value(),
            period.isZero() ? null : period,
            field.gridType(),
            field.packing(),
            columns == 0 ? null : columns,
            columns == 0 ? null : field.grid().rows(),
            Statistics.of(field.values().length, i -> field.values()[i])));
  }

  private static FieldSummary summary(
      int index,
      FieldHeader header,
      String levelType,
      Double level,
      Duration period,
      String gridType,
      String packing,
      Integer nx,
      Integer ny,
      Statistics statistics) {
    CfCode code = header.code() instanceof CfCode cf ? cf : null;
    return new FieldSummary(
        index,
        header.code().parameter(),
        code == null ? null : name(code),
        code == null ? null : orNull(code.units()),
        levelType,
        level,
        header.initTime(),
        header.validTime(),
        header.stepType().ecCodesName(),
        period,
        gridType,
        packing,
        nx,
        ny,
        statistics.count(),
        statistics.missing(),
        statistics.min(),
        statistics.max(),
        statistics.mean(),
        null);
  }

  @Override
  public void series(Series series) {
    CfCode code = series.code();
    int rank = series.shape().size();
    double[] values = series.values();
    Statistics statistics = Statistics.of(values.length, i -> values[i]);
    summaries.add(
        new FieldSummary(
            series.index(),
            code.parameter(),
            name(code),
            orNull(code.units()),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            series.packing(),
            rank < 2 ? null : series.shape().get(rank - 1),
            rank < 2 ? null : series.shape().get(rank - 2),
            series.count(),
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

  private static String name(CfCode code) {
    return orNull(code.longName().isEmpty() ? code.standardName() : code.longName());
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
