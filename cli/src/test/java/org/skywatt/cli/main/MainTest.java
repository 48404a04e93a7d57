package org.skywatt.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command says of itself. */
class MainTest {
  /** Exit code and everything that was printed. */
  private record Outcome(int code, String text) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "doctor",
        "inspect",
        "satellite",
        "check",
        "ingest",
        "train",
        "forecast",
        "backtest",
        "export",
        "serve",
        "models",
        "green"
      })
  void everyCommandHelpsWithAnExample(String command) {
    Outcome help = run(command, "--help");
    assertThat(help.code()).isZero();
    assertThat(help.text()).contains("Usage: skywatt " + command, "--help");
  }

  @Test
  void noCommandIsWrongUsage() {
    assertThat(run().code()).isEqualTo(2);
    assertThat(run("bake").code()).isEqualTo(2);
  }

  @Test
  void saysWhatPublishesARun(@TempDir Path folder) {
    Outcome windows =
        run("green", "window", "--duration", "3h", "--deadline", "9h", "--dir", folder.toString());
    assertThat(windows.code()).isEqualTo(1);
    assertThat(windows.text()).contains("nothing is published", "skywatt forecast");
  }

  private static Outcome run(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
    try {
      int code = Main.run(arguments);
      return new Outcome(code, bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
