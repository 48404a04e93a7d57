package org.skywatt.ingest.source.eumetsat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.ingest.fetch.Addresses;
import org.skywatt.ingest.source.Remote;
import org.skywatt.ingest.source.RunTime;

/**
 * Searches the Data Store (OpenSearch, version 1.0.0) and tells the entries of its products
 * (browse, version 1.0.0), by the addresses that EUMETSAT's own client uses. What it answers is not
 * trusted.
 */
final class DataStore {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MOST_BYTES = 32 << 20;
  private static final int A_PAGE = 100;
  private static final int MOST_PRODUCTS = 1000;

  /** A product: one image of all channels. */
  record Product(String id, Instant start) {}

  private final Remote remote;
  private final String collection;

  DataStore(Remote remote, String collection) {
    this.remote = remote;
    this.collection = collection;
  }

  /** The products whose sensing starts in {@code [from, to)}, in order. */
  List<Product> products(Instant from, Instant to) throws IOException {
    List<Product> products = new ArrayList<>();
    int seen = 0;
    int all = 1;
    while (seen < all) {
      URI address =
          remote.resolve(
              "data/search-products/1.0.0/os?format=json&pi="
                  + encode(collection)
                  + "&dtstart="
                  + encode(RunTime.format("yyyy-MM-dd'T'HH:mm:ss'Z'", from))
                  + "&dtend="
                  + encode(RunTime.format("yyyy-MM-dd'T'HH:mm:ss'Z'", to))
                  + "&si="
                  + seen
                  + "&c="
                  + A_PAGE);
      JsonNode page = read(address);
      JsonNode features = page.path("features");
      all = page.path("totalResults").asInt(-1);
      if (all < 0 || all > MOST_PRODUCTS || !features.isArray()) {
        throw broken(address, "is no answer to a search");
      }
      for (JsonNode each : features) {
        Product product = product(each, address);
        if (!product.start().isBefore(from) && product.start().isBefore(to)) {
          products.add(product);
        }
      }
      if (features.isEmpty()) {
        break;
      }
      seen += features.size();
    }
    products.sort(java.util.Comparator.comparing(Product::start));
    return products;
  }

  private static Product product(JsonNode feature, URI address) throws IOException {
    String id = feature.path("id").asText("");
    String date = feature.path("properties").path("date").asText("");
    try {
      return new Product(id, Instant.parse(date.split("/", 2)[0]));
    } catch (DateTimeException e) {
      throw broken(address, "tells of product '" + id + "' without a date of sensing");
    }
  }

  /** Names of a product's entries. */
  List<String> entries(Product product) throws IOException {
    URI address = remote.resolve("data/browse/1.0.0/" + path(product) + "?format=json");
    JsonNode entries = read(address).path("properties").path("links").path("sip-entries");
    if (!entries.isArray()) {
      throw broken(address, "tells no entries of the product");
    }
    List<String> names = new ArrayList<>();
    for (JsonNode each : entries) {
      names.add(each.path("title").asText(""));
    }
    return names;
  }

  /** Where an entry is fetched, in the provider's folder. */
  String entryPath(Product product, String entry) {
    return "data/download/1.0.0/" + path(product) + "/entry?name=" + encode(entry);
  }

  private String path(Product product) {
    return "collections/" + encode(collection) + "/products/" + encode(product.id());
  }

  private JsonNode read(URI address) throws IOException {
    byte[] bytes = remote.http().read(address, MOST_BYTES).bytes();
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw broken(address, "is no JSON");
    }
  }

  private static IOException broken(URI address, String why) {
    return new IOException(Addresses.show(address) + ": " + why);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
