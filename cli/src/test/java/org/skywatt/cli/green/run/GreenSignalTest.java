package org.skywatt.cli.green.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.cli.main.Main;

/** A real {@code skywatt green run}, ended by a signal as a scheduler does it. */
@Timeout(90)
class GreenSignalTest {
  // It says that it runs, saves its work when it is told to end, and ends with 7.
  private static final String SAVES =
      "trap 'echo saved >> \"$0\"; exit 7' TERM; echo runs >> \"$0\"; while :; do sleep 0.1; done";
  private static final String OBEYS = "echo runs >> \"$0\"; exec sleep 60";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"true,TERM,false,7", "true,TERM,true,7", "true,INT,false,7", "false,TERM,false,143"})
  void passesTheSignalAndTheExitCode(boolean saves, String signal, boolean suspended, int code)
      throws Exception {
    List<String> states = Collections.synchronizedList(new ArrayList<>());
    HttpServer server = server(states, suspended);
    try {
      Path file = folder.resolve("file");
      Process run = start(server.getAddress().getPort(), saves ? SAVES : OBEYS, file);
      await(() -> Files.exists(file) && Files.size(file) > 0);
      if (suspended) {
        await(() -> states.size() > 4);
      }
      new ProcessBuilder("kill", "-s", signal, Long.toString(run.pid())).start().waitFor();
      assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(run.exitValue()).isEqualTo(code);
      assertThat(Files.readAllLines(file)).contains(saves ? "saved" : "runs");
      assertThat(states.get(states.size() - 1)).contains("\"state\":\"failed\"");
    } finally {
      server.stop(0);
    }
  }

  private Process start(int port, String script, Path file) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> words =
        new ArrayList<>(
            List.of(java, "-cp", System.getProperty("java.class.path"), Main.class.getName()));
    words.addAll(List.of("green", "run", "--duration", "5m", "--deadline", "2h", "--sites", "a"));
    words.addAll(List.of("--poll", "0.2s", "--url", "http://127.0.0.1:" + port, "--"));
    words.addAll(List.of("sh", "-c", script, file.toString()));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  /** Says to run, and after the second answer to wait if the command is to be suspended. */
  private static HttpServer server(List<String> states, boolean suspends) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String answer = "{\"id\":\"7d444840-9dc0-11d1-b245-5ffdce74fad2\"}";
          if (exchange.getRequestURI().getPath().endsWith("/heartbeat")) {
            states.add(body);
            boolean waits = suspends && states.size() > 2;
            answer = "{\"action\":\"" + (waits ? "wait" : "run") + "\"}";
          }
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) throws IOException, InterruptedException {
    for (int i = 0; i < 300 && !condition.holds(); i++) {
      Thread.sleep(100);
    }
    assertThat(condition.holds()).isTrue();
  }
}
