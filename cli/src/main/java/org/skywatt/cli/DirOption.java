package org.skywatt.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the data folder, the same in every command. */
public final class DirOption {
  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description =
          "Folder for tables, models and forecasts (default: $SKYWATT_DATA, or"
              + " ./skywatt-data).")
  private Path dir;

  public DataHome open() throws IOException {
    return DataHome.open(dir);
  }
}
