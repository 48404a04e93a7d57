package org.skywatt.cli.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.skywatt.models.score.LeadScore;

/**
 * The JSON of a backtest by lead; errors are fractions of capacity.
 *
 * @param issues moments that were forecast from
 * @param baselines absent where nobody compared
 */
record LeadReport(
    String dataset,
    long issues,
    List<LeadScore> leads,
    LeadScore overall,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<BaselineReport> baselines,
    double joules,
    String energyTier,
    double seconds) {}
