package org.skywatt.cli.green.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.cli.Failures;
import org.skywatt.cli.Json;
import org.skywatt.cli.UsageException;
import org.skywatt.client.ApiKey;
import org.skywatt.client.ServiceConnection;
import picocli.CommandLine;

/** Real commands, run as a service says that is made up here. */
class GreenRunTest {
  private static final String TICKS =
      "i=0; while [ $i -lt 8 ]; do echo tick >> \"$0\"; sleep 0.1; i=$((i+1)); done; exit 3";

  @TempDir Path folder;
  private final List<JsonNode> heartbeats = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> ticks = Collections.synchronizedList(new ArrayList<>());
  private final StringWriter log = new StringWriter();
  private HttpServer server;
  private String actions = "";
  private int submitStatus = 201;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          JsonNode body = Json.MAPPER.readTree(exchange.getRequestBody());
          boolean heartbeat = exchange.getRequestURI().getPath().endsWith("/heartbeat");
          int status = heartbeat ? 200 : submitStatus;
          String answer =
              "{\"id\":\"7d444840-9dc0-11d1-b245-5ffdce74fad2\",\"detail\":\"0.4 can be"
                  + " promised\"}";
          if (heartbeat) {
            char action = actions.charAt(Math.min(heartbeats.size(), actions.length() - 1));
            heartbeats.add(body);
            ticks.add(ticks());
            status = action == 'x' ? 503 : 200;
            answer =
                "{\"action\":\""
                    + (action == 'r' ? "run" : action == 's' ? "stop" : "wait")
                    + "\"}";
          }
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    // The first call of a process takes long, and deadlines here are short.
    new ServiceConnection(URI.create(url()), ApiKey.NONE).get("warm-up");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private int ticks() throws IOException {
    Path file = folder.resolve("ticks");
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }

  private int run(String url, String duration, String deadline, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("--duration", duration, "--deadline", deadline, "--sites", "a", "--url", url));
    arguments.addAll(List.of("--poll", "0.2s", "--power", "3600"));
    arguments.addAll(Arrays.asList(more));
    return new CommandLine(new GreenRunCommand())
        .setErr(new PrintWriter(log))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new Failures())
        .execute(arguments.toArray(new String[0]));
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private String file() {
    return folder.resolve("ticks").toString();
  }

  @Test
  void waitsStartsSuspendsResumesAndPassesTheExitCode() throws IOException {
    actions = "wwrrwwwr";
    int code = run(url(), "1m", "1h", "--", "sh", "-c", TICKS, file());
    assertThat(code).isEqualTo(3);
    assertThat(ticks()).isEqualTo(8);
    // Nothing ran while it waited, nor while it was suspended.
    assertThat(ticks.get(2)).isZero();
    assertThat(ticks.get(7)).isEqualTo(ticks.get(5)).isBetween(1, 7);
    List<String> states = heartbeats.stream().map(each -> each.path("state").asText()).toList();
    assertThat(states.subList(0, 5))
        .containsExactly("paused", "paused", "paused", "running", "running");
    assertThat(states.subList(5, 8)).containsOnly("paused");
    assertThat(states.get(states.size() - 1)).isEqualTo("failed");
    double kwh = heartbeats.stream().mapToDouble(each -> each.path("kwh").asDouble()).sum();
    // 3,600 kW are a kilowatt-hour a second.
    assertThat(kwh).isBetween(0.7, 3.0);
  }

  @Test
  void goesOnWhileTheServiceIsAwayAndRunsInTimeForItsDeadline() throws IOException {
    actions = "wxx";
    int code = run(url(), "0.2s", "5s", "--", "sh", "-c", "echo tick >> \"$0\"", file());
    assertThat(code).isZero();
    assertThat(ticks()).isEqualTo(1);
    assertThat(log.toString()).contains("answers 503; fallback WAIT");
  }

  @Test
  void savesItsWorkInsteadOfBeingSuspended() throws IOException {
    actions = "rwwr";
    int code =
        run(
            url(),
            "1m",
            "1h",
            "--checkpoint",
            "kill $SKYWATT_PID",
            "--",
            "sh",
            "-c",
            "echo tick >> \"$0\"; n=$(wc -l < \"$0\"); [ $n -gt 1 ] || exec sleep 30",
            file());
    assertThat(code).isZero();
    assertThat(ticks()).isEqualTo(2);
  }

  @Test
  void fallsBackWithoutAService() throws IOException {
    String nobody = "http://127.0.0.1:1";
    assertThat(run(nobody, "1m", "1h", "--fallback", "skip", "--", "touch", file())).isEqualTo(75);
    assertThat(folder.resolve("ticks")).doesNotExist();
    assertThat(run(nobody, "1m", "1h", "--fallback", "run", "--", "sh", "-c", "exit 5"))
        .isEqualTo(5);
    assertThat(log.toString()).contains("no service answers at http://127.0.0.1:1/");
  }

  @Test
  void saysWhatIsOfferedAndRunsNothing() {
    submitStatus = 409;
    assertThat(run(url(), "1m", "1h", "--", "touch", file())).isEqualTo(1);
    assertThat(log.toString()).contains("0.4 can be promised");
    assertThat(folder.resolve("ticks")).doesNotExist();
  }

  @Test
  void aCancelledJobIsStopped() throws IOException {
    actions = "rrs";
    assertThat(run(url(), "1m", "1h", "--", "sh", "-c", TICKS, file())).isEqualTo(1);
    assertThat(ticks()).isLessThan(8);
    assertThat(log.toString()).contains("the job was cancelled");
  }

  @ParameterizedTest
  @CsvSource({
    "24h,2026-03-28T11:00:00Z",
    "Mon 09:00,2026-03-30T07:00:00Z",
    "saturday 13:00,2026-03-28T12:00:00Z",
    "Fri 11:00,2026-04-03T09:00:00Z",
    "11:00,2026-03-28T10:00:00Z",
    "2026-04-01T09:00:00+02:00,2026-04-01T07:00:00Z"
  })
  void readsDeadlines(String text, Instant expected) {
    // A Friday noon in Berlin, two days before the clocks go forward.
    Instant now = Instant.parse("2026-03-27T11:00:00Z");
    assertThat(Deadline.parse(text, now, ZoneId.of("Europe/Berlin"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-27T11:00:00Z,Sun 02:30,skip",
    "2026-10-23T11:00:00Z,Sun 02:30,show twice",
    "2026-10-23T11:00:00Z,Someday 02:30,must be like",
    "2026-10-23T11:00:00Z,25:00,must be like"
  })
  void refusesTimesThatClocksSkipOrShowTwice(Instant now, String text, String message) {
    assertThatThrownBy(() -> Deadline.parse(text, now, ZoneId.of("Europe/Berlin")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }
}
