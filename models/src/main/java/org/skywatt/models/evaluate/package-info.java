/**
 * Scores of backtested forecasts beside their baselines, by slices, in one pass and with bounded
 * memory.
 */
package org.skywatt.models.evaluate;
