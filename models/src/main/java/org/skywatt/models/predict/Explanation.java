package org.skywatt.models.predict;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.time.Interval;
import org.skywatt.features.schema.Feature;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.view.SiteView;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.train.QuantileBooster;

/**
 * Why the median of one step is what it is. All powers are fractions of capacity.
 *
 * @param level the level explained: 0.5, or the booster's level next to it
 * @param average what the model says on average
 * @param raw what it says here, before calibration and bounds: the average and all parts
 * @param weather the weather models that tell of the step's end, the one that most inputs are about
 *     first
 * @param parts by size of what they add, the greatest first
 */
public record Explanation(
    String siteId,
    String model,
    String issueTime,
    String start,
    String end,
    boolean night,
    double level,
    double average,
    double raw,
    List<WeatherModel> weather,
    List<Part> parts)
    implements Serializable {

  /**
   * What one input adds.
   *
   * @param value in {@code unit}; null where missing
   * @param why what the input can tell
   */
  public record Part(String feature, Double value, String unit, double adds, String why)
      implements Serializable {}

  /**
   * A weather model.
   *
   * @param weight by its recent skill at the site, a share of 1
   */
  public record WeatherModel(String source, double weight) implements Serializable {}

  /**
   * Explains the forecast of {@code bundle}, whose id is {@code model}, for {@code interval}.
   *
   * @throws IOException if the model is damaged
   */
  public static Explanation of(
      ModelBundle.Shipped bundle, String model, SiteView view, Interval interval)
      throws IOException {
    FeatureSchema schema = Schemas.get(bundle.schemaName());
    QuantileBooster booster =
        QuantileBooster.load(bundle.model(), QuantileLevels.of(bundle.levels()));
    int level = nextToMedian(bundle.levels());
    float[] row = schema.row(view, interval);
    float[] adds = booster.contributions(row, level);
    List<Part> parts = new ArrayList<>();
    double raw = adds[row.length];
    for (int i = 0; i < row.length; i++) {
      Feature feature = schema.features().get(i);
      Double value = Float.isNaN(row[i]) ? null : (double) row[i];
      parts.add(new Part(feature.name(), value, feature.unit(), adds[i], feature.why()));
      raw += adds[i];
    }
    parts.sort(Comparator.comparingDouble((Part part) -> -Math.abs(part.adds())));
    return new Explanation(
        view.site().id().value(),
        model,
        view.issueTime().toString(),
        interval.start().toString(),
        interval.end().toString(),
        view.site().technology().equals("solar") && view.sun().over(interval).night(),
        bundle.levels()[level],
        adds[row.length],
        raw,
        weather(view, interval),
        parts);
  }

  private static List<WeatherModel> weather(SiteView view, Interval interval) {
    List<NwpSample> sources = view.nwp().listSources(interval.end());
    double sum = 0;
    for (NwpSample each : sources) {
      sum += view.nwp().skill().weight(each.source());
    }
    List<WeatherModel> weather = new ArrayList<>();
    for (NwpSample each : sources) {
      weather.add(new WeatherModel(each.source(), view.nwp().skill().weight(each.source()) / sum));
    }
    return weather;
  }

  private static int nextToMedian(double[] levels) {
    int best = 0;
    for (int i = 1; i < levels.length; i++) {
      if (Math.abs(levels[i] - 0.5) < Math.abs(levels[best] - 0.5)) {
        best = i;
      }
    }
    return best;
  }

  /** For people; names the {@code top} inputs that count most. */
  public String text(int top) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s, %s to %s, issued %s by %s%nquantile %.2f: %.1f%% of capacity, before calibration%n",
            siteId,
            start,
            end,
            issueTime,
            model,
            level,
            100 * raw));
    if (night) {
      text.append("the sun is down: the forecast is zero, whatever the model says\n");
    }
    if (weather.size() > 1) {
      text.append("weather by recent skill:");
      for (WeatherModel each : weather) {
        text.append(String.format(Locale.ROOT, " %s %.0f%%", each.source(), 100 * each.weight()));
      }
      text.append(System.lineSeparator());
    }
    text.append(String.format(Locale.ROOT, "  %+7.1f%%  on average%n", 100 * average));
    double rest = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (i < top) {
        String value =
            part.value() == null
                ? "missing"
                : String.format(Locale.ROOT, "%.4g %s", part.value(), part.unit());
        text.append(
            String.format(
                Locale.ROOT,
                "  %+7.1f%%  %s = %s: %s%n",
                100 * part.adds(),
                part.feature(),
                value,
                part.why()));
      } else {
        rest += part.adds();
      }
    }
    if (parts.size() > top) {
      text.append(
          String.format(
              Locale.ROOT, "  %+7.1f%%  %d other inputs%n", 100 * rest, parts.size() - top));
    }
    return text.toString();
  }
}
