package org.skywatt.cli.green;

import org.skywatt.cli.green.replay.ReplayCommand;
import org.skywatt.cli.green.run.GreenPlanCommand;
import org.skywatt.cli.green.run.GreenRunCommand;
import picocli.CommandLine.Command;

/** Green hours. */
@Command(
    name = "green",
    mixinStandardHelpOptions = true,
    description = "Finds the hours in which work would be greenest.",
    subcommands = {
      GreenWindowCommand.class,
      GreenPlanCommand.class,
      GreenRunCommand.class,
      GreenKubernetesCommand.class,
      ReplayCommand.class
    })
public final class GreenCommand {}
