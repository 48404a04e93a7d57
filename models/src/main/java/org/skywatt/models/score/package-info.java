/**
 * Scores of forecasts as published: proper ones of distributions, ramps, costs of imbalance,
 * calibration; and how sure they and their differences are.
 */
package org.skywatt.models.score;
