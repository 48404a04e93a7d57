package org.skywatt.cli.doctor;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.skywatt.cli.postgres.PostgresBinaries;

/** Checks of the network and of programs and libraries. */
final class ProgramChecks {
  private ProgramChecks() {}

  static Check loopback() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      return Check.ok("loopback", "localhost is " + socket.getInetAddress().getHostAddress());
    } catch (IOException e) {
      return Check.fail(
          "loopback",
          "localhost does not resolve or bind (" + e.getMessage() + ")",
          "add the line '127.0.0.1 localhost' to /etc/hosts");
    }
  }

  static Check port(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return Check.ok("port " + port, "free (" + socket.getInetAddress().getHostAddress() + ")");
    } catch (IOException taken) {
      return Check.warn(
          "port " + port,
          "taken by another program",
          "stop it, or serve on another port with --port");
    }
  }

  /**
   * Whether a PostgreSQL server can be had: a URL given, or binaries and a user that may run them.
   *
   * @param root whether this process is root, whom PostgreSQL refuses
   * @param searchPath the value of PATH
   */
  static Check database(Optional<String> url, boolean root, String searchPath) {
    if (url.isPresent()) {
      return Check.ok("database", "SKYWATT_DATABASE_URL is set");
    }
    if (PostgresBinaries.findArchive().isEmpty()) {
      return Check.fail(
          "database",
          "no PostgreSQL binaries for "
              + System.getProperty("os.name")
              + " on "
              + System.getProperty("os.arch"),
          "set SKYWATT_DATABASE_URL to a PostgreSQL 17 server");
    }
    if (root
        && findProgram(searchPath, "unshare")
            .or(() -> findProgram(searchPath, "setpriv"))
            .isEmpty()) {
      return Check.fail(
          "database",
          "PostgreSQL does not run as root and there is no unshare or setpriv",
          "install util-linux, run as another user, or set SKYWATT_DATABASE_URL");
    }
    return Check.ok("database", "PostgreSQL 17 is unpacked and started in the data folder");
  }

  /** Whether XGBoost's native library loads; {@code use} makes it load. */
  static Check xgboost(Callable<?> use) {
    try {
      use.call();
      return Check.ok("xgboost", "the native library loads");
    } catch (Exception | LinkageError e) {
      return Check.fail(
          "xgboost",
          "the native library does not load (" + firstLine(e) + ")",
          "install libgomp1 (OpenMP) on a Linux with glibc, x86-64 or arm64");
    }
  }

  private static String firstLine(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
  }

  static Check chromium(String searchPath) {
    return findProgram(searchPath, "chromium", "chromium-browser", "google-chrome")
        .map(path -> Check.ok("chromium", path.toString()))
        .orElseGet(
            () ->
                Check.warn(
                    "chromium",
                    "none on the PATH: tests of the page are skipped",
                    "install chromium to run them"));
  }

  static Check ecCodes(String searchPath) {
    return findProgram(searchPath, "grib_ls")
        .map(path -> Check.ok("eccodes", path.toString()))
        .orElseGet(
            () ->
                Check.warn(
                    "eccodes",
                    "none on the PATH: GRIB files are not compared with it in tests",
                    "install libeccodes-tools to compare them"));
  }

  static Optional<Path> findProgram(String searchPath, String... names) {
    List<String> folders = Arrays.asList(searchPath.split(File.pathSeparator));
    return Arrays.stream(names)
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
