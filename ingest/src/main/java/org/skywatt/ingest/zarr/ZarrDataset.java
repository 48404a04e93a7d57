package org.skywatt.ingest.zarr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.skywatt.ingest.cf.Attributes;
import org.skywatt.ingest.cf.CfDataset;
import org.skywatt.ingest.cf.CfVariable;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.zarr.codec.UnknownCodecException;

/**
 * An open Zarr store of version 2 or 3, in a folder or a zip file. Consolidated metadata are used
 * where there are any, else the store is searched for arrays.
 */
public final class ZarrDataset implements CfDataset {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> MARKS =
      List.of(".zmetadata", ".zgroup", "zarr.json", ".zarray");

  private final Path path;
  private final ZarrStore store;
  private final Chunks chunks;
  private final List<CfVariable> variables = new ArrayList<>();
  private Attributes attributes = Attributes.NONE;

  /**
   * Opens a store.
   *
   * @throws UnreadableFileException where it is none, or its metadata are corrupt
   */
  public ZarrDataset(Path path) throws IOException {
    this.path = path;
    try {
      store = Files.isDirectory(path) ? new FolderStore(path) : new ZipStore(path);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException(path, "", "no Zarr store: " + e.getMessage(), e);
    }
    chunks = new Chunks(store);
    try {
      open();
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e instanceof UnreadableFileException known
          ? known
          : new UnreadableFileException(path, "metadata", "corrupt: " + e.getMessage(), e);
    }
  }

  /** Whether a folder looks like a store, or a file like a zip that may hold one. */
  public static boolean isZarr(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return MARKS.stream().anyMatch(mark -> Files.isRegularFile(path.resolve(mark)));
    }
    try (var in = Files.newInputStream(path)) {
      byte[] head = in.readNBytes(4);
      return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }
  }

  private void open() throws IOException {
    Optional<JsonNode> version3 = json("zarr.json");
    if (version3.isPresent()) {
      openVersion3(version3.get());
      return;
    }
    Optional<JsonNode> consolidated = json(".zmetadata");
    Map<String, JsonNode> documents = new TreeMap<>();
    if (consolidated.isPresent()) {
      consolidated
          .get()
          .path("metadata")
          .fields()
          .forEachRemaining(each -> documents.put(each.getKey(), each.getValue()));
    } else {
      for (String key : store.keysNamed(List.of(".zarray", ".zattrs"))) {
        documents.put(key, json(key).orElse(MissingNode.getInstance()));
      }
    }
    attributes =
        new Attributes(
            JsonAttributes.values(documents.getOrDefault(".zattrs", MissingNode.getInstance())));
    for (Map.Entry<String, JsonNode> each : documents.entrySet()) {
      String key = each.getKey();
      if (key.equals(".zarray") || key.endsWith("/.zarray")) {
        String name = key.equals(".zarray") ? "" : key.substring(0, key.length() - 8);
        JsonNode own =
            documents.getOrDefault(
                name.isEmpty() ? ".zattrs" : name + "/.zattrs", MissingNode.getInstance());
        add(name, () -> Metadata2.array(name, each.getValue(), own));
      }
    }
  }

  private void openVersion3(JsonNode root) throws IOException {
    attributes = new Attributes(JsonAttributes.values(root.path("attributes")));
    if (root.path("node_type").asText().equals("array")) {
      add("", () -> Metadata3.array("", root));
      return;
    }
    Map<String, JsonNode> nodes = new TreeMap<>();
    JsonNode consolidated = root.path("consolidated_metadata").path("metadata");
    if (consolidated.isObject()) {
      consolidated.fields().forEachRemaining(each -> nodes.put(each.getKey(), each.getValue()));
    } else {
      for (String key : store.keysNamed(List.of("zarr.json"))) {
        if (!key.equals("zarr.json")) {
          String name = key.substring(0, key.length() - "/zarr.json".length());
          nodes.put(name, json(key).orElse(MissingNode.getInstance()));
        }
      }
    }
    for (Map.Entry<String, JsonNode> each : nodes.entrySet()) {
      if (each.getValue().path("node_type").asText().equals("array")) {
        add(each.getKey(), () -> Metadata3.array(each.getKey(), each.getValue()));
      }
    }
  }

  /** Reads the metadata of one array. */
  private interface Parsing {
    ArrayMetadata parse() throws IOException;
  }

  /** Adds an array; one whose metadata are not read is refused when it is asked for. */
  private void add(String name, Parsing parsing) {
    String shown = name.isEmpty() ? "array" : name;
    try {
      variables.add(new ZarrVariable(shown, parsing.parse(), chunks));
    } catch (UnknownCodecException e) {
      variables.add(new RefusedVariable(shown, e.getMessage()));
    } catch (IOException | RuntimeException e) {
      variables.add(new RefusedVariable(shown, "corrupt metadata: " + e.getMessage()));
    }
  }

  private Optional<JsonNode> json(String key) throws IOException {
    Optional<byte[]> bytes = store.find(key, ZarrStore.LONGEST_DOCUMENT);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(MAPPER.readTree(bytes.get()));
    } catch (JsonProcessingException e) {
      throw new UnreadableFileException(
          path, key, "truncated or no JSON: " + e.getOriginalMessage(), e);
    }
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public List<CfVariable> variables() {
    return List.copyOf(variables);
  }

  @Override
  public Attributes attributes() {
    return attributes;
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
