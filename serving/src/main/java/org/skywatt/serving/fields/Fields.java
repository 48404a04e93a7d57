package org.skywatt.serving.fields;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.skywatt.core.field.FieldsFile;
import org.skywatt.core.field.FieldsFileException;
import org.skywatt.serving.config.SkywattConfig;

/** The published weather, newest first; a damaged file is told once and passed over. */
@ApplicationScoped
public class Fields {
  private static final Logger LOG = Logger.getLogger(Fields.class);
  private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final Comparator<FieldsFile> NEWEST_FIRST =
      Comparator.comparing((FieldsFile file) -> file.header().initTime())
          .thenComparing(file -> file.header().availableAt())
          .reversed();

  private final Path folder;
  private Map<Path, Optional<FieldsFile>> known = Map.of();
  private List<FieldsFile> newest = List.of();
  private long looked;

  Fields(SkywattConfig config) {
    this.folder = config.published().resolve("fields");
  }

  /** The newest weather that covers a place, if any does. */
  public Optional<FieldsFile> find(double latitude, double longitude) {
    return files().stream()
        .filter(file -> file.header().grid().findWeights(latitude, longitude).isPresent())
        .findFirst();
  }

  /** All good files, newest first. */
  public synchronized List<FieldsFile> files() {
    long now = System.nanoTime();
    if (looked == 0 || now - looked > LOOK_NANOS) {
      look();
      looked = now;
    }
    return newest;
  }

  /** Reads no more of a file that turned out to be damaged. */
  public synchronized void retire(FieldsFile file, FieldsFileException why) {
    LOG.warnf("weather is passed over: %s", why.getMessage());
    known = new HashMap<>(known);
    known.replaceAll((path, each) -> each.filter(other -> other != file));
    newest = newest.stream().filter(other -> other != file).toList();
  }

  private void look() {
    Map<Path, Optional<FieldsFile>> found = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.getFileName().toString().matches("[^.].*\\.arrow"))
          .forEach(file -> found.put(file, known.containsKey(file) ? known.get(file) : open(file)));
    } catch (IOException e) {
      // Nothing is published yet.
    }
    known = found;
    newest = found.values().stream().flatMap(Optional::stream).sorted(NEWEST_FIRST).toList();
  }

  private static Optional<FieldsFile> open(Path file) {
    try {
      FieldsFile fields = FieldsFile.open(file);
      fields.verifyChecksum();
      return Optional.of(fields);
    } catch (IOException | FieldsFileException e) {
      LOG.warnf("weather is passed over: %s", e.getMessage());
      return Optional.empty();
    }
  }
}
