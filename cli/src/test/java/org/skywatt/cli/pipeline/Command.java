package org.skywatt.cli.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.skywatt.cli.main.Main;

/** The {@code skywatt} command: within this process, or in one of its own that can be killed. */
final class Command {
  /** The checkout, where the service is built. */
  static final Path HOME =
      Path.of(
          System.getProperty("skywatt.home", Path.of("").toAbsolutePath().getParent().toString()));

  private Command() {}

  record Outcome(int exitCode, String out, String err) {
    /** The one line that says what went wrong. */
    String line() {
      List<String> lines = err.lines().toList();
      if (lines.size() != 1) {
        throw new AssertionError("not one line but " + lines.size() + ":\n" + err);
      }
      return lines.get(0);
    }
  }

  /** Runs it here, keeping what it says. */
  static synchronized Outcome run(Object... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true, UTF_8));
      System.setErr(new PrintStream(complained, true, UTF_8));
      int code = Main.run(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
      return new Outcome(code, said.toString(UTF_8), complained.toString(UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** As {@link #run}; a failure of the command is a failure of the test. */
  static Outcome succeed(Object... arguments) {
    Outcome outcome = run(arguments);
    if (outcome.exitCode != 0) {
      throw new AssertionError(List.of(arguments) + " gave " + outcome);
    }
    return outcome;
  }

  /**
   * Starts it in a process of its own, with the flags of the launcher (LauncherTest compares them
   * with those of the tests); what it says goes to {@code log}.
   */
  static Process start(Path log, Object... arguments) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.matches("--add-opens=.*|-Djdk\\.reflect.*|-Dio\\.netty.*"))
        .forEach(words::add);
    words.add("-Dskywatt.home=" + HOME);
    words.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m", "-Xmx3g", "-cp"));
    words.add(System.getProperty("java.class.path"));
    words.add(Main.class.getName());
    Stream.of(arguments).map(Object::toString).forEach(words::add);
    File file = log.toFile();
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(file))
        .start();
  }
}
