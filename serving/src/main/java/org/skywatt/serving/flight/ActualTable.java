package org.skywatt.serving.flight;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.pojo.Schema;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.generation.ReadingHistory;

/**
 * Posted readings, a row each, corrections too: mean power in kW over (start, end], and when it
 * became known. The issue times of a query bound {@code availableAt}: what was known by an issue.
 */
@ApplicationScoped
class ActualTable implements FlightTable {
  static final String NAME = "actuals";
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              Columns.text("siteId"),
              Columns.time("start"),
              Columns.time("end"),
              Columns.number("powerKw"),
              Columns.time("availableAt")),
          Map.of("unit", "kw"));

  private final ReadingHistory readings;

  ActualTable(ReadingHistory readings) {
    this.readings = readings;
  }

  @Override
  public FlightQuery resolve(FlightQuery query) {
    return query;
  }

  @Override
  public Schema schema(FlightQuery query, Caller caller) {
    return SCHEMA;
  }

  @Override
  public void stream(FlightQuery query, Caller caller, RowStream.Opener opener) {
    FlightQuery.Issues known = query.issues();
    ReadingHistory.Filter filter =
        new ReadingHistory.Filter(
            query.sites(),
            query.range().from(),
            query.range().to(),
            known == null ? Instant.MIN : known.from(),
            known == null ? Instant.MAX : known.to());
    try (RowStream out = opener.open(SCHEMA)) {
      readings.visit(
          caller,
          filter,
          (siteId, start, end, powerKw, availableAt) -> {
            int row = out.row();
            Columns.set(out.column(0), row, siteId);
            Columns.set(out.column(1), row, start.getEpochSecond());
            Columns.set(out.column(2), row, end.getEpochSecond());
            Columns.set(out.column(3), row, powerKw);
            Columns.set(out.column(4), row, availableAt.getEpochSecond());
            out.endRow();
          });
      out.finish();
    }
  }
}
