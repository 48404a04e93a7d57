package org.skywatt.cli.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs run, for they refuse root. A normal user runs them directly. For
 * root there are two ways:
 *
 * <ul>
 *   <li>{@code unshare -U}: in a user namespace without mappings the process sees itself as {@code
 *       nobody} while the kernel still takes it for the owner of root's files. The folder may lie
 *       anywhere. Containers often forbid it.
 *   <li>{@code setpriv}: as {@code nobody} (65534), to whom the folder is given; every folder above
 *       it must let others pass.
 * </ul>
 *
 * @param prefix words before each command
 * @param giveFolderTo user and group id that must own the folder; −1 for nobody in particular
 */
record ServerUser(List<String> prefix, int giveFolderTo) {
  private static final int ROOT = 0;
  private static final int NOBODY = 65534;

  /** The way for this process and a {@code folder} that exists. */
  static ServerUser choose(Path folder) throws IOException, InterruptedException {
    if (ownerOf(Path.of("/proc/self")) != ROOT) {
      return new ServerUser(List.of(), -1);
    }
    int owner = ownerOf(folder);
    if (owner == ROOT) {
      List<String> namespace = List.of("unshare", "-U");
      if (works(namespace)) {
        return new ServerUser(namespace, -1);
      }
      owner = NOBODY;
    }
    List<String> identity =
        List.of("setpriv", "--reuid=" + owner, "--regid=" + owner, "--clear-groups");
    if (works(identity)) {
      return new ServerUser(identity, owner);
    }
    throw new LocalPostgresException(
        "PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' (util-linux) works"
            + " here: run as another user, or set SKYWATT_DATABASE_URL");
  }

  /** Gives the folder and all in it to the server's user, where that is someone else. */
  void own(Path folder) throws IOException {
    if (giveFolderTo < 0) {
      return;
    }
    List<Path> all;
    try (Stream<Path> paths = Files.walk(folder)) {
      all = paths.filter(path -> !Files.isSymbolicLink(path)).toList();
    }
    for (Path path : all) {
      Files.setAttribute(path, "unix:uid", giveFolderTo);
      Files.setAttribute(path, "unix:gid", giveFolderTo);
    }
  }

  private static int ownerOf(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid");
  }

  private static boolean works(List<String> prefix) throws InterruptedException {
    List<String> command = Stream.concat(prefix.stream(), Stream.of("true")).toList();
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
