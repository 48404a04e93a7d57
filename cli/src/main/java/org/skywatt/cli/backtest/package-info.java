/** Backtests: what the forecasts of the past would have been, and their scores. */
package org.skywatt.cli.backtest;
