package org.skywatt.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.models.evaluate.Evaluated;

/** What the forecasts are worth to those who use them: ramps, and money. */
final class UseSection {
  private UseSection() {}

  static String html(Evaluated scores) {
    return ramps(scores.ramps()) + costs(scores.imbalance());
  }

  private static String ramps(List<Evaluated.RampScore> ramps) {
    List<String> heads = new ArrayList<>(List.of("Critical success"));
    Map<String, List<String>> byWho = new LinkedHashMap<>();
    Table table =
        new Table(
            "Ramps of the median",
            List.of("", "Came", "Foretold", "Hits", "Detected", "False alarms"));
    for (Evaluated.RampScore each : ramps) {
      long came = each.hits() + each.misses();
      if (came > 0) {
        if (each.by().equals(Evaluated.FORECAST)) {
          heads.add(each.direction() + " in " + each.hours() + " h (" + came + " came)");
        }
        byWho
            .computeIfAbsent(each.by(), any -> new ArrayList<>())
            .add(Text.whole(each.criticalSuccess()));
        table.row(
            each.direction() + " in " + each.hours() + " h, " + Text.name(each.by()),
            List.of(
                Long.toString(came),
                Long.toString(each.hits() + each.falseAlarms()),
                Long.toString(each.hits()),
                Text.whole(each.detected()),
                Text.whole(each.falseAlarmRatio())));
      }
    }
    if (byWho.isEmpty()) {
      return "<section><h2>Ramps</h2><p>No change of a fifth of capacity came within one or three"
          + " hours of a forecast.</p></section>";
    }
    Table overview = new Table("Share of hits in all ramps that were foretold or came", heads);
    byWho.forEach((who, cells) -> overview.row(Text.name(who), cells));
    return "<section><h2>Ramps</h2><p>Changes of at least a fifth of capacity between two steps of"
        + " one forecast. Medians are smooth, so they foretell fewer ramps than come. The sun’s own"
        + " rise and fall counts too.</p>"
        + overview.html()
        + table.folded("Hits, misses and false alarms")
        + "</section>";
  }

  private static String costs(List<Evaluated.Cost> costs) {
    Map<String, List<Evaluated.Cost>> byWho = new LinkedHashMap<>();
    costs.forEach(each -> byWho.computeIfAbsent(each.by(), any -> new ArrayList<>()).add(each));
    List<Series> series = new ArrayList<>();
    List<String> heads = new ArrayList<>(List.of(""));
    Table table = null;
    int style = 0;
    for (Map.Entry<String, List<Evaluated.Cost>> each : byWho.entrySet()) {
      double[] x = each.getValue().stream().mapToDouble(Evaluated.Cost::surplusShare).toArray();
      double[] y =
          each.getValue().stream()
              .mapToDouble(cost -> cost.cost() == null ? Double.NaN : cost.cost())
              .toArray();
      String name = style == 0 ? "the best quantile of the forecasts" : Text.name(each.getKey());
      series.add(Series.line(name, style == 0 ? 0 : style == 1 ? 9 : style - 1, x, y));
      if (table == null) {
        each.getValue().forEach(cost -> heads.add(Text.whole(cost.surplusShare())));
        table = new Table("Mean cost by the share of the surplus price", heads);
      }
      table.row(name, each.getValue().stream().map(cost -> Text.percent(cost.cost())).toList());
      style++;
    }
    return "<section><h2>Cost of imbalance</h2><p>If power is sold ahead, a shortage and a surplus"
        + " cost different prices. Selling the right quantile costs least: that is what bands are for."
        + " Costs are in capacity × the mean of both prices; at 50% they are the mean absolute"
        + " error.</p><figure>"
        + Charts.lines(
            new Charts.Caption(
                "cost",
                "Cost of imbalance by prices",
                "Mean cost of selling the best quantile, the median, or a baseline, from dear"
                    + " shortages on the left to dear surpluses on the right"),
            series,
            List.of(),
            Text::whole,
            "cost, of capacity × price",
            new Charts.Across(
                0,
                1,
                List.of(0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9),
                Text::whole,
                "price of a surplus over that of both"))
        + "<figcaption>Left: shortages are dear. Right: surpluses are"
        + Legend.of(series)
        + "</figcaption></figure>"
        + (table == null ? "" : table.folded("Numbers"))
        + "</section>";
  }
}
