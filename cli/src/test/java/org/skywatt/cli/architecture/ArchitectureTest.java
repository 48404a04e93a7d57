package org.skywatt.cli.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Keeps the shape of the program. {@link RulesCanFailTest} shows that the rules bite. */
class ArchitectureTest {
  private static final JavaClasses MAIN = Modules.mainClasses();

  @TestFactory
  Stream<DynamicTest> rules() {
    return Arrays.stream(Rules.class.getDeclaredFields())
        .filter(field -> field.getType() == ArchRule.class)
        .filter(field -> !Modifier.isPrivate(field.getModifiers()))
        .map(
            field ->
                DynamicTest.dynamicTest(
                    field.getName().toLowerCase(Locale.ROOT).replace('_', ' '),
                    () -> rule(field).check(MAIN)));
  }

  private static ArchRule rule(Field field) throws IllegalAccessException {
    return (ArchRule) field.get(null);
  }

  @Test
  void everyModuleIsLookedAt() {
    for (String module : Modules.NAMES) {
      assertThat(MAIN)
          .as(module)
          .anyMatch(each -> each.getPackageName().startsWith("org.skywatt." + module + "."));
    }
  }

  @Test
  void everyPackageSaysWhatBelongsThere() {
    List<Path> silent =
        Modules.mainSources().stream()
            .map(Path::getParent)
            .distinct()
            .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
            .toList();
    assertThat(silent).as("packages without package-info.java").isEmpty();
  }

  /** Spark's rows have no types, so the column is looked for by its name. */
  @Test
  void theColumnOfAvailabilityIsReadOnlyForAsOf() throws IOException {
    List<String> readers = new ArrayList<>();
    for (Path source : Modules.mainSources()) {
      if (Files.readString(source, UTF_8).contains("\"available_at\"")) {
        readers.add(source.getFileName().toString());
      }
    }
    assertThat(readers)
        .containsExactlyInAnyOrder(
            "Table.java",
            "RowSamples.java",
            "SiteParts.java",
            // Those that write it: from a file, into the log, and on a row that takes another's
            // place.
            "GenerationCsvReader.java",
            "CapacityChangesCsvReader.java",
            "IngestJob.java",
            "Revisions.java",
            // Of posted readings: hands it on to the pipeline, and compares nothing.
            "ReadingTable.java");
  }

  @Test
  void aModuleThatWasNotBuiltIsNamed(@TempDir Path empty) {
    assertThatThrownBy(() -> Modules.classes(empty))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("core/target/classes")
        .hasMessageContaining("mvn verify");
  }
}
