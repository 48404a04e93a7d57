package org.skywatt.serving;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * Not a test: measures the service by wrk on the second core, with this process on the first. How
 * to run it is in docs/benchmarks.md.
 */
@QuarkusTest
@WithTestResource(BenchmarkWorld.class)
class ServingBenchmark {
  private static final String SECONDS = System.getProperty("skywatt.benchmark.seconds", "8") + "s";
  private static final int ROUNDS = 3;
  private static final int WARM_UP_ROUNDS = 3;
  private static final int ROUNDS_OF_ONE = 100;
  private static final String RANDOM = "random sites";

  /**
   * What a load showed. CPU a request does not change with what else the machine does.
   *
   * @param rate requests a second
   * @param cpuMicros CPU time of this process for each, µs
   */
  private record Load(double rate, double cpuMicros) {}

  private final HttpClient client = HttpClient.newHttpClient();
  private String key;

  @Test
  void measure() throws Exception {
    ClosedWorld.issue("Nordlicht", "nnnnnnn");
    key = ClosedWorld.key("nnnnnnn", "viewer");
    String one = "/v1/sites/site-0000007/forecast";
    while (get(one, "application/json").statusCode() != 200) {
      Thread.sleep(100);
    }
    SameBytesResource.bytes = get(one, "application/json").body();
    System.out.println("bytes of one forecast: " + SameBytesResource.bytes.length);
    // Warm both up before either is measured.
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      wrk("/v1/same-bytes", 8);
      wrk(one, 8);
      wrk(RANDOM, 8);
    }
    List<String> lines = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Load same = wrk("/v1/same-bytes", 8);
      Load forecast = wrk(one, 8);
      Load random = wrk(RANDOM, 8);
      lines.add(line("one site's forecast", forecast, same));
      lines.add(line("a random site's forecast", random, same));
    }
    // A single connection has no queue: what it waits for is the server's own time.
    for (int round = 0; round < ROUNDS; round++) {
      wrk("/v1/same-bytes", 1);
      wrk(one, 1);
      wrk(RANDOM, 1);
    }
    lines.forEach(System.out::println);
    String snapshot = "/v1/forecasts/snapshot?time=2026-06-01T12:00:00Z";
    time("snapshot JSON again", i -> snapshot, "application/json");
    time("snapshot Arrow again", i -> snapshot, "application/vnd.apache.arrow.stream");
    time("snapshot JSON anew", ServingBenchmark::another, "application/json");
    time("snapshot Arrow anew", ServingBenchmark::another, "application/vnd.apache.arrow.stream");
    time("snapshot CSV anew", ServingBenchmark::another, "text/csv");
    time("one forecast JSON", i -> one, "application/json");
  }

  private static String line(String name, Load load, Load same) {
    return String.format(
        Locale.ROOT,
        "%s %.0f/s and %.0f us of CPU each, same bytes %.0f/s and %.0f us: by rate %.2f, by CPU"
            + " %.2f",
        name,
        load.rate(),
        load.cpuMicros(),
        same.rate(),
        same.cpuMicros(),
        load.rate() / same.rate(),
        same.cpuMicros() / load.cpuMicros());
  }

  /** A snapshot that was not asked for before: other times, then other levels. */
  private static String another(int i) {
    int each = i + ROUNDS_OF_ONE;
    return "/v1/forecasts/snapshot?time="
        + World.ISSUE.plusSeconds(1800L * (each % 90) + 600)
        + "&levels=0.05,0.1,0.25,0.5,0.75,0.9,0.9"
        + each / 90;
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private HttpResponse<byte[]> get(String path, String accept)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
            .header("X-Api-Key", key)
            .header("Accept", accept)
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  /** What wrk says of latency is printed. */
  private Load wrk(String path, int connections) throws IOException, InterruptedException {
    long before = cpuNanos();
    List<String> command =
        new ArrayList<>(
            List.of("taskset", "-c", "1", "wrk", "-t1", "-c" + connections, "-d" + SECONDS));
    command.addAll(List.of("--latency", "-H", "X-Api-Key: " + key));
    boolean random = path.equals(RANDOM);
    if (random) {
      command.addAll(List.of("-s", "../docs/benchmarks/random_sites.lua"));
    }
    command.add("http://localhost:" + RestAssured.port + (random ? "/" : path));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    double rate = Double.NaN;
    double requests = Double.NaN;
    for (String line : output.lines().toList()) {
      if (line.contains("50%") || line.contains("99%") || line.contains("Non-2xx")) {
        System.out.println(path + " c" + connections + line);
      } else if (line.startsWith("Requests/sec:")) {
        rate = Double.parseDouble(line.substring(13).strip());
      } else if (line.contains(" requests in ")) {
        requests = Double.parseDouble(line.strip().split(" ")[0]);
      }
    }
    return new Load(rate, (cpuNanos() - before) / 1e3 / requests);
  }

  private void time(String name, IntFunction<String> path, String accept) throws Exception {
    double[] millis = new double[ROUNDS_OF_ONE];
    int bytes = 0;
    long cpu = 0;
    for (int i = -ROUNDS_OF_ONE; i < millis.length; i++) {
      cpu = i == 0 ? cpuNanos() : cpu;
      long start = System.nanoTime();
      bytes = get(path.apply(i), accept).body().length;
      if (i >= 0) {
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    cpu = cpuNanos() - cpu;
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%s: median %.2f ms, least %.2f ms, CPU %.2f ms (client's part too), %d bytes%n",
        name,
        millis[50],
        millis[0],
        cpu / 1e6 / millis.length,
        bytes);
  }
}
