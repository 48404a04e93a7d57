package org.skywatt.serving.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.StaleInput;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.availability.Caps;
import org.skywatt.serving.availability.PowerCap;
import org.skywatt.serving.forecast.PowerUnit;
import org.skywatt.serving.forecast.QuantilePicker;
import org.skywatt.serving.format.JsonBytes;
import org.skywatt.serving.format.Table;

/** Every site that a caller sees, over some consecutive steps of a run, read in one pass. */
final class Snapshot {
  private static final int BYTES_A_ROW = 180;

  private final RunHeader header;
  private final QuantilePicker picker;
  private final PowerUnit unit;
  private final int firstStep;
  private final int steps;
  private final boolean stale;
  private final boolean simulated;
  private String[] sites = new String[1024];
  private InputTier[] tiers = new InputTier[1024];
  private List<Set<StaleInput>> staleInputs = new ArrayList<>();
  private double[] values = new double[8192];
  private int rows;

  private Snapshot(
      RunHeader header,
      QuantilePicker picker,
      PowerUnit unit,
      int firstStep,
      int steps,
      boolean stale,
      boolean simulated) {
    this.header = header;
    this.picker = picker;
    this.unit = unit;
    this.firstStep = firstStep;
    this.steps = steps;
    this.stale = stale;
    this.simulated = simulated;
  }

  static Snapshot of(
      RunFile run,
      Caller caller,
      Caps caps,
      QuantilePicker picker,
      PowerUnit unit,
      int firstStep,
      int steps,
      boolean stale,
      boolean simulated) {
    Snapshot snapshot =
        new Snapshot(run.header(), picker, unit, firstStep, steps, stale, simulated);
    snapshot.read(run, caller, caps);
    return snapshot;
  }

  private int width() {
    return picker.size() + 1;
  }

  private void read(RunFile run, Caller caller, Caps caps) {
    int channels = header.channels();
    double[] held = new double[header.levels().size()];
    run.scan(
        (id, organisation, capacityKw, tier, stale, block) -> {
          if (!caller.sees(organisation)) {
            return;
          }
          PowerCap cap = caps.of(id);
          double factor = unit.factor(capacityKw);
          for (int step = firstStep; step < firstStep + steps; step++) {
            grow();
            sites[rows] = id;
            tiers[rows] = tier;
            staleInputs.add(stale);
            int at = rows++ * width();
            double mean = RunHeader.fraction(block.get(step * channels));
            if (Double.isNaN(mean)) {
              Arrays.fill(values, at, at + width(), Double.NaN);
              continue;
            }
            for (int i = 0; i < held.length; i++) {
              held[i] = RunHeader.fraction(block.get(step * channels + 1 + i));
            }
            if (!cap.isFree()) {
              mean = capped(cap, step, capacityKw, mean, held);
            }
            values[at] = mean * factor;
            for (int i = 0; i < picker.size(); i++) {
              values[at + 1 + i] = picker.pick(i, held) * factor;
            }
          }
        });
  }

  private double capped(PowerCap cap, int step, double capacityKw, double mean, double[] held) {
    long start = start(step);
    double limit = cap.fraction(start, start + header.stepSeconds(), capacityKw);
    double capped = PowerCap.mean(mean, header.levels(), held, limit);
    for (int i = 0; i < held.length; i++) {
      held[i] = Math.min(held[i], limit);
    }
    return capped;
  }

  private void grow() {
    if (rows == sites.length) {
      sites = Arrays.copyOf(sites, 2 * rows);
      tiers = Arrays.copyOf(tiers, 2 * rows);
    }
    if ((rows + 1) * width() > values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
  }

  private long start(int step) {
    return header.firstStart().getEpochSecond() + (long) step * header.stepSeconds();
  }

  /** One time: a row a site. */
  byte[] jsonOfOneTime() {
    JsonBytes out = head();
    out.raw(",\"start\":").time(start(firstStep), 0);
    out.raw(",\"end\":").time(start(firstStep) + header.stepSeconds(), 0).raw(",\"sites\":[");
    for (int row = 0; row < rows; row++) {
      site(out, row);
      out.raw(",");
      numbers(out, row);
      out.raw("}");
    }
    return out.raw("]}").toBytes();
  }

  /** Several times: for each site an array of steps. */
  byte[] jsonOfMatrix() {
    JsonBytes out = head().raw(",\"starts\":[");
    for (int step = 0; step < steps; step++) {
      out.raw(step == 0 ? "" : ",").time(start(firstStep + step), 0);
    }
    out.raw("],\"stepSeconds\":").number(header.stepSeconds(), 0).raw(",\"sites\":[");
    for (int row = 0; row < rows; row++) {
      if (row % steps == 0) {
        site(out, row);
        out.raw(",\"steps\":[");
      }
      out.raw(row % steps == 0 ? "{" : ",{");
      numbers(out, row);
      out.raw(row % steps == steps - 1 ? "}]}" : "}");
    }
    return out.raw("]}").toBytes();
  }

  private void site(JsonBytes out, int row) {
    out.raw(row == 0 ? "{\"siteId\":\"" : ",{\"siteId\":\"").raw(sites[row]);
    out.raw("\",\"inputTier\":\"").raw(tiers[row].text()).raw("\",\"staleInputs\":[");
    String comma = "\"";
    for (StaleInput each : staleInputs.get(row)) {
      out.raw(comma).raw(each.text()).raw("\"");
      comma = ",\"";
    }
    out.raw("]");
  }

  private void numbers(JsonBytes out, int row) {
    int at = row * width();
    out.raw("\"mean\":").number(values[at], unit.decimals());
    if (Double.isNaN(values[at])) {
      out.raw(",\"values\":null");
      return;
    }
    out.raw(",\"values\":[");
    for (int i = 1; i < width(); i++) {
      out.raw(i == 1 ? "" : ",").number(values[at + i], unit.decimals());
    }
    out.raw("]");
  }

  private JsonBytes head() {
    JsonBytes out = new JsonBytes(1000 + rows * BYTES_A_ROW);
    out.raw("{\"runId\":").text(header.runId());
    out.raw(",\"issueTime\":").time(header.issueTime().getEpochSecond(), 0);
    out.raw(",\"nextRunExpected\":").time(header.nextRunExpected().getEpochSecond(), 0);
    out.raw(stale ? ",\"stale\":true" : ",\"stale\":false");
    if (simulated) {
      out.raw(",\"simulated\":true");
    }
    out.raw(",\"model\":").text(header.model()).raw(",\"unit\":").text(unit.text());
    out.raw(",\"levels\":[");
    for (int i = 0; i < picker.size(); i++) {
      out.raw(i == 0 ? "" : ",").number(picker.level(i), 6);
    }
    out.raw("],\"joules\":").number(header.joules(), 3);
    out.raw(",\"energyTier\":").text(header.energyTier().text());
    return out.raw(",\"licence\":").text(header.licence());
  }

  /** A row a site and time. */
  Table table() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("runId", header.runId());
    metadata.put("issueTime", header.issueTime().toString());
    metadata.put("model", header.model());
    metadata.put("unit", unit.text());
    metadata.put("stale", Boolean.toString(stale));
    metadata.put("simulated", Boolean.toString(simulated));
    metadata.put("joules", Double.toString(header.joules()));
    metadata.put("energyTier", header.energyTier().text());
    metadata.put("licence", header.licence());
    long[] starts = new long[rows];
    for (int row = 0; row < rows; row++) {
      starts[row] = start(firstStep + row % steps);
    }
    List<Table.Column> columns = new ArrayList<>();
    columns.add(new Table.TextColumn("siteId", Arrays.copyOf(sites, rows)));
    columns.add(new Table.TimeColumn("start", starts));
    for (int i = 0; i < width(); i++) {
      double[] column = new double[rows];
      for (int row = 0; row < rows; row++) {
        column[row] = values[row * width() + i];
      }
      columns.add(new Table.NumberColumn(i == 0 ? "mean" : "q" + picker.level(i - 1), column));
    }
    columns.add(new Table.TextColumn("inputTier", texts(row -> tiers[row].text())));
    columns.add(new Table.TextColumn("staleInputs", staleTexts()));
    return new Table(metadata, columns);
  }

  private String[] texts(IntFunction<String> each) {
    String[] texts = new String[rows];
    Arrays.setAll(texts, each);
    return texts;
  }

  /** Those of each row, with blanks between. */
  private String[] staleTexts() {
    Map<Set<StaleInput>, String> known = new HashMap<>();
    return texts(
        row ->
            known.computeIfAbsent(
                staleInputs.get(row),
                inputs -> inputs.stream().map(StaleInput::text).collect(Collectors.joining(" "))));
  }
}
