package org.skywatt.models.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.skywatt.models.score.CrpsParts;

/**
 * The scores of a backtest; fields are named as in its JSON. Errors are fractions of capacity, and
 * intervals are those of 95% of draws of whole days; null where a score is not defined.
 *
 * @param issues moments that were forecast from
 * @param from first issue time scored; null if none
 * @param slices by kind: lead (minutes), hour (UTC), season, month, weather, site, tier
 * @param tests Diebold–Mariano tests against each baseline by lead
 * @param crpsParts reliability, resolution and uncertainty; null without steps
 * @param reliability how often power was at most each percentile, and how often by chance
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evaluated(
    List<String> baselines,
    long issues,
    String from,
    String to,
    Scores overall,
    Map<String, List<Scores>> slices,
    List<Test> tests,
    CrpsParts.Parts crpsParts,
    Reliability reliability,
    List<RampScore> ramps,
    List<Cost> imbalance,
    List<FlipFlop> flipFlop) {
  /** Who foretold, where it is none of the baselines. */
  public static final String FORECAST = "forecast";

  /**
   * One slice.
   *
   * @param slice its value, such as {@code 60} of the kind lead
   * @param days that it has steps on
   * @param maeKw of the median; with the other kW null where capacity is not known
   * @param nrmse of the mean, as nmbe and rmseKw and mbeKw
   * @param nmbe mean forecast less outcome: positive where too much was foretold
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Scores(
      String slice,
      long n,
      int days,
      double nmae,
      double nrmse,
      double nmbe,
      Double maeKw,
      Double rmseKw,
      Double mbeKw,
      double pinball,
      double crps,
      Double crpsLower,
      Double crpsUpper,
      List<Band> bands,
      List<Skill> skills) {}

  /**
   * A central band.
   *
   * @param standardError of the coverage
   * @param allowed how far from nominal is still as asked: 0.02, and 2 standard errors more by
   *     season, weather, site and the like
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Band(
      double nominal, double coverage, Double standardError, double allowed, double width) {
    public boolean asAsked() {
      return Math.abs(coverage - nominal) <= allowed + 1e-12;
    }
  }

  /**
   * Against one baseline, over the steps that both forecast.
   *
   * @param crps the baseline's; of a point forecast its absolute error
   * @param skill 1 − CRPS over the baseline's, with the interval lower to upper
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Skill(
      String baseline,
      long n,
      double crps,
      Double crpsLower,
      Double crpsUpper,
      Double skill,
      Double lower,
      Double upper) {}

  /** Whether the difference at a lead is chance: negative statistics favour the forecasts. */
  public record Test(String baseline, int leadMinutes, Double dieboldMariano, Double pValue) {}

  /**
   * @param levels nominal
   * @param observed share of outcomes at most the quantile, ties shared out evenly
   * @param lower 2.5% quantile of it when days are drawn again
   * @param pit outcomes between the percentiles, as shares of twenty equal ranges
   */
  public record Reliability(
      double[] levels, double[] observed, double[] lower, double[] upper, double[] pit) {}

  /** Ramps of a fifth of capacity within so many hours. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RampScore(
      int hours,
      String direction,
      String by,
      long hits,
      long misses,
      long falseAlarms,
      Double criticalSuccess,
      Double detected,
      Double falseAlarmRatio) {}

  /**
   * @param surplusShare price of a surplus over that of a surplus and a shortage
   * @param cost mean, in capacity × the mean of both prices
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Cost(double surplusShare, String by, Double cost) {}

  /**
   * How much forecasts of one step go to and fro from run to run; null where none has enough runs.
   *
   * @param events steps that three or more runs foretold
   * @param index mean flip-flop index of their medians (Griffiths and others 2019)
   * @param aboveTwoPercent share of events whose index is above 0.02
   * @param revision mean absolute change from a run to the next
   * @param teeth of the forecasts, by the hour of their issue
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FlipFlop(
      String by,
      long events,
      Double index,
      Double aboveTwoPercent,
      Double revision,
      List<Tooth> teeth) {}

  /**
   * How far runs issued in one hour stand out from the runs before and after them.
   *
   * @param issueHour UTC
   * @param mean of what such a run says that the next takes back; 0 where it lies between both
   */
  public record Tooth(int issueHour, long n, double mean) {}

  static Evaluated nothing(List<String> baselines) {
    return new Evaluated(
        baselines, 0, null, null, null, Map.of(), List.of(), null, null, List.of(), List.of(),
        List.of());
  }

  /** Null for what is not defined. */
  static Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** The baseline over which the skill is least; null where none has one. */
  public Skill strongest() {
    Skill least = null;
    for (Skill each : overall == null ? List.<Skill>of() : overall.skills()) {
      if (each.skill() != null && (least == null || each.skill() < least.skill())) {
        least = each;
      }
    }
    return least;
  }
}
