package org.skywatt.models.bundle;

/**
 * What those who use a model should know, in the order in which the EU's AI Act asks for it
 * (Regulation (EU) 2024/1689, Articles 11 and 13, Annexes IV and XI). Written by the program that
 * trained the model; no legal advice, and not checked by anybody.
 */
public record Disclosure(
    String purpose,
    String notFor,
    String method,
    String learnedFrom,
    String judgedOn,
    String knownLimits,
    String oversight,
    String energy,
    String riskClass) {

  /**
   * @param card all of it but the disclosure
   */
  static Disclosure of(Card card) {
    String data =
        card.simulated() ? "SIMULATED weather, satellite images and readings" : "readings";
    return new Disclosure(
        "Quantiles of the power of "
            + card.technology()
            + " plants for the next hours and days, for planning by people and programs.",
        "Protection or control of plants and grids; plants of another technology.",
        "Gradient-boosted trees ("
            + card.trees()
            + " of "
            + card.nodes()
            + " nodes) for several quantile levels, calibrated on blocks of time that were held"
            + " out; deterministic for its seed.",
        card.rows()
            + " rows of "
            + data
            + " and of what was known of the weather, "
            + card.sites().size()
            + " sites, "
            + card.dataFrom()
            + " to "
            + card.fitUntil()
            + "; no personal data. Licence: "
            + card.licence()
            + ".",
        "Later days that the judged model had not seen, from "
            + card.validation().from()
            + "; scores by lead are under validation.",
        "Weather and faults unlike those of the period; plants unlike those learned from; seasons"
            + " that the period lacks. Bands are calibrated on average by tier of inputs and lead,"
            + " not for each site and weather.",
        "Each forecast tells its tier of inputs, stale inputs and model; skywatt models explain"
            + " tells why; promote and rollback choose the model.",
        Math.round(card.joules())
            + " J for its training ("
            + card.energyTier()
            + "); see footprint for its use.",
        "Not a safety component. Whoever makes it one in the supply of electricity makes it a"
            + " high-risk system (Annex III, point 2).");
  }
}
