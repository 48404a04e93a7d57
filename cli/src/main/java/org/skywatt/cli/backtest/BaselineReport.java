package org.skywatt.cli.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How the forecasts stand against one baseline.
 *
 * @param crps the baseline's; a point forecast's is its absolute error; fractions of capacity
 * @param skill 1 − CRPS of the forecasts over the baseline's, over the steps that both have
 */
record BaselineReport(String name, long n, Double crps, Double skill, List<Lead> leads) {
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
