package org.skywatt.cli.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code initdb} and {@code pg_ctl} as the right user. */
record PostgresPrograms(PostgresFolder folder, ServerUser user) {
  private static final int START_SECONDS = 60;

  /** How a program ended: its exit code and the lines it wrote. */
  record Outcome(int exitCode, List<String> lines) {
    boolean succeeded() {
      return exitCode == 0;
    }

    /** The line that tells why, for a person. */
    String reason() {
      return lines.stream()
          .filter(line -> line.contains("FATAL") || line.contains("error"))
          .findFirst()
          .or(() -> lines.stream().filter(line -> !line.isBlank()).findFirst())
          .orElse("exit code " + exitCode)
          .strip();
    }
  }

  /** Makes the data folder: beside it and renamed, so that a kill leaves nothing half-made. */
  void initialise() throws IOException, InterruptedException {
    folder.writeNewPassword();
    Path partial = folder.root().resolve("data.partial");
    PostgresBinaries.deleteTree(partial);
    user.own(folder.root());
    Outcome outcome =
        run(
            "initdb",
            "-D",
            partial.toString(),
            "-U",
            LocalPostgres.USER,
            "-A",
            "scram-sha-256",
            "--pwfile=" + folder.passwordFile(),
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions",
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "password_encryption=scram-sha-256",
            "-c",
            "timezone=UTC",
            "-c",
            "log_timezone=UTC");
    if (!outcome.succeeded()) {
      throw new LocalPostgresException(
          "PostgreSQL could not make its data folder "
              + folder.data()
              + " ("
              + outcome.reason()
              + "): mend that, or set SKYWATT_DATABASE_URL");
    }
    Files.move(partial, folder.data(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Starts the server, which outlives this process, and waits until it answers. */
  Outcome start(int port) throws IOException, InterruptedException {
    Files.deleteIfExists(folder.log());
    Outcome outcome =
        run(
            "pg_ctl",
            "-D",
            folder.data().toString(),
            "-l",
            folder.log().toString(),
            "-o",
            "-p " + port,
            "-t",
            Integer.toString(START_SECONDS),
            "-w",
            "start");
    if (outcome.succeeded() || !Files.exists(folder.log())) {
      return outcome;
    }
    return new Outcome(outcome.exitCode(), Files.readAllLines(folder.log()));
  }

  /** Ends the server's connections and stops it; true if it stopped. */
  boolean stop() throws IOException, InterruptedException {
    return run("pg_ctl", "-D", folder.data().toString(), "-m", "fast", "-w", "stop").succeeded();
  }

  private Outcome run(String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(user.prefix());
    command.add(folder.binaries().resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    // A file, not a pipe: the server inherits it and would hold a pipe open for ever.
    Path output = Files.createTempFile("skywatt-" + program, ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.root().toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().put("LC_ALL", "C");
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(2L * START_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Outcome(-1, List.of(program + " did not end in " + 2 * START_SECONDS + " s"));
      }
      return new Outcome(process.exitValue(), Files.readAllLines(output));
    } finally {
      Files.delete(output);
    }
  }
}
