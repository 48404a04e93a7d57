package org.skywatt.cli.postgres;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The files of a local server: {@code <folder>/postgres/…}. */
record PostgresFolder(Path root) {
  private static final int PASSWORD_BYTES = 24;

  /** The folder under {@code parent}, made if need be. */
  static PostgresFolder under(Path parent) {
    Path root = parent.toAbsolutePath().normalize().resolve("postgres");
    try {
      Files.createDirectories(root);
      // Fails at once, with the reason, where the folder cannot be written.
      Files.delete(Files.createTempFile(root, "writable", null));
      return new PostgresFolder(root.toRealPath());
    } catch (IOException e) {
      throw new LocalPostgresException(
          "cannot write to " + root + " (" + reason(e) + "): choose another folder with --dir", e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return e.getClass().getSimpleName();
  }

  Path data() {
    return root.resolve("data");
  }

  Path binaries() {
    return root.resolve("binaries-17");
  }

  Path log() {
    return root.resolve("server.log");
  }

  Path lock() {
    return root.resolve("lock");
  }

  Path passwordFile() {
    return root.resolve("password");
  }

  boolean isInitialised() {
    return Files.exists(data().resolve("PG_VERSION"));
  }

  String password() throws IOException {
    if (!Files.exists(passwordFile())) {
      throw new LocalPostgresException(
          passwordFile()
              + " is missing but the server's data is there: restore the file, or remove "
              + root
              + " to start empty");
    }
    return Files.readString(passwordFile()).strip();
  }

  /** Makes a random password that only the owner of the file may read. */
  void writeNewPassword() throws IOException {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    Files.deleteIfExists(passwordFile());
    Files.createFile(
        passwordFile(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** The port that the server had last; empty at first. */
  Optional<Integer> lastPort() throws IOException {
    Path file = root.resolve("port");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Integer.parseInt(Files.readString(file).strip()));
    } catch (NumberFormatException torn) {
      return Optional.empty();
    }
  }

  void rememberPort(int port) throws IOException {
    Path partial = root.resolve("port.partial");
    Files.writeString(partial, Integer.toString(port));
    Files.move(partial, root.resolve("port"), StandardCopyOption.ATOMIC_MOVE);
  }
}
