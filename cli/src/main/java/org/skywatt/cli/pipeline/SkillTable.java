package org.skywatt.cli.pipeline;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.skywatt.models.bundle.Card;
import org.skywatt.models.bundle.Ladder;
import org.skywatt.models.score.LeadScore;

/** Prints a card's validation: scores and skill by lead, and what they cost. */
public final class SkillTable {
  private static final List<Integer> LEADS = List.of(60, 120, 180, 360, 720, 1440, 2160);

  private SkillTable() {}

  public static void print(Card card, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%n%s%s, %d sites, held out from %s (daylight only for solar; errors in %% of capacity)%n",
        card.simulated() ? "SIMULATED " : "",
        card.id(),
        card.sites().size(),
        card.validation().from());
    print(card.validation().leads(), card.validation().overall(), out);
    out.printf(
        Locale.ROOT,
        "  trained with %.0f J (%s), %d kB, %.2g J a forecast step%n",
        card.joules(),
        card.energyTier(),
        card.sizeBytes() / 1000,
        card.joulesPerForecast());
    if (card.ladder() != null) {
      print(card.ladder(), out);
    }
    out.flush();
  }

  private static void print(Ladder ladder, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "  sizes, on %d held-out days; energy of the model's training and a year of forecasts,"
            + " %.0f J for features beside%n",
        ladder.days(),
        ladder.sharedJoules());
    for (Ladder.Rung rung : ladder.rungs()) {
      out.printf(
          Locale.ROOT,
          "  %s %-5s %5d kB  pinball %+5.1f%% (95%%: %+.1f to %+.1f)  %6.0f J, %3.0f%% saved%n",
          rung.id().equals(ladder.chosen()) ? "*" : " ",
          rung.size(),
          rung.sizeBytes() / 1000,
          100 * rung.change(),
          100 * rung.lower(),
          100 * rung.upper(),
          rung.yearJoules(),
          100 * rung.saved());
    }
    out.printf(
        Locale.ROOT,
        "  * forecasts: the smallest that is no more than %.0f%% worse, in 95%% of draws of days%n",
        100 * ladder.tolerance());
  }

  /** Prints the scores of some leads and of all together. */
  public static void print(List<LeadScore> leads, LeadScore overall, PrintWriter out) {
    out.println(
        "  lead      n    MAE   RMSE   CRPS  80% band holds   skill over smart persistence"
            + "   climatology");
    for (LeadScore score : leads) {
      if (LEADS.contains(score.leadMinutes())) {
        line(score, score.leadMinutes() / 60 + " h", out);
      }
    }
    line(overall, "all", out);
  }

  private static void line(LeadScore score, String lead, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "  %4s %6d  %5.2f  %5.2f  %5.2f  %13.1f%%  %29.2f  %11.2f%n",
        lead,
        score.n(),
        100 * score.nmae(),
        100 * score.nrmse(),
        100 * score.crps(),
        100 * score.coverage80(),
        orNaN(score.skillSmartPersistence()),
        orNaN(score.skillReference()));
  }

  private static double orNaN(Double value) {
    return value == null ? Double.NaN : value;
  }
}
