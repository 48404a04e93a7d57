package org.skywatt.features.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.skywatt.features.schema.Feature.Group;

/**
 * Keeps docs/features.md what the schemas say. Run with {@code -Dskywatt.write=true} to write it
 * anew.
 */
class FeaturesPageTest {
  private static final String START =
      "<!-- From here on the page is written by FeaturesPageTest -->\n";
  private static final List<FeatureSchema> SCHEMAS =
      List.of(Schemas.SOLAR, Schemas.WIND, Schemas.GEFCOM2014_SOLAR, Schemas.GEFCOM2014_WIND);

  @Test
  void thePageIsWhatTheSchemasSay() throws IOException {
    StringBuilder tables = new StringBuilder(START);
    SCHEMAS.forEach(schema -> write(schema, tables));
    Path page = Path.of("..", "docs", "features.md");
    String text = Files.readString(page);
    String before = text.substring(0, text.indexOf(START));
    if (Boolean.getBoolean("skywatt.write")) {
      Files.writeString(page, before + tables);
    }
    assertThat(Files.readString(page))
        .as("docs/features.md is stale: see the class comment")
        .isEqualTo(before + tables);
  }

  @Test
  void everyFeatureSaysWhyItIsThere() {
    for (FeatureSchema schema : SCHEMAS) {
      for (Feature feature : schema.features()) {
        assertThat(feature.why()).as(schema.name() + ": " + feature.name()).isNotBlank();
      }
    }
  }

  private static void write(FeatureSchema schema, StringBuilder page) {
    page.append(
        String.format(
            Locale.ROOT,
            "%n## %s, version %d%n%n%d features; hash `%s`.%n",
            schema.name(),
            schema.version(),
            schema.size(),
            schema.hash()));
    for (Group group : Group.values()) {
      List<Feature> members =
          schema.features().stream().filter(each -> each.group() == group).toList();
      if (!members.isEmpty()) {
        page.append("\n### ").append(schema.name()).append(": ").append(group.text());
        page.append("\n\n| feature | unit | from | why |\n|---|---|---|---|\n");
        members.forEach(each -> page.append(line(each)));
      }
    }
  }

  private static String line(Feature feature) {
    String from =
        String.join(", ", new TreeSet<>(feature.sources().stream().map(Enum::name).toList()));
    return "| `"
        + feature.name()
        + "` | "
        + feature.unit()
        + " | "
        + from.toLowerCase(Locale.ROOT)
        + " | "
        + feature.why()
        + " |\n";
  }
}
