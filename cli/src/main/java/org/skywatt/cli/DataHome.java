package org.skywatt.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder that holds everything of one installation: tables, bundles, published files,
 * quarantine and database.
 */
public record DataHome(Path folder) {

  /**
   * The folder {@code dir}, else {@code $SKYWATT_DATA}, else {@code ./skywatt-data}; created if it
   * is not there.
   *
   * @throws IOException if it cannot be written
   */
  public static DataHome open(Path dir) throws IOException {
    Path folder =
        dir != null
            ? dir
            : Path.of(Optional.ofNullable(System.getenv("SKYWATT_DATA")).orElse("skywatt-data"));
    folder = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "writable", null));
    } catch (IOException e) {
      throw new FileSystemException(
          "cannot write to "
              + folder
              + " ("
              + e.getClass().getSimpleName()
              + "): name another folder with --dir or SKYWATT_DATA");
    }
    return new DataHome(folder);
  }

  public Path warehouse() {
    return folder.resolve("warehouse");
  }

  public Path bundles() {
    return folder.resolve("bundles");
  }

  public Path published() {
    return folder.resolve("published");
  }

  public Path quarantine() {
    return folder.resolve("quarantine");
  }

  /** Runs as they were fetched, a folder a source, and what was learned of their publication. */
  public Path fetched() {
    return folder.resolve("fetched");
  }

  /** Fields of recent weather model runs, cropped to the served area. */
  public Path fields() {
    return folder.resolve("fields");
  }

  /** Frames of recent satellite images, cropped to the served area. */
  public Path frames() {
    return folder.resolve("frames");
  }

  /** Blocks of backtests that are done or were stopped, a folder a backtest and technology. */
  public Path backtests() {
    return folder.resolve("backtests");
  }

  public Path world() {
    return folder.resolve("world");
  }

  /** The file that is there if the data are of a simulated world. */
  public Path simulatedMarker() {
    return folder.resolve("SIMULATED.json");
  }

  /** Whether the data are of a simulated world, and every answer must say so. */
  public boolean isSimulated() {
    return Files.exists(simulatedMarker());
  }

  /** Parent of the database's own folder. */
  public Path database() {
    return folder;
  }
}
