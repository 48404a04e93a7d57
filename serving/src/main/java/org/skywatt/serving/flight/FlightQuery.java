package org.skywatt.serving.flight;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.skywatt.core.run.RunHeader;
import org.skywatt.serving.forecast.TimeRange;
import org.skywatt.serving.problem.ProblemException;

/**
 * What is wanted, as JSON in a descriptor's command or a ticket. All but the table may be absent.
 *
 * @param table such as {@code forecasts}
 * @param sites ids; null for all
 * @param from rows whose interval ends after this time
 * @param to rows whose interval starts before this time
 * @param issuedFrom forecasts issued at this time or later
 * @param issuedTo forecasts issued at this time or before; of readings those known by then
 * @param runs ids of runs, in place of issue times; null for those of the issue times
 * @param organisation whose published file, where the caller sees several
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FlightQuery(
    String table,
    List<String> sites,
    String from,
    String to,
    String issuedFrom,
    String issuedTo,
    List<String> runs,
    String organisation) {
  private static final int MOST_RUNS = 1000;
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
  private static final int MOST_SITES = 100_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All of a table. */
  static FlightQuery of(String table) {
    return new FlightQuery(table, null, null, null, null, null, null, null);
  }

  /**
   * @throws ProblemException (400) naming the field that is wrong
   */
  static FlightQuery parse(byte[] json) {
    FlightQuery query;
    try {
      query = JSON.readValue(json, FlightQuery.class);
    } catch (UnrecognizedPropertyException e) {
      throw invalid("field '" + e.getPropertyName() + "' is not known");
    } catch (JsonProcessingException e) {
      throw invalid(e.getOriginalMessage());
    } catch (IOException e) {
      throw invalid(e.getMessage());
    }
    if (query == null || query.table == null) {
      throw invalid("field 'table' is missing");
    }
    if (query.sites != null && query.sites.size() > MOST_SITES) {
      throw invalid("field 'sites' has " + query.sites.size() + " ids, at most " + MOST_SITES);
    }
    query.requireTexts("sites", query.sites);
    query.requireTexts("runs", query.runs);
    if (query.runs != null && query.runs.size() > MOST_RUNS) {
      throw invalid("field 'runs' has " + query.runs.size() + " ids, at most " + MOST_RUNS);
    }
    requirePossible("from", query.from);
    requirePossible("to", query.to);
    requirePossible("issuedFrom", query.issuedFrom);
    requirePossible("issuedTo", query.issuedTo);
    query.range();
    query.issues();
    return query;
  }

  private void requireTexts(String field, List<String> texts) {
    if (texts != null) {
      for (String each : texts) {
        if (each == null || each.indexOf('\0') >= 0) {
          throw invalid("field '" + field + "' holds something that is no id");
        }
      }
    }
  }

  /** Tables and stamps have years of four digits. */
  private static void requirePossible(String field, String text) {
    if (text != null) {
      Instant time = TimeRange.time(field, text);
      if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
        throw ProblemException.badRequest("invalid-time", field + " " + text + " is out of range");
      }
    }
  }

  private static ProblemException invalid(String why) {
    return ProblemException.badRequest(
        "invalid-query",
        "the query must be JSON such as {\"table\":\"forecasts\",\"sites\":[\"alpen-pv\"]}: "
            + why);
  }

  /** The times that rows must overlap. */
  TimeRange range() {
    return TimeRange.parse(from, to);
  }

  /** Issue times, both ends included; null where the query has none. */
  Issues issues() {
    if (issuedFrom == null && issuedTo == null) {
      return null;
    }
    Issues issues =
        new Issues(
            issuedFrom == null ? Instant.MIN : TimeRange.time("issuedFrom", issuedFrom),
            issuedTo == null ? Instant.MAX : TimeRange.time("issuedTo", issuedTo));
    if (issues.to.isBefore(issues.from)) {
      throw ProblemException.badRequest(
          "invalid-range",
          "issuedFrom " + issuedFrom + " must not come after issuedTo " + issuedTo);
    }
    return issues;
  }

  /** Issue times, both ends included. */
  record Issues(Instant from, Instant to) {
    /** Whether a run's stamp, which is to the second, lies within. */
    boolean hasStamp(String stamp) {
      return (from.equals(Instant.MIN) || stamp.compareTo(RunHeader.stamp(ceiling(from))) >= 0)
          && (to.equals(Instant.MAX) || stamp.compareTo(RunHeader.stamp(to)) <= 0);
    }

    private static Instant ceiling(Instant time) {
      Instant second = time.truncatedTo(ChronoUnit.SECONDS);
      return second.equals(time) ? time : second.plusSeconds(1);
    }
  }

  /** The same of one run. */
  FlightQuery ofRun(String runId) {
    return new FlightQuery(table, sites, from, to, null, null, List.of(runId), organisation);
  }

  byte[] json() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a query is plain JSON", e);
    }
  }
}
