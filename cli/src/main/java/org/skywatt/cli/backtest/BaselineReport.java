package org.skywatt.cli.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;

/**
 * How the forecasts stand against one baseline.
 *
 * @param crps the baseline's; a point forecast's is its absolute error; fractions of capacity
 * @param skill 1 − CRPS of the forecasts over the baseline's, over the steps that both have
 */
record BaselineReport(String name, long n, Double crps, Double skill, List<Lead> leads) {
  /** For people. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%-26s CRPS %5.2f%%, skill over it %.2f",
        name,
        crps == null ? Double.NaN : 100 * crps,
        skill == null ? Double.NaN : skill);
  }

  /**
   * One lead.
   *
   * @param dieboldMariano statistic; negative where the forecasts are better; null where undefined
   * @param pValue two-sided
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Lead(
      int leadMinutes, long n, double crps, double skill, Double dieboldMariano, Double pValue) {}
}
