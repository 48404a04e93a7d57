package org.skywatt.ingest.nwp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.site.Site;
import org.skywatt.core.variable.TimeMeaning;
import org.skywatt.core.variable.Variable;
import org.skywatt.ingest.file.Reasons;
import org.skywatt.ingest.grib.GribProduct;

/** What a file holds of one run (and member), at sites. */
final class RunContent {
  private static final float PACKING_ERROR = 0.005f;

  private final int sites;
  private final TreeMap<Instant, float[][]> bySite = new TreeMap<>();
  private final Map<Variable, IntervalMeans> means = new HashMap<>();

  RunContent(int sites) {
    this.sites = sites;
  }

  void add(Variable variable, GribProduct product, double[] values) {
    Instant validTime = product.validTime();
    bySite.computeIfAbsent(validTime, unused -> emptyRows());
    if (variable.meaning() == TimeMeaning.INSTANT) {
      for (int i = 0; i < values.length; i++) {
        bySite.get(validTime)[i][variable.ordinal()] =
            withoutPackingError(variable, (float) values[i]);
      }
      return;
    }
    means
        .computeIfAbsent(variable, unused -> new IntervalMeans())
        .add(validTime.minus(product.period()), validTime, values);
  }

  private float[][] emptyRows() {
    float[][] rows = new float[sites][Variable.COUNT];
    for (float[] row : rows) {
      Arrays.fill(row, Float.NaN);
    }
    return rows;
  }

  List<NwpSample> rows(
      NwpFileSampler.Run run, NwpSource source, List<Site> sites, Reasons reasons) {
    TreeSet<Instant> steps = new TreeSet<>(bySite.keySet());
    means.forEach(
        (variable, interval) ->
            interval
                .means(steps)
                .forEach(
                    (validTime, values) -> {
                      for (int i = 0; i < values.length; i++) {
                        bySite.get(validTime)[i][variable.ordinal()] = values[i];
                      }
                    }));
    List<NwpSample> rows = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      String siteId = sites.get(i).id().value();
      for (Map.Entry<Instant, float[][]> each : bySite.entrySet()) {
        float[] values = each.getValue()[i];
        if (isEmpty(values)) {
          continue;
        }
        tellImplausible(siteId, values, each.getKey(), reasons);
        rows.add(
            new NwpSample(
                siteId,
                source.name(),
                run.member(),
                run.initTime(),
                each.getKey(),
                run.initTime().plus(source.publicationDelay()),
                values));
      }
    }
    return rows;
  }

  /** Packing rounds: a value a hair beyond a limit of its variable is put on the limit. */
  private static float withoutPackingError(Variable variable, float value) {
    if (value < 0 && value > -PACKING_ERROR && !variable.isPlausible(value)) {
      return 0;
    }
    boolean overcast = variable == Variable.CLOUD_COVER && value > 1 && value < 1 + PACKING_ERROR;
    return overcast ? 1 : value;
  }

  private static boolean isEmpty(float[] values) {
    for (float value : values) {
      if (!Float.isNaN(value)) {
        return false;
      }
    }
    return true;
  }

  private static void tellImplausible(
      String siteId, float[] values, Instant validTime, Reasons reasons) {
    for (Variable variable : Variable.values()) {
      if (!variable.isPlausible(values[variable.ordinal()])) {
        reasons.add(
            "implausible "
                + variable.column()
                + " "
                + values[variable.ordinal()]
                + " at site "
                + siteId
                + ", "
                + validTime
                + ": kept");
      }
    }
  }
}
