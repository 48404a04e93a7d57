package org.skywatt.ingest.crop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.hash.Sha256;
import org.skywatt.ingest.file.UnreadableFileException;

/** The grids of kept fields, each once, in a file named after its content. Not safe for threads. */
final class GridShelf {
  private final Path folder;
  private final Map<Grid, String> keys = new HashMap<>();
  private final Map<String, Grid> grids = new HashMap<>();

  GridShelf(Path folder) {
    this.folder = folder;
  }

  /** Keeps {@code grid}, if it is not kept yet. */
  String put(Grid grid) throws IOException {
    String known = keys.get(grid);
    if (known != null) {
      return known;
    }
    byte[] bytes = Frozen.freeze(grid);
    String key = sha256(bytes);
    Path file = file(key);
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      try (UnfinishedFile unfinished = UnfinishedFile.beside(file)) {
        Files.write(unfinished.path(), bytes);
        unfinished.finish();
      }
    }
    keys.put(grid, key);
    return key;
  }

  /**
   * @throws UnreadableFileException if the grid's file is damaged
   */
  Grid get(String key) throws IOException {
    Grid grid = grids.get(key);
    if (grid == null) {
      Path file = file(key);
      byte[] bytes = Files.readAllBytes(file);
      if (!sha256(bytes).equals(key)) {
        throw new UnreadableFileException(
            file, "", "is damaged: delete it, and ingest the run's files again");
      }
      grid = Frozen.thaw(bytes, Grid.class);
      grids.put(key, grid);
    }
    return grid;
  }

  private Path file(String key) {
    return folder.resolve(key + ".grid");
  }

  private static String sha256(byte[] bytes) {
    Sha256 digest = new Sha256();
    digest.update(ByteBuffer.wrap(bytes));
    return digest.finish();
  }
}
