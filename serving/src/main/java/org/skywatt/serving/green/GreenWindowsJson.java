package org.skywatt.serving.green;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.green.window.GreenWindow;
import org.skywatt.serving.forecast.LevelSelection;

/** Green windows as the API writes them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GreenWindows")
public record GreenWindowsJson(
    String runId,
    Instant issueTime,
    Instant nextRunExpected,
    boolean stale,
    @Schema(description = "true when the forecast is of a simulated world, else absent")
        Boolean simulated,
    String model,
    List<String> sites,
    double[] levels,
    @Schema(
            description =
                "How quantiles of sums are made: full dependence of sites and steps, the widest"
                    + " band")
        String dependence,
    @Schema(description = "The deadline, or the end of the forecast if that comes first")
        Instant searchedUntil,
    @Schema(description = "The window that starts at once, to compare with") Window now,
    @Schema(description = "Most expected green energy first; they do not overlap")
        List<Window> windows,
    @Schema(description = "Energy that the whole run took, J") double joules,
    String energyTier,
    String licence) {

  /** A contiguous stretch of time. */
  @Schema(name = "GreenWindow")
  public record Window(Instant start, Instant end, Energy greenKwh) {
    static Window of(GreenWindow window, LevelSelection levels) {
      Double[] quantiles = null;
      if (!Double.isNaN(window.meanKwh())) {
        quantiles = new Double[levels.size()];
        for (int i = 0; i < quantiles.length; i++) {
          quantiles[i] = toWattHours(window.quantilesKwh()[levels.index(i)]);
        }
      }
      return new Window(
          window.start(), window.end(), new Energy(toWattHours(window.meanKwh()), quantiles));
    }

    private static Double toWattHours(double kwh) {
      return Double.isNaN(kwh) ? null : (Double) (Math.rint(kwh * 1000) / 1000);
    }
  }

  /** Energy of all the sites together, kWh; null where a step in the window has no forecast. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "GreenEnergy")
  public record Energy(
      @Schema(nullable = true) Double mean, @Schema(nullable = true) Double[] quantiles) {}
}
