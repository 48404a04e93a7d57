package org.skywatt.serving.flight;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.TimeStampSecTZVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.skywatt.serving.problem.ProblemException;

/**
 * Chooses rows of a batch by its own columns: {@code site_id}; {@code start_time} and {@code
 * end_time}, or {@code valid_time}, which ends an interval; {@code issue_time}. A query by
 * something that the table does not tell is refused.
 */
final class RowFilter {
  private static final long MICROS = 1_000_000;

  private final VarCharVector site;
  private final Set<String> sites;
  private final TimeStampVector start;
  private final TimeStampVector end;
  private final TimeStampVector issue;
  private final long from;
  private final long to;
  private final long issuedFrom;
  private final long issuedTo;

  private RowFilter(VectorSchemaRoot batch, FlightQuery query) {
    boolean bySite = query.sites() != null;
    this.site = bySite ? required(batch, VarCharVector.class, "sites", "site_id") : null;
    this.sites = bySite ? Set.copyOf(query.sites()) : Set.of();
    boolean byTime = query.from() != null || query.to() != null;
    this.end =
        byTime
            ? required(batch, TimeStampVector.class, "from and to", "end_time", "valid_time")
            : null;
    this.start = byTime ? find(batch, TimeStampVector.class, "start_time") : null;
    FlightQuery.Issues issues = query.issues();
    this.issue =
        issues == null
            ? null
            : required(batch, TimeStampVector.class, "issuedFrom and issuedTo", "issue_time");
    this.from = micros(query.range().from());
    this.to = micros(query.range().to());
    this.issuedFrom = issues == null ? 0 : micros(issues.from());
    this.issuedTo = issues == null ? 0 : micros(issues.to());
  }

  /**
   * @throws ProblemException (400) if the batch lacks a column that the query chooses by
   */
  static RowFilter of(VectorSchemaRoot batch, FlightQuery query) {
    return new RowFilter(batch, query);
  }

  /** Whether the query wants the row. A row that does not tell is not wanted. */
  boolean takes(int row) {
    if (site != null && (site.isNull(row) || !sites.contains(new String(site.get(row), UTF_8)))) {
      return false;
    }
    if (end != null && (end.isNull(row) || micros(end, row) <= from)) {
      return false;
    }
    if (end != null) {
      // Without a start the interval is taken to end within the range.
      TimeStampVector last = start == null || start.isNull(row) ? end : start;
      long time = micros(last, row);
      if (last == start ? time >= to : time > to) {
        return false;
      }
    }
    return issue == null
        || (!issue.isNull(row)
            && micros(issue, row) >= issuedFrom
            && micros(issue, row) <= issuedTo);
  }

  private static <T extends FieldVector> T required(
      VectorSchemaRoot batch, Class<T> type, String field, String... names) {
    T found = find(batch, type, names);
    if (found == null) {
      throw ProblemException.badRequest(
          "invalid-query",
          "this table cannot be chosen by " + field + ": it has no " + List.of(names));
    }
    return found;
  }

  private static <T extends FieldVector> T find(
      VectorSchemaRoot batch, Class<T> type, String... names) {
    for (String name : names) {
      FieldVector vector = batch.getVector(name);
      if (type.isInstance(vector)) {
        return type.cast(vector);
      }
    }
    return null;
  }

  private static long micros(TimeStampVector times, int row) {
    if (times instanceof TimeStampSecTZVector) {
      return times.get(row) * MICROS;
    }
    if (times instanceof TimeStampMicroTZVector) {
      return times.get(row);
    }
    throw new IllegalStateException("times are neither seconds nor microseconds in UTC");
  }

  private static long micros(Instant time) {
    if (time.equals(Instant.MIN)) {
      return Long.MIN_VALUE;
    }
    if (time.equals(Instant.MAX)) {
      return Long.MAX_VALUE;
    }
    return Math.addExact(Math.multiplyExact(time.getEpochSecond(), MICROS), time.getNano() / 1000);
  }
}
