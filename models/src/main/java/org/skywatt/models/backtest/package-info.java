/** Backtests of one site out of a file, in memory: the same features and learners, no tables. */
package org.skywatt.models.backtest;
