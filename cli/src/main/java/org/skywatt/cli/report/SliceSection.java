package org.skywatt.cli.report;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.skywatt.models.evaluate.Evaluated;

/** Where the forecasts are good and where not. */
final class SliceSection {
  private static final Map<String, String> TITLES = new LinkedHashMap<>();

  static {
    TITLES.put("lead", "Lead");
    TITLES.put("hour", "Hour of the day (UTC)");
    TITLES.put("month", "Month");
    TITLES.put("season", "Season");
    TITLES.put("weather", "Weather as foretold");
    TITLES.put("tier", "Inputs there were");
    TITLES.put("site", "Site");
  }

  private static final int MOST = 40;

  private SliceSection() {}

  static String title(String kind) {
    return TITLES.get(kind);
  }

  /** A slice as people read it. */
  static String label(String title, String slice) {
    if (title.equals(title("lead"))) {
      return Text.lead(Integer.parseInt(slice));
    }
    if (title.equals(title("month"))) {
      return Month.of(Integer.parseInt(slice)).getDisplayName(TextStyle.SHORT, Locale.ROOT);
    }
    return slice;
  }

  static String html(Evaluated scores) {
    StringBuilder html = new StringBuilder();
    Evaluated.Skill strongest = scores.strongest();
    String against = strongest == null ? null : strongest.baseline();
    for (String kind : TITLES.keySet()) {
      List<Evaluated.Scores> slices = scores.slices().getOrDefault(kind, List.of());
      if (slices.size() > 1 && !kind.equals("lead")) {
        html.append(figure(kind, slices, against));
      }
    }
    if (html.length() == 0) {
      return "";
    }
    return "<section><h2>Where it is good, and where not</h2><p>Bars: CRPS of the forecasts, with"
        + " its 95% interval."
        + (against == null
            ? ""
            : " Lines across: that of " + Text.escape(Text.name(against)) + ", the best baseline.")
        + "</p><div class=\"pair\">"
        + html
        + "</div></section>";
  }

  private static String figure(String kind, List<Evaluated.Scores> slices, String against) {
    String title = title(kind);
    List<Evaluated.Scores> shown =
        slices.size() <= MOST
            ? slices
            : slices.stream()
                .sorted(Comparator.comparingDouble(Evaluated.Scores::crps).reversed())
                .limit(MOST)
                .toList();
    List<Charts.Bar> bars = new ArrayList<>();
    Table table =
        new Table(
            title,
            List.of(title, "Steps", "nMAE", "nRMSE", "Bias", "CRPS", "95%", "80% band", "Skill"));
    for (Evaluated.Scores each : shown) {
      Evaluated.Skill skill =
          each.skills().stream()
              .filter(one -> one.baseline().equals(against))
              .findFirst()
              .orElse(null);
      bars.add(
          new Charts.Bar(
              label(title, each.slice()),
              each.crps(),
              each.crpsLower() == null ? Double.NaN : each.crpsLower(),
              each.crpsUpper() == null ? Double.NaN : each.crpsUpper(),
              skill == null ? Double.NaN : skill.crps()));
      table.row(label(title, each.slice()), cells(each, skill));
    }
    return "<figure>"
        + Charts.bars(
            new Charts.Caption(
                "slice-" + kind, "CRPS by " + title, "A bar a group; the table has the numbers"),
            bars,
            Text::whole,
            "CRPS, of capacity")
        + "<figcaption>"
        + Text.escape(title)
        + (shown.size() < slices.size() ? ": the " + MOST + " worst of " + slices.size() : "")
        + "</figcaption>"
        + table.folded("Numbers")
        + "</figure>";
  }

  private static List<String> cells(Evaluated.Scores each, Evaluated.Skill skill) {
    return List.of(
        String.format(Locale.ROOT, "%,d", each.n()),
        Text.percent(each.nmae()),
        Text.percent(each.nrmse()),
        Text.percent(each.nmbe()),
        Text.percent(each.crps()),
        each.crpsLower() == null
            ? "–"
            : Text.percent(each.crpsLower()) + " to " + Text.percent(each.crpsUpper()),
        Text.roughly(Summary.band(each, 0.8).coverage()),
        skill == null ? "–" : Text.whole(skill.skill()));
  }
}
