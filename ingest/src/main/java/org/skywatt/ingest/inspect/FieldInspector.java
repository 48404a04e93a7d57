package org.skywatt.ingest.inspect;

import java.util.ArrayList;
import java.util.List;
import org.skywatt.ingest.field.CfCode;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldCode;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.field.GribCode;
import org.skywatt.ingest.field.Series;
import org.skywatt.ingest.file.UnreadableFileException;

/** Summarises the fields of any file, and the variables of array files that are no fields. */
final class FieldInspector implements FieldHandler {
  private final List<FieldSummary> summaries = new ArrayList<>();
  private final ParameterNames names = new ParameterNames();

  List<FieldSummary> summaries() {
    return summaries;
  }

  @Override
  public boolean wantsSeries() {
    return true;
  }

  @Override
  public void field(Field field) {
    FieldHeader header = field.header();
    float[] values = field.values();
    Statistics statistics = Statistics.of(values.length, i -> values[i]);
    int columns = field.grid().columns();
    summaries.add(
        new FieldSummary(
            field.index(),
            header.code().parameter(),
            name(header.code()),
            units(header.code()),
            header.level().type(),
            level(header),
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

  @Override
  public void series(Series series) {
    int rank = series.shape().size();
    double[] values = series.values();
    Statistics statistics = Statistics.of(values.length, i -> values[i]);
    summaries.add(
        new FieldSummary(
            series.index(),
            series.code().parameter(),
            name(series.code()),
            units(series.code()),
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

  private String name(FieldCode code) {
    if (code instanceof CfCode cf) {
      return orNull(cf.longName().isEmpty() ? cf.standardName() : cf.longName());
    }
    return names.find((GribCode) code).map(ParameterNames.Named::name).orElse(null);
  }

  private String units(FieldCode code) {
    if (code instanceof CfCode cf) {
      return orNull(cf.units());
    }
    return names.find((GribCode) code).map(ParameterNames.Named::units).orElse(null);
  }

  /** ecCodes tells level 0 where a kind of level has no value. */
  private static Double level(FieldHeader header) {
    if (!Double.isNaN(header.level().value())) {
      return header.level().value();
    }
    return header.code() instanceof GribCode ? 0.0 : null;
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
