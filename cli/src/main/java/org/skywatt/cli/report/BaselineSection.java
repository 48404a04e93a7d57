package org.skywatt.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skywatt.models.evaluate.Evaluated;

/** The forecasts beside every baseline, over all and by lead. */
final class BaselineSection {
  private static final double SURE = 0.01;

  private BaselineSection() {}

  static String html(Evaluated scores) {
    List<Series> series = byLead(scores);
    boolean manyLeads = scores.slices().getOrDefault("lead", List.of()).size() > 1;
    return "<section><h2>Against the baselines</h2><p>CRPS is the error of a whole forecast, less is"
        + " better; of a single value it is the absolute error. Pinball loss is half of it. Skill is"
        + " the share of a baseline’s CRPS that the forecasts avoid. Intervals hold 95% when whole"
        + " days are drawn again.</p>"
        + table(scores)
        + (manyLeads
            ? "<figure>"
                + Charts.byLead(
                    new Charts.Caption(
                        "crps-lead",
                        "CRPS by lead",
                        "CRPS of the forecasts and of each baseline for each lead; the table below"
                            + " has the numbers"),
                    series,
                    List.of(),
                    Text::whole,
                    "CRPS, of capacity")
                + "<figcaption>CRPS by lead, with bands of 95%"
                + Legend.of(series)
                + "</figcaption></figure>"
                + leads(scores)
            : "")
        + "</section>";
  }

  private static String table(Evaluated scores) {
    Table table =
        new Table(
            "All leads together",
            List.of("", "Steps", "CRPS", "Skill over it", "95% interval", "Surely better at"));
    table.row(
        "the forecasts",
        List.of(
            String.format(Locale.ROOT, "%,d", scores.overall().n()),
            Text.percent(scores.overall().crps()),
            "",
            "",
            ""));
    for (Evaluated.Skill each : scores.overall().skills()) {
      table.row(
          Text.name(each.baseline()),
          List.of(
              String.format(Locale.ROOT, "%,d", each.n()),
              Text.percent(each.crps()),
              Text.roughly(each.skill()),
              each.lower() == null
                  ? "–"
                  : Text.roughly(each.lower()) + " to " + Text.roughly(each.upper()),
              surely(scores, each.baseline())));
    }
    return table.html()
        + "<p class=\"note\">“Surely better at” counts leads with p below 0.01 in a Diebold–Mariano"
        + " test.</p>";
  }

  private static String surely(Evaluated scores, String baseline) {
    long tested = 0;
    long better = 0;
    for (Evaluated.Test test : scores.tests()) {
      if (test.baseline().equals(baseline) && test.pValue() != null) {
        tested++;
        better += test.dieboldMariano() < 0 && test.pValue() < SURE ? 1 : 0;
      }
    }
    return tested == 0 ? "–" : better + " of " + tested + " leads";
  }

  /** CRPS by lead, the forecasts' first. */
  static List<Series> byLead(Evaluated scores) {
    List<Evaluated.Scores> leads = scores.slices().getOrDefault("lead", List.of());
    double[] minutes = leads.stream().mapToDouble(lead -> Integer.parseInt(lead.slice())).toArray();
    List<Series> series = new ArrayList<>();
    double[][] own = new double[3][leads.size()];
    for (int i = 0; i < leads.size(); i++) {
      put(own, i, leads.get(i).crps(), leads.get(i).crpsLower(), leads.get(i).crpsUpper());
    }
    series.add(new Series("the forecasts", 0, minutes, own[0], own[1], own[2]));
    for (int baseline = 0; baseline < scores.baselines().size(); baseline++) {
      String name = scores.baselines().get(baseline);
      double[][] theirs = new double[3][leads.size()];
      boolean any = false;
      for (int i = 0; i < leads.size(); i++) {
        put(theirs, i, Double.NaN, null, null);
        for (Evaluated.Skill each : leads.get(i).skills()) {
          if (each.baseline().equals(name)) {
            put(theirs, i, each.crps(), each.crpsLower(), each.crpsUpper());
            any = true;
          }
        }
      }
      if (any) {
        series.add(
            new Series(Text.name(name), 1 + baseline, minutes, theirs[0], theirs[1], theirs[2]));
      }
    }
    return series;
  }

  private static void put(double[][] into, int at, double value, Double lower, Double upper) {
    into[0][at] = value;
    into[1][at] = lower == null ? Double.NaN : lower;
    into[2][at] = upper == null ? Double.NaN : upper;
  }

  private static String leads(Evaluated scores) {
    List<String> heads = new ArrayList<>(List.of("Lead", "Steps", "The forecasts"));
    scores.baselines().forEach(name -> heads.add(Text.name(name)));
    Table table = new Table("CRPS by lead, of capacity (skill over the baseline)", heads);
    for (Evaluated.Scores lead : scores.slices().get("lead")) {
      List<String> cells = new ArrayList<>();
      cells.add(String.format(Locale.ROOT, "%,d", lead.n()));
      cells.add(Text.percent(lead.crps()));
      for (String name : scores.baselines()) {
        cells.add(
            lead.skills().stream()
                .filter(each -> each.baseline().equals(name))
                .map(each -> Text.percent(each.crps()) + " (" + Text.whole(each.skill()) + ")")
                .findFirst()
                .orElse("–"));
      }
      table.row(Text.lead(Integer.parseInt(lead.slice())), cells);
    }
    return table.folded("Numbers by lead");
  }
}
