package org.skywatt.serving.forecast;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteAdjustment;
import org.skywatt.core.run.StaleInput;
import org.skywatt.serving.format.AnswerFormat;
import org.skywatt.serving.format.ArrowWriter;
import org.skywatt.serving.format.CsvWriter;
import org.skywatt.serving.format.JsonBytes;
import org.skywatt.serving.format.Table;

/**
 * A forecast of a site, or of several together, ready to be written.
 *
 * @param subject what it is of
 * @param header of the run; of the newest where steps come from several
 * @param site as of issue; of several the sum, the lowest tier and all stale inputs
 * @param levels of the quantiles
 * @param stale whether a newer run should have been there
 * @param simulated whether it is of a simulated world
 * @param dependence how quantiles over several steps or sites were made; null where none were
 * @param runs the run of each step, where steps come from several; else null
 * @param scenarios {@code [scenario][step]}, in the unit of the series; null where none were made
 */
public record ForecastAnswer(
    Subject subject,
    RunHeader header,
    RunSite site,
    StepSeries series,
    double[] levels,
    ForecastQuery query,
    boolean stale,
    boolean simulated,
    String dependence,
    String[] runs,
    double[][] scenarios) {

  private static final int BYTES_A_STEP = 200;

  /** The answer in a format. */
  public byte[] write(AnswerFormat format) {
    return switch (format) {
      case JSON -> json();
      case CSV -> CsvWriter.write(table());
      case ARROW -> ArrowWriter.write(table());
    };
  }

  private byte[] json() {
    JsonBytes out = new JsonBytes(1000 + series.size() * BYTES_A_STEP);
    subject.write(out);
    head(out);
    out.raw(",\"inputTier\":").text(site.inputTier().text()).raw(",\"staleInputs\":[");
    String comma = "";
    for (StaleInput each : site.staleInputs()) {
      out.raw(comma).text(each.text());
      comma = ",";
    }
    out.raw("]");
    if (runs == null) {
      site.adjustment().ifPresent(each -> adjustment(each, out));
    }
    out.raw(",\"capacityKw\":").number(site.capacityKw(), 6);
    out.raw(",\"availableKw\":").number(site.availableKw(), 6);
    steps(out, query.unit().factor(site.capacityKw()));
    return out.toBytes();
  }

  private static void adjustment(SiteAdjustment each, JsonBytes out) {
    out.raw(",\"adjustment\":{\"change\":").number(each.change(), 4);
    out.raw(",\"days\":").number(each.days(), 0).raw("}");
  }

  /**
   * Copies the step that begins when step {@code at} of {@code target} does; false if there is
   * none.
   */
  boolean copyStep(StepSeries target, int at) {
    int found = Arrays.binarySearch(series.start(), target.start()[at]);
    if (found < 0 || series.end()[found] != target.end()[at]) {
      return false;
    }
    target.mean()[at] = series.mean()[found];
    target.quantiles()[at] = series.quantiles()[found];
    return true;
  }

  private void head(JsonBytes out) {
    out.raw(",\"runId\":").text(header.runId());
    out.raw(",\"issueTime\":").time(header.issueTime().getEpochSecond(), 0);
    out.raw(",\"nextRunExpected\":").time(header.nextRunExpected().getEpochSecond(), 0);
    out.raw(stale ? ",\"stale\":true" : ",\"stale\":false");
    if (simulated) {
      out.raw(",\"simulated\":true");
    }
    out.raw(",\"model\":").text(header.model());
    if (dependence != null) {
      out.raw(",\"dependence\":").text(dependence);
    }
  }

  private void steps(JsonBytes out, double factor) {
    out.raw(",\"unit\":").text(query.unit().text()).raw(",\"levels\":[");
    for (int i = 0; i < levels.length; i++) {
      out.raw(i == 0 ? "" : ",").number(levels[i], 6);
    }
    out.raw("],\"joules\":").number(header.joules(), 3);
    out.raw(",\"energyTier\":").text(header.energyTier().text());
    out.raw(",\"licence\":").text(header.licence());
    out.raw(",\"steps\":[");
    int decimals = query.unit().decimals();
    boolean utc =
        query.zone().isFixedOffset()
            && query.zone().getOffset(header.issueTime()).equals(ZoneOffset.UTC);
    for (int step = 0; step < series.size(); step++) {
      out.raw(step == 0 ? "{\"start\":" : ",{\"start\":");
      time(out, series.start()[step], utc);
      out.raw(",\"end\":");
      time(out, series.end()[step], utc);
      if (query.resolution().market() != null) {
        long start = series.start()[step];
        out.raw(",\"settlementDate\":").text(query.resolution().market().date(start).toString());
        out.raw(",\"settlementPeriod\":").number(query.resolution().market().period(start), 0);
      }
      if (runs != null) {
        out.raw(",\"runId\":").text(runs[step]);
      }
      out.raw(",\"mean\":").number(series.mean()[step] * factor, decimals);
      double[] quantiles = series.quantiles()[step];
      if (quantiles == null) {
        out.raw(",\"values\":null}");
        continue;
      }
      out.raw(",\"values\":");
      for (int i = 0; i < quantiles.length; i++) {
        out.raw(i == 0 ? "[" : ",").number(quantiles[i] * factor, decimals);
      }
      out.raw("]}");
    }
    out.raw("]}");
  }

  private void time(JsonBytes out, long epochSecond, boolean utc) {
    out.time(
        epochSecond,
        utc ? 0 : query.zone().getOffset(Instant.ofEpochSecond(epochSecond)).getTotalSeconds());
  }

  private Table table() {
    double factor = query.unit().factor(site.capacityKw());
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(subject.field(), subject.id());
    metadata.put("runId", header.runId());
    metadata.put("issueTime", header.issueTime().toString());
    metadata.put("nextRunExpected", header.nextRunExpected().toString());
    metadata.put("model", header.model());
    metadata.put("inputTier", site.inputTier().text());
    metadata.put(
        "staleInputs",
        site.staleInputs().stream()
            .map(StaleInput::text)
            .sorted()
            .collect(Collectors.joining(",")));
    metadata.put("unit", query.unit().text());
    metadata.put("capacityKw", Double.toString(site.capacityKw()));
    metadata.put("stale", Boolean.toString(stale));
    metadata.put("simulated", Boolean.toString(simulated));
    metadata.put("joules", Double.toString(header.joules()));
    metadata.put("energyTier", header.energyTier().text());
    metadata.put("licence", header.licence());
    List<Table.Column> columns = new ArrayList<>();
    columns.add(new Table.TimeColumn("start", series.start()));
    columns.add(new Table.TimeColumn("end", series.end()));
    columns.add(new Table.NumberColumn("mean", scaled(series.mean(), factor)));
    for (int level = 0; level < levels.length; level++) {
      double[] values = new double[series.size()];
      for (int step = 0; step < values.length; step++) {
        double[] quantiles = series.quantiles()[step];
        values[step] = quantiles == null ? Double.NaN : quantiles[level];
      }
      columns.add(new Table.NumberColumn("q" + levels[level], scaled(values, factor)));
    }
    return new Table(metadata, columns);
  }

  private double[] scaled(double[] values, double factor) {
    double rounding = Math.pow(10, query.unit().decimals());
    double[] scaled = new double[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = Math.rint(values[i] * factor * rounding) / rounding;
    }
    return scaled;
  }
}
