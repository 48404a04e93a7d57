package org.skywatt.cli.satellite;

import picocli.CommandLine.Command;

/** {@code skywatt satellite}. */
@Command(
    name = "satellite",
    mixinStandardHelpOptions = true,
    description = "Follows clouds from image to image.",
    subcommands = SatelliteVerifyCommand.class,
    footer = {
      "",
      "Example:",
      "  skywatt satellite verify --data hrv.zarr --from 2020-04-01T12:30:00Z"
    })
public final class SatelliteCommand {}
