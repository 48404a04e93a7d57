package org.skywatt.models.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.file.DurableRename;

/**
 * Which bundle forecasts a technology since when: a log that only grows, so that a forecast as of a
 * past time is made by the bundle that was chosen then. A promotion is taken back by a rollback;
 * where nothing is left, the newest bundle forecasts. Several processes may write.
 */
public final class Promotions {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;

  /**
   * One entry.
   *
   * @param at since when, ISO-8601 in UTC
   * @param id of the bundle promoted; null for a rollback, which takes the last promotion back
   * @param why as people read it
   */
  public record Promotion(String technology, String at, String id, String why) {}

  /**
   * @param folder of the bundles
   */
  public Promotions(Path folder) {
    this.file = folder.resolve("promotions.json");
  }

  /**
   * All entries, oldest first.
   *
   * @throws IOException if the log is damaged
   */
  public List<Promotion> list() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<Promotion> all = JSON.readValue(file.toFile(), new TypeReference<List<Promotion>>() {});
      for (int i = 0; i < all.size(); i++) {
        check(all.get(i), i + 1);
      }
      return all;
    } catch (JsonProcessingException e) {
      throw new IOException(file + " is damaged: " + e.getOriginalMessage(), e);
    }
  }

  private void check(Promotion entry, int number) throws IOException {
    try {
      if (entry == null || entry.technology() == null || entry.at() == null) {
        throw new IOException(file + " is damaged: entry " + number + " lacks a field");
      }
      Instant unused = Instant.parse(entry.at());
    } catch (DateTimeParseException e) {
      throw new IOException(file + " is damaged: entry " + number + ": " + e.getMessage(), e);
    }
  }

  /**
   * Id of the bundle that was promoted for {@code technology} and not taken back, at {@code time}.
   */
  public Optional<String> find(String technology, Instant time) throws IOException {
    Deque<String> promoted = new ArrayDeque<>();
    for (Promotion each : list()) {
      if (each.technology().equals(technology) && !Instant.parse(each.at()).isAfter(time)) {
        if (each.id() != null) {
          promoted.push(each.id());
        } else {
          promoted.poll();
        }
      }
    }
    return Optional.ofNullable(promoted.peek());
  }

  /**
   * Adds an entry.
   *
   * @throws IllegalArgumentException if it is before the last one of its technology
   */
  public void add(Promotion promotion) throws IOException {
    Files.createDirectories(file.getParent());
    Path lock = file.resolveSibling(".promotions.lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock unusedLock = channel.lock(); // let go when the channel closes
      List<Promotion> all = new ArrayList<>(list());
      for (Promotion each : all) {
        if (each.technology().equals(promotion.technology())
            && Instant.parse(each.at()).isAfter(Instant.parse(promotion.at()))) {
          throw new IllegalArgumentException(
              "the entry of " + each.at() + " is newer than " + promotion.at());
        }
      }
      all.add(promotion);
      Path next = file.resolveSibling(".promotions.json");
      BundleStore.write(next, JSON.writeValueAsBytes(all));
      DurableRename.move(next, file);
    }
  }
}
