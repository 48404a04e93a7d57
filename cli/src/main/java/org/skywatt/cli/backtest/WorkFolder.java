package org.skywatt.cli.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.skywatt.cli.Json;
import org.skywatt.core.file.DurableRename;
import org.skywatt.models.energy.Energy;

/**
 * What a backtest has done so far, in pieces that appear when they are whole: one that was stopped
 * goes on after the last of them. The folder's name hangs on everything that the rows hang on.
 */
final class WorkFolder {
  private static final String ROWS = "rows";
  private static final String ENERGY = "energy.json";
  private static final String UNFINISHED = ".unfinished-";
  private static final int KEPT = 3;

  private final Path folder;

  private WorkFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder of {@code key} among {@code backtests}; the newest three are kept. */
  static WorkFolder open(Path backtests, String key) throws IOException {
    Path folder = Files.createDirectories(backtests.resolve(key));
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
    List<Path> newestFirst = new ArrayList<>(list(backtests));
    newestFirst.sort(Comparator.comparing(WorkFolder::touched).reversed());
    for (int i = KEPT; i < newestFirst.size(); i++) {
      FileUtils.deleteDirectory(newestFirst.get(i).toFile());
    }
    for (Path each : list(folder)) {
      if (each.getFileName().toString().startsWith(UNFINISHED)) {
        FileUtils.deleteDirectory(each.toFile());
      }
    }
    return new WorkFolder(folder);
  }

  private static FileTime touched(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** What {@code piece} cost, if it is done. */
  Optional<Energy> find(String piece) throws IOException {
    Path file = folder.resolve(piece).resolve(ENERGY);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.MAPPER.readValue(file.toFile(), Energy.class));
    } catch (JsonProcessingException e) {
      throw new IOException(file + " is damaged: delete " + folder.resolve(piece), e);
    }
  }

  /** Where the rows of a piece that is done lie. */
  String rows(String piece) {
    return folder.resolve(piece).resolve(ROWS).toUri().toString();
  }

  /** Whether the rows of a piece are there. */
  boolean hasRows(String piece) {
    return Files.isDirectory(folder.resolve(piece).resolve(ROWS));
  }

  /** Lets the rows of a piece go that nothing needs any more; what it cost stays known. */
  void dropRows(String piece) throws IOException {
    FileUtils.deleteDirectory(folder.resolve(piece).resolve(ROWS).toFile());
  }

  /** Makes a piece, to be found once it is whole. */
  interface Maker {
    /**
     * @param rows folder to write rows to, which is not there yet
     * @return what it cost
     */
    Energy make(String rows) throws Exception;
  }

  /** Makes {@code piece} and keeps it, in place of one that was there. */
  Energy keep(String piece, Maker maker) throws Exception {
    Path unfinished = Files.createTempDirectory(folder, UNFINISHED);
    Energy energy = maker.make(unfinished.resolve(ROWS).toUri().toString());
    Json.write(unfinished.resolve(ENERGY), energy);
    try (Stream<Path> files = Files.walk(unfinished)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
    }
    FileUtils.deleteDirectory(folder.resolve(piece).toFile());
    DurableRename.move(unfinished, folder.resolve(piece));
    return energy;
  }
}
