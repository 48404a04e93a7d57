package org.skywatt.cli.backtest;

import picocli.CommandLine.Command;

/** Backtests by data set. */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description = "Forecasts the past without its future, and scores it.",
    subcommands = {Gefcom2014Command.class})
public final class BacktestCommand {}
