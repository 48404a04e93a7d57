package org.skywatt.ingest.crop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.GridWindow;
import org.skywatt.ingest.assembly.RunKey;
import org.skywatt.ingest.field.Field;

/**
 * Crops the fields of one file, or of a share of it, and keeps them, a file a member of a run; the
 * files get their names when all is read. Not safe for threads.
 */
public final class CropWriter implements AutoCloseable {
  private final CropFolder folder;
  private final ServedArea area;
  private final String source;
  private final FileStamp stamp;
  private final int part;
  private final GridShelf grids;
  private final Map<Grid, Optional<GridWindow>> windows = new HashMap<>();
  private final Map<RunKey, UnfinishedFile> files = new HashMap<>();

  /**
   * @param source name of the source in tables
   * @param part which share of the file is read, from 0
   */
  public CropWriter(CropFolder folder, ServedArea area, String source, FileStamp stamp, int part) {
    this.folder = folder;
    this.area = area;
    this.source = source;
    this.stamp = stamp;
    this.part = part;
    this.grids = new GridShelf(folder.grids());
  }

  /** Whether the served area has a part of {@code grid}. */
  public boolean covers(Grid grid) {
    return windows.computeIfAbsent(grid, area::window).isPresent();
  }

  /**
   * Keeps the part of a field that lies in the served area; a field beside it is left out.
   *
   * @param member of the run, as in tables
   */
  public void add(Field field, int member) throws IOException {
    if (!covers(field.grid())) {
      return;
    }
    GridWindow window = windows.get(field.grid()).orElseThrow();
    RunKey run = new RunKey(source, field.header().initTime(), member);
    CropHeader header =
        new CropHeader(
            field.header(),
            stamp.name() + ", " + field.where(),
            field.gridRelativeWind(),
            field.gridType(),
            field.packing(),
            grids.put(field.grid()),
            window.firstRow(),
            window.rows(),
            window.firstColumn(),
            window.columns(),
            stamp.availableAt(run.initTime()),
            stamp.takenAt(),
            stamp.modifiedAt());
    CropFile.append(unfinished(run).path(), header, window.crop(field.values()));
  }

  private UnfinishedFile unfinished(RunKey run) throws IOException {
    UnfinishedFile file = files.get(run);
    if (file == null) {
      Path target = folder.file(run, stamp.sha256(), part);
      Files.createDirectories(target.getParent());
      file = UnfinishedFile.beside(target);
      files.put(run, file);
    }
    return file;
  }

  /** Gives the files their names, and tells which runs they are of. */
  public Set<RunKey> finish() throws IOException {
    for (UnfinishedFile file : files.values()) {
      file.finish();
    }
    return Set.copyOf(files.keySet());
  }

  /** When a run's fields in this file could first be known. */
  public Instant availableAt(Instant initTime) {
    return stamp.availableAt(initTime);
  }

  @Override
  public void close() throws IOException {
    for (UnfinishedFile file : files.values()) {
      file.close();
    }
  }
}
