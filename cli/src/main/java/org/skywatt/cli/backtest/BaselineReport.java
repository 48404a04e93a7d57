package org.skywatt.cli.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skywatt.models.evaluate.Evaluated;

/**
 * How the forecasts stand against one baseline.
 *
 * @param crps the baseline's; a point forecast's is its absolute error; fractions of capacity
 * @param skill 1 − CRPS of the forecasts over the baseline's, over the steps that both have
 * @param skillLower 2.5% quantile of it when days are drawn again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BaselineReport(
    String name,
    long n,
    Double crps,
    Double skill,
    Double skillLower,
    Double skillUpper,
    List<Lead> leads) {
  /**
   * One lead.
   *
   * @param dieboldMariano statistic; negative where the forecasts are better; null where undefined
   * @param pValue two-sided
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Lead(
      int leadMinutes, long n, double crps, Double skill, Double dieboldMariano, Double pValue) {}

  /** One for each baseline, in their order. */
  static List<BaselineReport> of(Evaluated scores) {
    List<BaselineReport> reports = new ArrayList<>();
    for (String name : scores.baselines()) {
      Evaluated.Skill all = scores.overall() == null ? null : find(scores.overall(), name);
      reports.add(
          all == null
              ? new BaselineReport(name, 0, null, null, null, null, List.of())
              : new BaselineReport(
                  name,
                  all.n(),
                  all.crps(),
                  all.skill(),
                  all.lower(),
                  all.upper(),
                  leads(scores, name)));
    }
    return reports;
  }

  private static List<Lead> leads(Evaluated scores, String name) {
    List<Lead> leads = new ArrayList<>();
    for (Evaluated.Scores each : scores.slices().getOrDefault("lead", List.of())) {
      Evaluated.Skill skill = find(each, name);
      if (skill != null) {
        int minutes = Integer.parseInt(each.slice());
        Evaluated.Test test =
            scores.tests().stream()
                .filter(one -> one.baseline().equals(name) && one.leadMinutes() == minutes)
                .findFirst()
                .orElse(new Evaluated.Test(name, minutes, null, null));
        leads.add(
            new Lead(
                minutes,
                skill.n(),
                skill.crps(),
                skill.skill(),
                test.dieboldMariano(),
                test.pValue()));
      }
    }
    return leads;
  }

  private static Evaluated.Skill find(Evaluated.Scores scores, String name) {
    return scores.skills().stream()
        .filter(each -> each.baseline().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** For people. */
  String line() {
    if (crps == null) {
      return String.format(Locale.ROOT, "%-26s nothing to compare with", name);
    }
    return String.format(
        Locale.ROOT,
        "%-26s CRPS %5.2f%%, skill over it %s%s",
        name,
        100 * crps,
        skill == null ? "undefined" : String.format(Locale.ROOT, "%.2f", skill),
        skillLower == null
            ? ""
            : String.format(Locale.ROOT, " (%.2f to %.2f)", skillLower, skillUpper));
  }
}
