package org.skywatt.cli.report;

/**
 * What a report is about.
 *
 * @param title of the page
 * @param scope what was scored and what was not, in a sentence
 * @param command that made it
 * @param energyTier how the joules are known
 */
public record About(
    String title, String scope, String command, double joules, String energyTier, double seconds) {}
