package org.skywatt.cli.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The modules as they lie in the checkout: their sources, and what was compiled from them. */
final class Modules {
  static final List<String> NAMES =
      List.of("core", "ingest", "features", "models", "green", "client", "serving", "cli");

  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();

  private Modules() {}

  /** Main classes of every module. */
  static JavaClasses mainClasses() {
    return classes(ROOT);
  }

  /**
   * Main classes of every module under {@code root}.
   *
   * @throws IllegalStateException if a module was not compiled
   */
  static JavaClasses classes(Path root) {
    List<Path> folders = new ArrayList<>();
    for (String module : NAMES) {
      Path folder = root.resolve(module).resolve("target/classes");
      if (!Files.isDirectory(folder.resolve("org/skywatt"))) {
        throw new IllegalStateException(
            folder
                + " holds no classes of Skywatt, and the rules look at all modules: build them"
                + " first (mvn verify, or mvn -pl serving,cli -am test)");
      }
      folders.add(folder);
    }
    return new ClassFileImporter().importPaths(folders);
  }

  /** Main source files of every module. */
  static List<Path> mainSources() {
    List<Path> sources = new ArrayList<>();
    for (String module : NAMES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sources;
  }
}
