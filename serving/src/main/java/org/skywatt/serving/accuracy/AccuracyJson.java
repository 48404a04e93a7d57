package org.skywatt.serving.accuracy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Scores of a site's forecasts against its readings. */
@Schema(name = "Accuracy")
public record AccuracyJson(String siteId, Instant from, Instant to, List<Lead> leads) {

  /** Of one lead; errors are fractions of capacity, and absent where nothing could be compared. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AccuracyLead")
  public record Lead(
      @Schema(description = "Forecasts were issued at least so long before each step began")
          int leadMinutes,
      @Schema(description = "Steps that have a forecast and readings") int n,
      @Schema(description = "Mean absolute error of the median") Double nmae,
      @Schema(description = "Root mean square error of the mean") Double nrmse,
      @Schema(description = "Mean of the mean less what came") Double bias,
      @Schema(description = "Mean pinball loss over the levels of the runs") Double pinball,
      @Schema(description = "Share within the outermost levels, which should be expectedCoverage")
          Double coverage,
      Double expectedCoverage,
      @Schema(description = "1 − nmae / that of the last reading, over steps where both are known")
          Double skillPersistence,
      @Schema(description = "1 − nmae / that of the same time a day before")
          Double skillDayBefore) {}
}
