package org.skywatt.serving.flight;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunFileException;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.forecast.TimeRange;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.run.Runs;

/**
 * Forecasts as they were published, a row a run, site and step: mean and quantiles in kW over
 * (start, end]. Limits of sites are not applied. Without issue times the newest run is meant, and
 * its ticket names it.
 */
@ApplicationScoped
class ForecastTable implements FlightTable {
  static final String NAME = "forecasts";
  private static final int FIRST_VALUE = 8;

  private final Runs runs;
  private final SkywattConfig config;

  ForecastTable(Runs runs, SkywattConfig config) {
    this.runs = runs;
    this.config = config;
  }

  @Override
  public FlightQuery resolve(FlightQuery query) {
    return query.issues() == null && query.runs() == null
        ? query.ofRun(runs.read(RunFile::header).runId())
        : query;
  }

  @Override
  public Schema schema(FlightQuery query, Caller caller) {
    return schema(newest(query).header());
  }

  private Schema schema(RunHeader header) {
    List<Field> fields = new ArrayList<>();
    fields.add(Columns.text("siteId"));
    fields.add(Columns.text("runId"));
    fields.add(Columns.time("issueTime"));
    fields.add(Columns.time("start"));
    fields.add(Columns.time("end"));
    fields.add(Columns.number("capacityKw"));
    fields.add(Columns.text("inputTier"));
    fields.add(Columns.text("model"));
    fields.add(Columns.number("mean"));
    for (int i = 0; i < header.levels().size(); i++) {
      fields.add(Columns.number("q" + header.levels().get(i)));
    }
    return new Schema(
        fields,
        Map.of(
            "unit",
            "kw",
            "licence",
            header.licence(),
            "simulated",
            Boolean.toString(config.simulated())));
  }

  @Override
  public void stream(FlightQuery query, Caller caller, RowStream.Opener opener) {
    RunHeader newest = newest(query).header();
    List<SiteId> sites = sites(query);
    try (RowStream out = opener.open(schema(newest))) {
      for (String runId : runIds(query)) {
        out.requireClient();
        Optional<RunFile> run = runs.find(runId);
        if (run.isPresent()) {
          try {
            stream(run.get(), sites, query.range(), caller, newest.levels(), out);
          } catch (RunFileException e) {
            runs.retire(run.get(), e);
            throw e;
          }
        }
      }
      out.finish();
    }
  }

  private static void stream(
      RunFile run,
      List<SiteId> sites,
      TimeRange range,
      Caller caller,
      QuantileLevels levels,
      RowStream out) {
    int[] channel = new int[levels.size()];
    for (int i = 0; i < channel.length; i++) {
      channel[i] = indexOf(run.header().levels(), levels.get(i));
    }
    int count = sites == null ? run.siteCount() : sites.size();
    for (int i = 0; i < count; i++) {
      Optional<SiteForecast> forecast =
          sites == null ? Optional.of(run.get(i)) : run.find(sites.get(i));
      if (forecast.isPresent() && caller.sees(forecast.get().site().organisation())) {
        stream(run.header(), forecast.get(), range, channel, out);
      }
    }
  }

  private static void stream(
      RunHeader header, SiteForecast forecast, TimeRange range, int[] channel, RowStream out) {
    double capacityKw = forecast.site().capacityKw();
    long first = header.firstStart().getEpochSecond();
    for (int step = 0; step < header.steps(); step++) {
      long start = first + (long) step * header.stepSeconds();
      long end = start + header.stepSeconds();
      if (!range.endsAfter(end) || !range.startsBefore(start)) {
        continue;
      }
      int row = out.row();
      Columns.set(out.column(0), row, forecast.site().siteId().value());
      Columns.set(out.column(1), row, header.runId());
      Columns.set(out.column(2), row, header.issueTime().getEpochSecond());
      Columns.set(out.column(3), row, start);
      Columns.set(out.column(4), row, end);
      Columns.set(out.column(5), row, capacityKw);
      Columns.set(out.column(6), row, forecast.site().inputTier().text());
      Columns.set(out.column(7), row, header.model());
      Columns.set(out.column(FIRST_VALUE), row, forecast.mean(step) * capacityKw);
      for (int i = 0; i < channel.length; i++) {
        double value = channel[i] < 0 ? Double.NaN : forecast.quantile(step, channel[i]);
        Columns.set(out.column(FIRST_VALUE + 1 + i), row, value * capacityKw);
      }
      out.endRow();
    }
  }

  /** The place of a level in a run's own; negative if it does not have it. */
  private static int indexOf(QuantileLevels levels, double level) {
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i) == level) {
        return i;
      }
    }
    return -1;
  }

  private static List<SiteId> sites(FlightQuery query) {
    if (query.sites() == null) {
      return null;
    }
    List<SiteId> sites = new ArrayList<>();
    for (String each : query.sites()) {
      try {
        sites.add(new SiteId(each));
      } catch (IllegalArgumentException e) {
        throw ProblemException.badRequest("invalid-site-id", "sites: " + e.getMessage());
      }
    }
    return sites.stream().distinct().sorted().toList();
  }

  /** The newest good run of the query, which says what levels its answer has. */
  private RunFile newest(FlightQuery query) {
    List<String> runIds = runIds(query);
    for (int i = runIds.size() - 1; i >= 0; i--) {
      Optional<RunFile> run = runs.find(runIds.get(i));
      if (run.isPresent()) {
        return run.get();
      }
    }
    throw ProblemException.notFound(
        "no-run",
        query.runs() == null
            ? "no run was issued from " + query.issuedFrom() + " to " + query.issuedTo()
            : "no run " + String.join(", ", query.runs()) + " is kept");
  }

  /** Runs of the query's issue times, ascending. */
  private List<String> runIds(FlightQuery query) {
    if (query.runs() != null) {
      return query.runs();
    }
    FlightQuery.Issues issues = query.issues();
    List<String> ids = new ArrayList<>();
    for (String each : runs.runIds()) {
      if (issues.hasStamp(Runs.stampOf(each))) {
        ids.add(each);
      }
    }
    return ids;
  }
}
