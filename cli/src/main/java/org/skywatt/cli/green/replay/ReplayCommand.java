package org.skywatt.cli.green.replay;

import picocli.CommandLine.Command;

/** {@code skywatt green replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Replays published experiments on shifting work to green hours.",
    subcommands = {
      LetsWaitAwhileCommand.class,
      CucumberCommand.class,
      GaiaCommand.class,
      PromisesCommand.class
    })
public final class ReplayCommand {}
