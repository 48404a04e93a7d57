package org.skywatt.ingest.source.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.skywatt.ingest.fetch.PartialFile;

/**
 * What was fetched of a run, beside its files: {@code manifest.json}. Written anew, all or nothing,
 * after each file, so a killed fetch goes on where it ended. Safe for threads.
 */
final class Manifest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * One file.
   *
   * @param bytes of the file here
   * @param wholeBytes of the object there; −1 if unknown
   * @param etag of the object; empty if it has none
   * @param published when it could first be read, ISO-8601: as the server says, else when it was
   *     first seen
   */
  record Entry(
      String name,
      String address,
      long bytes,
      long wholeBytes,
      String etag,
      String published,
      int messages) {}

  private record Content(String source, String run, List<Entry> files) {}

  private final Path folder;
  private final String source;
  private final String run;
  private final Map<String, Entry> entries = new TreeMap<>();

  private Manifest(Path folder, String source, String run) {
    this.folder = folder;
    this.source = source;
    this.run = run;
  }

  /** That of {@code folder}; a new one where there is none, or it is of something else. */
  static Manifest open(Path folder, String source, String run) throws IOException {
    Manifest manifest = new Manifest(folder, source, run);
    Path file = folder.resolve("manifest.json");
    if (Files.exists(file)) {
      try {
        Content content = JSON.readValue(Files.readAllBytes(file), Content.class);
        if (content.source().equals(source) && content.run().equals(run)) {
          content.files().forEach(entry -> manifest.entries.put(entry.name(), entry));
        }
      } catch (JsonProcessingException | NullPointerException e) {
        throw new IOException(
            file + ": is no manifest of a fetch; delete it, and the run is fetched anew", e);
      }
    }
    return manifest;
  }

  /** The entry of a file that is still here as it was fetched. */
  synchronized Optional<Entry> find(String name) throws IOException {
    Entry entry = entries.get(name);
    Path file = folder.resolve(name);
    boolean there = entry != null && Files.exists(file) && Files.size(file) == entry.bytes();
    return there ? Optional.of(entry) : Optional.empty();
  }

  synchronized void add(Entry entry) throws IOException {
    entries.put(entry.name(), entry);
    List<Entry> files = new ArrayList<>(entries.values());
    files.sort(Comparator.comparing(Entry::name));
    try (PartialFile file = PartialFile.create(folder.resolve("manifest.json"))) {
      file.out().write(JSON.writeValueAsBytes(new Content(source, run, files)));
      file.commit();
    }
  }
}
