package org.skywatt.ingest.assembly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.site.Site;
import org.skywatt.core.variable.TimeMeaning;
import org.skywatt.core.variable.Variable;
import org.skywatt.ingest.file.Reasons;
import org.skywatt.ingest.meaning.Quantity;

/**
 * Puts one run (or member) together out of its sampled fields, which may come in any order and from
 * any number of files; of the same field twice the later counts. All are of the same sites in the
 * same order. Not safe for threads.
 *
 * <p>Means are of the step that ends at the valid time. Where a step's own mean cannot be told,
 * because a field is missing, the value is missing: the mean over a longer stretch is never put in
 * its place. Values beyond the limits of their variable are kept and told.
 */
public final class RunAssembly {
  private static final Set<Quantity> SHORTWAVE =
      Set.of(Quantity.GHI, Quantity.DIRECT_HORIZONTAL, Quantity.DIFFUSE_HORIZONTAL);

  private final RunKey run;
  private final List<Site> sites;
  private final Map<Quantity, NavigableMap<Instant, float[]>> instants =
      new EnumMap<>(Quantity.class);
  private final Map<Quantity, Map<Span, SampledField>> gathered = new EnumMap<>(Quantity.class);
  private final NavigableMap<Instant, WindLevels> winds = new TreeMap<>();
  private final LevelHeights levelHeights = new LevelHeights();

  private record Span(Instant start, Instant end) {}

  public RunAssembly(RunKey run, List<? extends Site> sites) {
    this.run = run;
    this.sites = List.copyOf(sites);
  }

  /** Takes a field of this run. */
  public void add(SampledField field) {
    if (!field.run().equals(run)) {
      throw new IllegalArgumentException(field.run() + " is not " + run);
    }
    Quantity quantity = field.quantity();
    if (quantity.isConstant()) {
      levelHeights.add(field);
    } else if (quantity.isWind()) {
      winds.computeIfAbsent(field.end(), unused -> new WindLevels()).add(field);
    } else if (field.time() == TimeMeaning.INSTANT || field.time() == TimeMeaning.MAX) {
      instants
          .computeIfAbsent(quantity, unused -> new TreeMap<>())
          .merge(field.end(), field.values(), RunAssembly::laterWhereKnown);
    } else {
      gathered
          .computeIfAbsent(quantity, unused -> new TreeMap<>(RunAssembly::compare))
          .put(new Span(field.start(), field.end()), field);
    }
  }

  /** The later counts where it has a value: of regions in one file, each site lies in one. */
  private static float[] laterWhereKnown(float[] earlier, float[] later) {
    float[] both = later.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] = Float.isNaN(both[i]) ? earlier[i] : both[i];
    }
    return both;
  }

  /**
   * The run's rows: one a site and valid time of which anything is known, sites in their order.
   *
   * @param reasons told of values that cannot be, and of means that cannot be told
   */
  public List<NwpSample> rows(Instant availableAt, Reasons reasons) {
    RunValues values = new RunValues(sites);
    instants.forEach((quantity, byTime) -> byTime.keySet().forEach(values::addTime));
    gathered.forEach((quantity, spans) -> spans.keySet().forEach(span -> values.addTime(span.end)));
    winds.keySet().forEach(values::addTime);
    Steps steps = new Steps(values.times());
    for (Quantity quantity : Quantity.values()) {
      quantity
          .variable()
          .ifPresent(
              variable -> {
                if (variable.meaning() == TimeMeaning.MEAN) {
                  means(quantity, variable, steps, values, reasons);
                } else {
                  instants
                      .getOrDefault(quantity, new TreeMap<>())
                      .forEach(values.putting(variable));
                }
              });
    }
    winds.forEach(
        (time, levels) ->
            values.putWinds(time, levels.profiles(levelHeights, sites.size(), reasons)));
    instants
        .getOrDefault(Quantity.DEW_POINT_2M, new TreeMap<>())
        .forEach(values::putHumidityOfDewPoint);
    instants
        .getOrDefault(Quantity.SPECIFIC_HUMIDITY_2M, new TreeMap<>())
        .forEach(values::putHumidityOfSpecific);
    values.deriveShortwave();
    return samples(values, availableAt, reasons);
  }

  private void means(
      Quantity quantity, Variable variable, Steps steps, RunValues values, Reasons reasons) {
    NavigableMap<Instant, float[]> atInstants = instants.get(quantity);
    if (atInstants != null) {
      NavigableMap<Instant, float[]> means =
          SHORTWAVE.contains(quantity)
              ? new InstantMeans(sites).shortwave(atInstants, steps)
              : InstantMeans.linear(atInstants, steps);
      means.forEach(values.putting(variable));
    }
    if (!gathered.containsKey(quantity)) {
      return;
    }
    StepTotals totals = new StepTotals();
    gathered
        .get(quantity)
        .forEach(
            (span, field) -> {
              if (field.time() == TimeMeaning.SUM) {
                totals.addTotal(span.start, span.end, field.values());
              } else {
                totals.addMean(span.start, span.end, field.values());
              }
            });
    totals
        .means()
        .forEach(
            (end, mean) -> {
              if (steps.isStep(mean.start(), end)) {
                values.putting(variable).accept(end, notNegative(variable, mean, reasons));
              } else {
                reasons.add(
                    variable.column()
                        + " is known over "
                        + mean.start()
                        + " to "
                        + end
                        + " only, which is no step of the run: left out");
              }
            });
  }

  /** A total that falls is rounding where it falls by little, else it began anew unannounced. */
  private float[] notNegative(Variable variable, StepTotals.Mean mean, Reasons reasons) {
    float[] values = mean.values();
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0 && variable.isPlausible(values[i])) {
        values[i] = 0;
      } else if (values[i] < 0) {
        values[i] = Float.NaN;
        reasons.add(
            variable.column()
                + " falls between "
                + mean.start()
                + " and "
                + mean.end()
                + " at site "
                + sites.get(i).id()
                + ", as if it began anew: left out");
      }
    }
    return values;
  }

  private List<NwpSample> samples(RunValues values, Instant availableAt, Reasons reasons) {
    List<NwpSample> rows = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      String siteId = sites.get(i).id().value();
      for (Instant time : values.times()) {
        float[] row = values.row(time, i);
        if (row.length > 0) {
          tellImplausible(siteId, row, time, reasons);
          rows.add(
              new NwpSample(
                  siteId, run.source(), run.member(), run.initTime(), time, availableAt, row));
        }
      }
    }
    return rows;
  }

  private static void tellImplausible(
      String siteId, float[] row, Instant validTime, Reasons reasons) {
    for (Variable variable : Variable.values()) {
      float value = row[variable.ordinal()];
      if (!variable.isPlausible(value)) {
        reasons.add(
            "implausible "
                + variable.column()
                + " "
                + value
                + " at site "
                + siteId
                + ", "
                + validTime
                + ": kept");
      }
    }
  }

  private static int compare(Span a, Span b) {
    int byEnd = a.end.compareTo(b.end);
    return byEnd != 0 ? byEnd : a.start.compareTo(b.start);
  }
}
