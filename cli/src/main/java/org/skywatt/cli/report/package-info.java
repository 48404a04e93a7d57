/**
 * A backtest as one HTML file that a person wants to read: pure functions from scores to text. No
 * script, nothing from elsewhere, the same bytes for the same scores.
 */
package org.skywatt.cli.report;
