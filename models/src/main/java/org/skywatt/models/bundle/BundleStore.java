package org.skywatt.models.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.skywatt.core.file.DurableRename;
import org.skywatt.core.run.RunHeader;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.calibrate.Calibration;
import org.skywatt.models.calibrate.LevelMap;
import org.skywatt.models.train.ModelSize;

/** A folder of bundles. A bundle appears under its name when it is whole. */
public final class BundleStore {
  private static final String MODEL = "model.ubj";
  private static final String SCHEMA = "schema.json";
  private static final String CALIBRATION = "calibration.json";
  private static final String CARD = "card.json";
  private static final String UNFINISHED = ".unfinished-";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;

  public BundleStore(Path folder) {
    this.folder = folder;
  }

  /** The id of the bundle of {@code technology} fitted to what was known at {@code fitUntil}. */
  public static String id(String technology, Instant fitUntil) {
    return technology + "-" + RunHeader.stamp(fitUntil).toLowerCase(Locale.ROOT);
  }

  /** The same of a size; the full one's has no ending. */
  public static String id(String technology, Instant fitUntil, ModelSize size) {
    return id(technology, fitUntil) + (size == ModelSize.FULL ? "" : "-" + size.text());
  }

  /**
   * Writes {@code bundle}, replacing one of the same id, and returns its folder.
   *
   * @throws IOException if one of the same id was promoted
   */
  public Path save(ModelBundle bundle) throws IOException {
    Files.createDirectories(folder);
    clearUnfinished();
    Path unfinished = Files.createTempDirectory(folder, UNFINISHED);
    write(unfinished.resolve(MODEL), bundle.model());
    write(
        unfinished.resolve(SCHEMA),
        JSON.writeValueAsBytes(SchemaFile.of(bundle.schema(), bundle.levels())));
    Map<String, double[]> maps = new TreeMap<>();
    bundle.calibration().maps().forEach((cell, map) -> maps.put(cell, map.levels()));
    write(unfinished.resolve(CALIBRATION), JSON.writeValueAsBytes(maps));
    write(unfinished.resolve(CARD), JSON.writeValueAsBytes(bundle.card()));
    Path target = folder.resolve(bundle.card().id());
    if (promotions().list().stream().anyMatch(each -> bundle.card().id().equals(each.id()))) {
      throw new IOException(bundle.card().id() + " was promoted: it is not replaced");
    }
    if (Files.exists(target)) {
      Path old = Files.createTempDirectory(folder, UNFINISHED).resolve("old");
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    DurableRename.move(unfinished, target);
    clearUnfinished();
    return target;
  }

  /** The card of a bundle as it lies in the folder. */
  public byte[] cardBytes(String id) throws IOException {
    return Files.readAllBytes(folder.resolve(id).resolve(CARD));
  }

  /** Cards of all bundles, by id. */
  public List<Card> list() throws IOException {
    List<Card> cards = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        for (Path entry : entries.sorted().toList()) {
          boolean whole = !entry.getFileName().toString().startsWith(UNFINISHED);
          if (whole && Files.isRegularFile(entry.resolve(CARD))) {
            cards.add(read(entry.resolve(CARD), Card.class));
          }
        }
      }
    }
    return cards;
  }

  /**
   * The bundle that forecasts {@code technology} at {@code issueTime}: the one promoted by then,
   * else the newest that was fitted by then and chosen among its sizes, if any.
   *
   * @throws IOException if the promoted one is not there, or a file is damaged
   */
  public Optional<ModelBundle> find(String technology, Instant issueTime) throws IOException {
    Optional<String> promoted = promotions().find(technology, issueTime);
    Optional<Card> chosen =
        promoted.isPresent()
            ? Optional.of(promoted(technology, promoted.get()))
            : newest(technology, issueTime);
    return chosen.isEmpty() ? Optional.empty() : Optional.of(load(chosen.get()));
  }

  /**
   * The bundle of {@link #find}, if any, and after it the newest others that were fitted by then,
   * chosen among their sizes, and trained with the features that this code has.
   *
   * @param most bundles
   */
  public List<ModelBundle> listGenerations(String technology, Instant issueTime, int most)
      throws IOException {
    List<ModelBundle> generations = new ArrayList<>();
    find(technology, issueTime).ifPresent(generations::add);
    for (Card card : fitted(technology, issueTime)) {
      if (!generations.isEmpty()
          && generations.size() < most
          && !card.id().equals(generations.get(0).card().id())
          && hasOurFeatures(card)) {
        generations.add(load(card));
      }
    }
    return generations;
  }

  private boolean hasOurFeatures(Card card) throws IOException {
    SchemaFile file = read(folder.resolve(card.id()).resolve(SCHEMA), SchemaFile.class);
    return Schemas.get(file.name()).hash().equals(file.hash());
  }

  /** Id of the bundle of {@link #find}; of a promoted one also if it is gone. */
  public Optional<String> findId(String technology, Instant issueTime) throws IOException {
    Optional<String> promoted = promotions().find(technology, issueTime);
    return promoted.isPresent() ? promoted : newest(technology, issueTime).map(Card::id);
  }

  private Optional<Card> newest(String technology, Instant issueTime) throws IOException {
    return fitted(technology, issueTime).stream().findFirst();
  }

  /** Those that were chosen among their sizes, the newest first; of one time the last by id. */
  private List<Card> fitted(String technology, Instant issueTime) throws IOException {
    return list().stream()
        .filter(card -> card.technology().equals(technology) && card.isChosen())
        .filter(card -> !Instant.parse(card.fitUntil()).isAfter(issueTime))
        .sorted(
            Comparator.comparing((Card card) -> Instant.parse(card.fitUntil()))
                .thenComparing(Card::id)
                .reversed())
        .toList();
  }

  private Card promoted(String technology, String id) throws IOException {
    try {
      return getCard(id);
    } catch (IOException e) {
      throw new IOException(
          "the promoted model "
              + id
              + " is not there or damaged: skywatt models rollback "
              + technology
              + ", or promote another with --force",
          e);
    }
  }

  /** The choices of bundles. */
  public Promotions promotions() {
    return new Promotions(folder);
  }

  /**
   * @throws IOException if there is no such bundle
   */
  public Card getCard(String id) throws IOException {
    return list().stream()
        .filter(card -> card.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IOException("there is no model '" + id + "': skywatt models list"));
  }

  /**
   * @throws IOException if there is no such bundle, or this code cannot use it
   */
  public ModelBundle get(String id) throws IOException {
    return load(getCard(id));
  }

  private ModelBundle load(Card card) throws IOException {
    Path bundle = folder.resolve(card.id());
    SchemaFile schemaFile = read(bundle.resolve(SCHEMA), SchemaFile.class);
    FeatureSchema schema = Schemas.get(schemaFile.name());
    if (!schema.hash().equals(schemaFile.hash())) {
      throw new IOException(
          "bundle "
              + card.id()
              + " was trained with other features (schema "
              + schemaFile.name()
              + " version "
              + schemaFile.version()
              + ", hash "
              + schemaFile.hash()
              + "; this code has version "
              + schema.version()
              + ", hash "
              + schema.hash()
              + "): train again with skywatt train, and promote the new one if this one was promoted");
    }
    Map<String, LevelMap> maps = new TreeMap<>();
    Path calibration = bundle.resolve(CALIBRATION);
    try {
      JSON.readValue(calibration.toFile(), new TypeReference<Map<String, double[]>>() {})
          .forEach((cell, levels) -> maps.put(cell, new LevelMap(levels)));
    } catch (JsonProcessingException e) {
      throw new IOException(calibration + " is damaged: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IOException(calibration + " is damaged: " + e.getMessage(), e);
    }
    return new ModelBundle(
        card,
        schema,
        schemaFile.levels(),
        Files.readAllBytes(bundle.resolve(MODEL)),
        new Calibration(maps));
  }

  private static <T> T read(Path file, Class<T> type) throws IOException {
    try {
      return JSON.readValue(file.toFile(), type);
    } catch (JsonProcessingException e) {
      throw new IOException(file + " is damaged: " + e.getOriginalMessage(), e);
    }
  }

  /** Writes a file whose content is on disk when this returns. */
  static void write(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Removes what a writer that was killed left behind. */
  private void clearUnfinished() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        if (entry.getFileName().toString().startsWith(UNFINISHED)) {
          try (Stream<Path> tree = Files.walk(entry)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
              Files.delete(path);
            }
          }
        }
      }
    }
  }
}
