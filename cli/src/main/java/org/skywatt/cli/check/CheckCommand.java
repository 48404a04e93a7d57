package org.skywatt.cli.check;

import picocli.CommandLine.Command;

/** {@code skywatt check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Says what is wrong with a file of data; changes nothing.",
    subcommands = CheckGenerationCommand.class,
    footer = {"", "Example:", "  skywatt check generation roof.csv --capacity-kw 5"})
public final class CheckCommand {}
