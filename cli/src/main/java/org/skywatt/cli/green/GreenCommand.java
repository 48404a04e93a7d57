package org.skywatt.cli.green;

import org.skywatt.cli.green.replay.ReplayCommand;
import picocli.CommandLine.Command;

/** Green hours. */
@Command(
    name = "green",
    mixinStandardHelpOptions = true,
    description = "Finds the hours in which work would be greenest.",
    subcommands = {GreenWindowCommand.class, ReplayCommand.class})
public final class GreenCommand {}
