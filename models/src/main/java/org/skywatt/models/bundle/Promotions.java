package org.skywatt.models.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which bundle forecasts a technology since when: a log that only grows, so that a forecast as of a
 * past time is made by the bundle that was chosen then. Where it says nothing, the newest bundle
 * forecasts.
 */
public final class Promotions {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;

  /**
   * One choice.
   *
   * @param at since when, ISO-8601 in UTC
   * @param id of the bundle; null where the newest is to forecast again
   * @param why as people read it
   */
  public record Promotion(String technology, String at, String id, String why) {}

  /**
   * @param folder of the bundles
   */
  public Promotions(Path folder) {
    this.file = folder.resolve("promotions.json");
  }

  /** All choices, oldest first. */
  public List<Promotion> list() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return JSON.readValue(file.toFile(), new TypeReference<List<Promotion>>() {});
    } catch (JsonProcessingException e) {
      throw new IOException(file + " is damaged: " + e.getOriginalMessage(), e);
    }
  }

  /** The last choice for {@code technology} at or before {@code time}, if any. */
  public Optional<Promotion> find(String technology, Instant time) throws IOException {
    Promotion last = null;
    for (Promotion each : list()) {
      if (each.technology().equals(technology) && !Instant.parse(each.at()).isAfter(time)) {
        last = each;
      }
    }
    return Optional.ofNullable(last);
  }

  /**
   * Adds a choice.
   *
   * @throws IllegalArgumentException if it is before the last one of its technology
   */
  public void add(Promotion promotion) throws IOException {
    List<Promotion> all = new ArrayList<>(list());
    for (Promotion each : all) {
      if (each.technology().equals(promotion.technology())
          && Instant.parse(each.at()).isAfter(Instant.parse(promotion.at()))) {
        throw new IllegalArgumentException(
            "a choice of " + each.at() + " is newer than " + promotion.at());
      }
    }
    all.add(promotion);
    Path next = Files.createTempFile(file.getParent(), ".promotions-", ".json");
    Files.write(next, JSON.writeValueAsBytes(all));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
