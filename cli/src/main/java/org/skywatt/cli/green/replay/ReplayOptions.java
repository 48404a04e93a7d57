package org.skywatt.cli.green.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.skywatt.cli.Json;
import org.skywatt.ingest.file.UnreadableFileException;
import picocli.CommandLine.Option;

/** Where the data are and where the figures go. */
final class ReplayOptions {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the data set, or the one that holds it.")
  private Path data;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON.")
  private Path json;

  /** The folder that holds {@code file}: the one named, or {@code name} in it. */
  Path folder(String name, String file) throws IOException {
    for (Path folder : new Path[] {data, data.resolve(name)}) {
      if (Files.isRegularFile(folder.resolve(file))) {
        return folder;
      }
    }
    throw new UnreadableFileException(
        data.resolve(file), "", "no such file; --data names the folder of " + name);
  }

  /** The folder of another data set beside {@code folder}. */
  static Path beside(Path folder, String name) {
    return folder.toAbsolutePath().resolveSibling(name);
  }

  void write(Object report) throws IOException {
    if (json != null) {
      Json.write(json, report);
    }
  }
}
