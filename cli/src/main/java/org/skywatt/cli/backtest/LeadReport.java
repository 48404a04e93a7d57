package org.skywatt.cli.backtest;

import java.util.List;
import org.skywatt.models.score.LeadScore;

/**
 * The JSON of a backtest by lead; errors are fractions of capacity.
 *
 * @param issues moments that were forecast from
 */
record SitesReport(
    String dataset,
    long issues,
    List<LeadScore> leads,
    LeadScore overall,
    double joules,
    String energyTier,
    double seconds) {}
