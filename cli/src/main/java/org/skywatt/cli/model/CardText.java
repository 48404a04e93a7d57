package org.skywatt.cli.model;

import java.io.PrintWriter;
import java.util.Locale;
import org.skywatt.models.bundle.Card;
import org.skywatt.models.bundle.Disclosure;
import org.skywatt.models.energy.Footprint;

/** The parts of a card beside its scores, for people. */
final class CardText {
  private static final int WIDTH = 100;

  private CardText() {}

  static void print(Card card, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%nModel     %s size, %d trees, %d nodes, %d kB; fitted to what was known at %s%n",
        card.size() == null ? "full" : card.size(),
        card.trees(),
        card.nodes(),
        card.sizeBytes() / 1000,
        card.fitUntil());
    out.printf(Locale.ROOT, "Licence   %s%n", card.licence());
    if (card.footprint() != null) {
      print(card.footprint(), card, out);
    }
    if (card.disclosure() != null) {
      print(card.disclosure(), out);
    }
    out.flush();
  }

  private static void print(Footprint footprint, Card card, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "Energy    %.0f J of training (%s); 1,000 forecasts of a step: %.2g Wh"
            + " (%.2g to %.2g in %d runs), without features%n",
        card.joules(),
        card.energyTier(),
        footprint.whPer1000(),
        footprint.whPer1000Lowest(),
        footprint.whPer1000Highest(),
        footprint.runs());
    out.printf(
        Locale.ROOT,
        "E x D x H %.2g J an example x %d examples x %d trainings = %.3g J%n",
        footprint.exampleJoules(),
        footprint.examples(),
        footprint.trials(),
        footprint.edhJoules());
    out.printf(
        Locale.ROOT,
        "CO2e      %.2g g of training, %.2g g of 1,000 forecasts at %.0f g a kWh (%s)%n",
        footprint.trainingGrams(),
        footprint.gramsPer1000(),
        footprint.grid().gramsPerKwh(),
        footprint.grid().name());
    out.printf(
        Locale.ROOT,
        "SCI       %.2g g CO2e per 1,000 forecasts, making the machine included (%s)%n",
        footprint.sciGramsPer1000(),
        footprint.embodied());
    out.printf(
        Locale.ROOT,
        "Stars     %s by a fixed logarithmic rule, %s among its sizes by fifths of their range;"
            + " unofficial%n",
        stars(footprint.stars()),
        footprint.starsLinear() == null ? "none" : stars(footprint.starsLinear()));
  }

  private static String stars(int count) {
    return "*".repeat(count) + "-".repeat(5 - count);
  }

  private static void print(Disclosure disclosure, PrintWriter out) {
    out.println("Disclosure in the order of the EU's AI Act (no legal advice):");
    line("purpose", disclosure.purpose(), out);
    line("not for", disclosure.notFor(), out);
    line("method", disclosure.method(), out);
    line("learned from", disclosure.learnedFrom(), out);
    line("judged on", disclosure.judgedOn(), out);
    line("known limits", disclosure.knownLimits(), out);
    line("oversight", disclosure.oversight(), out);
    line("energy", disclosure.energy(), out);
    line("risk class", disclosure.riskClass(), out);
  }

  /** A named paragraph. */
  private static void line(String name, String text, PrintWriter out) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-13s", name));
    for (String word : text.split(" ", -1)) {
      if (line.length() + word.length() > WIDTH) {
        out.println(line);
        line = new StringBuilder(" ".repeat(15));
      }
      line.append(word).append(' ');
    }
    out.println(line.toString().stripTrailing());
  }
}
