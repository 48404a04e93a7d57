package org.skywatt.ingest.crop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.GridWindow;
import org.skywatt.ingest.assembly.RunKey;
import org.skywatt.ingest.crop.CropFile.Entry;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.file.UnreadableFileException;

/** Everything that is kept of one member of a run: of fields that say the same thing, the last. */
public final class KeptRun {
  private final GridShelf grids;
  private final List<Entry> entries;
  private final List<UnreadableFileException> damaged;
  private final NavigableMap<Instant, Instant> availableAt = new TreeMap<>();

  /** What a field says, and over which region: a file may tell several regions apart. */
  private record Key(FieldHeader field, String grid) {}

  private KeptRun(GridShelf grids, List<Entry> entries, List<UnreadableFileException> damaged) {
    this.grids = grids;
    this.entries = entries;
    this.damaged = damaged;
    for (Entry each : entries) {
      availableAt.merge(
          each.header().field().validTime(), each.header().availableAt(), KeptRun::later);
    }
  }

  /** Looks at the headers of all that is kept of {@code run}; damaged files are told, not used. */
  public static KeptRun open(CropFolder folder, RunKey run) throws IOException {
    Map<Key, Entry> last = new LinkedHashMap<>();
    List<UnreadableFileException> damaged = new ArrayList<>();
    for (Path file : folder.files(run)) {
      try {
        for (Entry each : CropFile.list(file)) {
          last.merge(
              new Key(each.header().field(), each.header().gridKey()),
              each,
              (a, b) -> CropHeader.AGE.compare(a.header(), b.header()) > 0 ? a : b);
        }
      } catch (UnreadableFileException e) {
        damaged.add(e);
      }
    }
    return new KeptRun(new GridShelf(folder.grids()), new ArrayList<>(last.values()), damaged);
  }

  /** Reads the fields, one at a time; what is damaged is told as refused. */
  public void read(FieldHandler handler) throws IOException {
    for (UnreadableFileException each : damaged) {
      handler.refused(0, each);
    }
    for (int i = 0; i < entries.size(); i++) {
      CropHeader header = entries.get(i).header();
      try {
        Grid window = window(header);
        if (handler.wants(header.field(), window)) {
          handler.field(
              new Field(
                  i,
                  header.where(),
                  header.field(),
                  window,
                  header.gridRelativeWind(),
                  header.gridType(),
                  header.packing(),
                  CropFile.values(entries.get(i))));
        }
      } catch (UnreadableFileException e) {
        handler.refused(i, e);
      }
    }
  }

  private GridWindow window(CropHeader header) throws IOException {
    return new GridWindow(
        grids.get(header.gridKey()),
        header.firstRow(),
        header.rows(),
        header.firstColumn(),
        header.columns());
  }

  /**
   * When the fields of a valid time and of all before it could be known: a mean over a step needs
   * the totals at its start.
   *
   * @throws IllegalArgumentException if nothing is kept of that time or before
   */
  public Instant availableAt(Instant validTime) {
    return availableAt.headMap(validTime, true).values().stream()
        .max(Instant::compareTo)
        .orElseThrow(() -> new IllegalArgumentException("nothing is kept of " + validTime));
  }

  /** All valid times, ascending. */
  public Set<Instant> validTimes() {
    return availableAt.navigableKeySet();
  }

  /** The parts of grids that its fields lie on. */
  public Set<GridWindow> grids() throws IOException {
    Set<GridWindow> windows = new HashSet<>();
    for (Entry each : entries) {
      windows.add(window(each.header()));
    }
    return windows;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
