package org.skywatt.cli.green.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What the replay of Cucumber gives, as JSON. */
record CucumberReport(List<Cell> cells) {
  /**
   * One case under one policy.
   *
   * @param acceptedPct requests taken, %
   * @param greenPct share of green energy in what the work used, %; null if nothing was done
   * @param missed requests taken and not done by their deadline
   */
  record Cell(String caseName, String admission, double acceptedPct, Double greenPct, int missed) {
    @JsonProperty("case")
    @Override
    public String caseName() {
      return caseName;
    }
  }
}
