package org.skywatt.cli.report;

import java.util.List;
import java.util.Locale;
import org.skywatt.models.evaluate.Evaluated;
import org.skywatt.models.score.CrpsParts;

/** The first screen: how good, how sure, how well calibrated, at what cost. */
final class Summary {
  private static final int FEW_DAYS = 10;

  private Summary() {}

  static String html(About about, Evaluated scores) {
    Evaluated.Scores all = scores.overall();
    Evaluated.Band band = band(all, 0.8);
    Evaluated.Skill strongest = scores.strongest();
    StringBuilder html = new StringBuilder("<section><p class=\"lead\">");
    html.append(strongest == null ? "No baseline to compare with. " : verdict(strongest));
    html.append(calibration(band)).append("</p><div class=\"tiles\">");
    html.append(
        tile(
            strongest == null ? "–" : Text.roughly(strongest.skill()),
            strongest == null
                ? "skill: no baseline"
                : "skill over " + Text.name(strongest.baseline()) + interval(strongest)));
    html.append(
        tile(
            Text.percent(all.crps()),
            "CRPS, of capacity"
                + range(Text.percent(all.crpsLower()), Text.percent(all.crpsUpper()), all)));
    html.append(tile(Text.roughly(band.coverage()), "of outcomes in the 80% band"));
    html.append(
        tile(
            String.format(Locale.ROOT, "%.0f J", about.joules()),
            "energy of the forecasts (" + about.energyTier() + ")"));
    html.append("</div><p>").append(Text.escape(about.scope()));
    html.append(
        String.format(
            Locale.ROOT,
            " %,d steps of %,d issues from %s to %s, on %d days.",
            all.n(),
            scores.issues(),
            Text.time(scores.from()),
            Text.time(scores.to()),
            all.days()));
    if (all.days() < FEW_DAYS) {
      html.append(" <strong>So few days say little: intervals are rough or missing.</strong>");
    }
    html.append("</p>").append(errors(all, scores.crpsParts()));
    return html.append("</section>").toString();
  }

  private static String verdict(Evaluated.Skill strongest) {
    String name = Text.escape(Text.name(strongest.baseline()));
    boolean better = strongest.skill() > 0;
    boolean sure =
        strongest.lower() != null && (better ? strongest.lower() > 0 : strongest.upper() < 0);
    return String.format(
        Locale.ROOT,
        "These forecasts are <strong>%s %s</strong> than the best baseline, %s%s. ",
        Text.roughly(Math.abs(strongest.skill())),
        better ? "better" : "worse",
        name,
        sure ? "" : ", which may be chance");
  }

  private static String calibration(Evaluated.Band band) {
    double off = band.coverage() - band.nominal();
    String held = "The band meant for 80% of outcomes held " + Text.roughly(band.coverage());
    if (band.asAsked()) {
      return held + ", as it should.";
    }
    String much = Math.abs(off) < 0.04 ? "a little " : "";
    return held + ": it is " + much + (off < 0 ? "too narrow." : "too wide.");
  }

  private static String interval(Evaluated.Skill skill) {
    return skill.lower() == null
        ? ""
        : " (" + Text.roughly(skill.lower()) + " to " + Text.roughly(skill.upper()) + ")";
  }

  private static String range(String lower, String upper, Evaluated.Scores all) {
    return all.crpsLower() == null ? "" : " (" + lower + " to " + upper + ")";
  }

  private static String tile(String number, String what) {
    return "<div class=\"tile\"><b>"
        + Text.escape(number)
        + "</b><span>"
        + Text.escape(what)
        + "</span></div>";
  }

  private static String errors(Evaluated.Scores all, CrpsParts.Parts parts) {
    Table table = new Table("Errors over all", List.of("Score", "of capacity", "kW"));
    table.row("MAE of the median", cells(all.nmae(), all.maeKw()));
    table.row("RMSE of the mean", cells(all.nrmse(), all.rmseKw()));
    table.row("Bias of the mean", cells(all.nmbe(), all.mbeKw()));
    table.row("Pinball loss", List.of(Text.percent(all.pinball()), ""));
    table.row("CRPS", List.of(Text.percent(all.crps()), ""));
    table.row("= reliability (miscalibration, 0 is best)", part(parts.reliability()));
    table.row("− resolution (telling days apart, more is better)", part(parts.resolution()));
    table.row("+ uncertainty (of the weather itself)", part(parts.uncertainty()));
    return table.folded("MAE, RMSE, bias and what the CRPS is made of");
  }

  private static List<String> part(double value) {
    return List.of(String.format(Locale.ROOT, "%.3f%%", 100 * value), "");
  }

  private static List<String> cells(double fraction, Double kw) {
    return List.of(Text.percent(fraction), Text.number(kw));
  }

  static Evaluated.Band band(Evaluated.Scores scores, double nominal) {
    return scores.bands().stream()
        .filter(band -> Math.abs(band.nominal() - nominal) < 1e-9)
        .findFirst()
        .orElseThrow();
  }
}
