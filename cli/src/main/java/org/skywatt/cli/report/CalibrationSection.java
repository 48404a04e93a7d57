package org.skywatt.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skywatt.models.evaluate.Evaluated;

/** Whether the forecasts mean what they say. */
final class CalibrationSection {
  private static final List<String> KINDS = List.of("lead", "season", "weather", "tier", "site");
  private static final double[] SHOWN = {0.5, 0.8, 0.9};

  /** More slices of a kind than a page should hold: the worst are shown. */
  private static final int MOST = 60;

  private CalibrationSection() {}

  static String html(Evaluated scores) {
    StringBuilder html = new StringBuilder("<section><h2>Calibration</h2><div class=\"pair\">");
    Evaluated.Reliability reliability = scores.reliability();
    Series observed =
        new Series(
            "observed",
            0,
            reliability.levels(),
            reliability.observed(),
            reliability.lower(),
            reliability.upper());
    html.append("<figure>");
    html.append(
        Charts.reliability(
            new Charts.Caption(
                "reliability",
                "Reliability diagram",
                "Share of outcomes at most each forecast quantile, against its level. On the"
                    + " dashed diagonal forecasts mean what they say"),
            observed));
    html.append(
        "<figcaption>Reliability: on the dashed diagonal, a 30% quantile is above power 30%");
    html.append(" of the time</figcaption></figure><figure>");
    html.append(
        Charts.histogram(
            new Charts.Caption(
                "pit",
                "PIT histogram",
                "Where in its forecast distribution power fell, in twenty ranges of 5%. Calibrated"
                    + " forecasts fill all alike"),
            reliability.pit()));
    html.append(
        "<figcaption>PIT: even bars are calibrated; tall ends, bands too narrow; a hump, too");
    html.append(" wide; a slope, a bias</figcaption></figure></div>").append(levels(reliability));
    if (scores.slices().getOrDefault("lead", List.of()).size() > 1) {
      html.append(byLead(scores.slices().get("lead")));
    }
    html.append("<h3>Every band, by what was foretold</h3><p>Share of outcomes within each band. ");
    html.append(
        "Asked: within 2 points of its name at each lead; within 2 points and two standard");
    html.append(" errors in the other groups. <span class=\"out\">▲ too wide</span>, ");
    html.append("<span class=\"out\">▼ too narrow</span>. Outcomes on an edge count as within, so");
    html.append(" bands look wide where power is often none or full.</p>");
    html.append(bands("All", List.of(scores.overall()), true));
    for (String kind : KINDS) {
      List<Evaluated.Scores> slices = scores.slices().getOrDefault(kind, List.of());
      if (slices.size() > 1) {
        html.append(bands(SliceSection.title(kind), slices, slices.size() <= 5));
      }
    }
    return html.append("</section>").toString();
  }

  private static String levels(Evaluated.Reliability reliability) {
    Table table = new Table("Reliability", List.of("Quantile", "Outcomes at most there", "95%"));
    for (int i = 4; i < reliability.levels().length; i += 5) {
      table.row(
          Text.whole(reliability.levels()[i]),
          List.of(
              Text.roughly(reliability.observed()[i]),
              Text.roughly(reliability.lower()[i])
                  + " to "
                  + Text.roughly(reliability.upper()[i])));
    }
    return table.folded("Numbers of the reliability diagram");
  }

  private static String byLead(List<Evaluated.Scores> leads) {
    double[] minutes = leads.stream().mapToDouble(lead -> Integer.parseInt(lead.slice())).toArray();
    List<Series> coverage = new ArrayList<>();
    List<Series> width = new ArrayList<>();
    List<Double> marks = new ArrayList<>();
    for (int i = 0; i < SHOWN.length; i++) {
      double nominal = SHOWN[i];
      double[] held = new double[minutes.length];
      double[] lower = new double[minutes.length];
      double[] upper = new double[minutes.length];
      double[] wide = new double[minutes.length];
      for (int lead = 0; lead < minutes.length; lead++) {
        Evaluated.Band band = Summary.band(leads.get(lead), nominal);
        double error = band.standardError() == null ? Double.NaN : 2 * band.standardError();
        held[lead] = band.coverage();
        lower[lead] = band.coverage() - error;
        upper[lead] = Math.min(1, band.coverage() + error);
        wide[lead] = band.width();
      }
      String name = Text.whole(nominal) + " band";
      int style = i == 1 ? 0 : i + 1;
      coverage.add(new Series(name, style, minutes, held, lower, upper));
      width.add(Series.line(name, style, minutes, wide));
      marks.add(nominal);
    }
    return "<div class=\"pair\"><figure>"
        + Charts.byLead(
            new Charts.Caption(
                "coverage",
                "Coverage by lead",
                "Share of outcomes within the 50%, 80% and 90% bands for each lead, beside their"
                    + " names as dashed lines"),
            coverage,
            marks,
            Text::whole,
            "outcomes within the band")
        + "<figcaption>Coverage, with two standard errors; dashed: as named"
        + Legend.of(coverage)
        + "</figcaption></figure><figure>"
        + Charts.byLead(
            new Charts.Caption(
                "width", "Width of the bands by lead", "Mean width of each band for each lead"),
            width,
            List.of(),
            Text::whole,
            "width, of capacity")
        + "<figcaption>Width: the narrower, the more a calibrated forecast says"
        + Legend.of(width)
        + "</figcaption></figure></div>";
  }

  private static String bands(String title, List<Evaluated.Scores> slices, boolean open) {
    List<String> heads = new ArrayList<>(List.of(title, "Steps"));
    slices.get(0).bands().forEach(band -> heads.add(Text.whole(band.nominal())));
    List<Evaluated.Scores> shown = worst(slices);
    long out =
        slices.stream()
            .filter(each -> !each.bands().stream().allMatch(Evaluated.Band::asAsked))
            .count();
    Table table =
        new Table(
            title
                + (shown.size() < slices.size()
                    ? ": the " + MOST + " farthest from what was asked"
                    : ""),
            heads);
    for (Evaluated.Scores slice : shown) {
      List<Table.Cell> cells = new ArrayList<>();
      cells.add(new Table.Cell("", String.format(Locale.ROOT, "%,d", slice.n())));
      for (Evaluated.Band band : slice.bands()) {
        String mark = band.asAsked() ? "" : band.coverage() > band.nominal() ? " ▲" : " ▼";
        cells.add(
            new Table.Cell(band.asAsked() ? "" : "out", Text.roughly(band.coverage()) + mark));
      }
      table.styled(SliceSection.label(title, slice.slice()), cells);
    }
    return open
        ? table.html()
        : table.folded(
            title
                + ": "
                + (slices.size() - out)
                + " of "
                + slices.size()
                + " as asked in every band");
  }

  /** All, or the most that are shown, in their order. */
  private static List<Evaluated.Scores> worst(List<Evaluated.Scores> slices) {
    if (slices.size() <= MOST) {
      return slices;
    }
    double least =
        slices.stream().map(CalibrationSection::off).sorted().toList().get(slices.size() - MOST);
    return slices.stream().filter(each -> off(each) >= least).limit(MOST).toList();
  }

  /** How far the worst band is from what was asked. */
  private static double off(Evaluated.Scores slice) {
    return slice.bands().stream()
        .mapToDouble(band -> Math.abs(band.coverage() - band.nominal()) - band.allowed())
        .max()
        .orElse(0);
  }
}
