package org.skywatt.cli.backtest;

import java.util.List;
import org.skywatt.models.evaluate.Evaluated;
import org.skywatt.models.score.LeadScore;

/**
 * The JSON of a backtest by lead; errors are fractions of capacity.
 *
 * @param issues moments that were forecast from
 * @param evaluation everything else that was scored
 */
record LeadReport(
    String dataset,
    long issues,
    List<LeadScore> leads,
    LeadScore overall,
    List<BaselineReport> baselines,
    Evaluated evaluation,
    double joules,
    String energyTier,
    double seconds) {}
