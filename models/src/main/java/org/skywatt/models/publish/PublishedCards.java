package org.skywatt.models.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cards of the models whose runs are published, {@code models/ID.json} beside the runs, for readers
 * that never see a bundle. A card appears when it is whole.
 */
public final class PublishedCards {
  /** As {@link org.skywatt.models.bundle.BundleStore#id} makes them. */
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,100}");

  private static final String ENDING = ".json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  /**
   * @param published the folder of all that is published
   */
  public PublishedCards(Path published) {
    this.folder = published.resolve("models");
  }

  /** Publishes a card, in place of one of the same id. */
  public void put(String id, byte[] card) throws IOException {
    if (!ID.matcher(id).matches()) {
      throw new IOException("model id '" + id + "' is no name of a file");
    }
    PublishedFile.put(folder.resolve(id + ENDING), card);
  }

  /** All cards, sorted by id; one that is damaged is left out. */
  public List<JsonNode> list() throws IOException {
    List<JsonNode> cards = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return cards;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        String name = entry.getFileName().toString();
        if (name.endsWith(ENDING)) {
          find(name.substring(0, name.length() - ENDING.length())).ifPresent(cards::add);
        }
      }
    }
    return cards;
  }

  /** The card of a model; empty where there is none, or it is damaged. */
  public Optional<JsonNode> find(String id) throws IOException {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    try {
      JsonNode card = JSON.readTree(Files.readAllBytes(folder.resolve(id + ENDING)));
      return card.isObject() ? Optional.of(card) : Optional.empty();
    } catch (NoSuchFileException | JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
