package org.skywatt.serving.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.core.site.Site;

/**
 * What the published file {@code sites.json} says.
 *
 * @param sites the good entries by id
 * @param refused a line for each entry that is not a site: which, which field, why
 */
record SiteRegistry(Map<String, Site> sites, List<String> refused) {

  /**
   * Reads a JSON array of sites; an entry that is not one is refused and the others are kept.
   *
   * @throws IOException if the file cannot be read or is not a JSON array
   */
  static SiteRegistry read(Path file, ObjectMapper mapper) throws IOException {
    JsonNode root;
    try {
      root = mapper.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new IOException(file + ": not JSON: " + e.getOriginalMessage(), e);
    }
    if (!root.isArray()) {
      throw new IOException(file + ": must hold a JSON array of sites");
    }
    Map<String, Site> sites = new LinkedHashMap<>();
    List<String> refused = new ArrayList<>();
    for (int i = 0; i < root.size(); i++) {
      try {
        Site site = mapper.treeToValue(root.get(i), SiteJson.class).toSite();
        if (sites.putIfAbsent(site.id().value(), site) != null) {
          throw new IllegalArgumentException("site " + site.id() + " is listed twice");
        }
      } catch (JsonProcessingException e) {
        refused.add(file + ", entry " + i + ": " + e.getOriginalMessage());
      } catch (IllegalArgumentException e) {
        refused.add(file + ", entry " + i + ": " + e.getMessage());
      }
    }
    return new SiteRegistry(sites, refused);
  }
}
