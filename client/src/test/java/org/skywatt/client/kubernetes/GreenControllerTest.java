package org.skywatt.client.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.client.ApiKey;
import org.skywatt.client.FakeService;
import org.skywatt.client.GreenService;
import org.skywatt.client.Retries;
import org.skywatt.client.ServiceConnection;

/** The controller between a made-up API server and a made-up service. */
@Timeout(60)
class GreenControllerTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path folder;
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private volatile String action = "wait";
  private volatile int submitStatus = 201;
  private volatile Instant submitted = Instant.MIN;
  private FakeService service;
  private FakeCluster cluster;
  private Thread thread;

  @BeforeEach
  void start() throws Exception {
    service =
        new FakeService(
            (request, exchange) -> {
              boolean heartbeat = request.path().endsWith("/heartbeat");
              boolean away = action.equals("away");
              if (request.path().endsWith("/jobs")) {
                submitted = Instant.now();
              } else if (start(request.body()).isBefore(submitted)) {
                FakeService.send(exchange, 400, "{\"detail\":\"before the job was submitted\"}");
                return;
              }
              String answer =
                  heartbeat
                      ? "{\"action\":\"" + action + "\"}"
                      : "{\"id\":\"job-1\",\"detail\":\"0.4 can be promised\"}";
              FakeService.send(exchange, away ? 503 : heartbeat ? 200 : submitStatus, answer);
            });
    cluster = new FakeCluster(HttpServer.create(local(), 0));
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (thread != null) {
      thread.interrupt();
      thread.join(5_000);
    }
    service.close();
    cluster.close();
  }

  private static Instant start(String body) {
    String start = body.replaceAll(".*\"start\":\"([^\"]*)\".*", "$1");
    return start.equals(body) ? Instant.MAX : Instant.parse(start);
  }

  private static InetSocketAddress local() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static String job(boolean suspended, Duration deadline, String more) {
    Instant created = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return "{\"metadata\":{\"creationTimestamp\":\""
        + created
        + "\",\"annotations\":{\"skywatt.org/duration\":\"PT1H\",\"skywatt.org/sites\":\"a\","
        + "\"skywatt.org/deadline\":\""
        + deadline
        + "\""
        + more
        + "}},\"spec\":{\"suspend\":"
        + suspended
        + "},\"status\":{}}";
  }

  private static final String CHECKPOINTS = ",\"skywatt.org/checkpoints\":\"true\"";
  private static final Duration DAY = Duration.ofHours(24);

  private void control() throws Exception {
    control(Cluster.behindProxy(URI.create("http://127.0.0.1:" + cluster.port()), "ml"));
  }

  private void control(Cluster where) {
    ServiceConnection connection =
        new ServiceConnection(service.url(), ApiKey.NONE, Retries.NONE, Duration.ofSeconds(2));
    GreenController controller =
        new GreenController(where, new GreenService(connection), Duration.ofSeconds(1), log::add);
    thread = new Thread(controller::run, "controller");
    thread.start();
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + 15_000_000_000L;
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.sleep(50);
    }
  }

  private boolean suspended(String name) {
    return cluster.job(name).path("spec").path("suspend").asBoolean();
  }

  private String note(String name, String annotation) {
    return GreenSpec.get(cluster.job(name), annotation);
  }

  @Test
  void resumesSuspendsAndTellsTheEnd() throws Exception {
    cluster.put("train", job(true, DAY, CHECKPOINTS));
    control();
    until(() -> note("train", "job").equals("job-1"));
    assertThat(suspended("train")).isTrue();
    action = "run";
    until(() -> !suspended("train"));
    assertThat(note("train", "running-since")).isNotEmpty();
    Thread.sleep(2100);
    action = "wait";
    until(() -> suspended("train"));
    assertThat(Duration.parse(note("train", "ran"))).isPositive();
    action = "run";
    until(() -> !suspended("train"));
    cluster.update(
        "train", "{\"status\":{\"conditions\":[{\"type\":\"Complete\",\"status\":\"True\"}]}}");
    until(() -> bodies().stream().anyMatch(each -> each.contains("\"state\":\"done\"")));
    List<String> reasons = new ArrayList<>();
    for (JsonNode each : cluster.events) {
      reasons.add(each.path("reason").asText());
    }
    assertThat(reasons).containsExactly("GreenResumed", "GreenSuspended", "GreenResumed");
    assertThat(bodies().stream().filter(each -> each.contains("duration"))).hasSize(1);
  }

  private List<String> bodies() {
    return service.requests().stream().map(FakeService.Request::body).toList();
  }

  @Test
  void aJobThatRunsAtOnceTellsNoEnergyFromBeforeItsSubmission() throws Exception {
    cluster.put("train", job(true, DAY, CHECKPOINTS));
    action = "run";
    control();
    until(() -> bodies().stream().filter(each -> each.contains("\"kwh\"")).count() > 1);
    // A refusal would have suspended it.
    assertThat(cluster.events)
        .extracting(each -> each.path("reason").asText())
        .containsExactly("GreenResumed");
  }

  @Test
  void anEndIsToldWithItsTimeOnceTheServiceIsBack() throws Exception {
    String before =
        ",\"skywatt.org/job\":\"job-1\",\"skywatt.org/running-since\":\"2026-06-01T10:00:00Z\"";
    cluster.put("old", job(false, DAY, before));
    cluster.update(
        "old",
        "{\"status\":{\"conditions\":[{\"type\":\"Complete\",\"status\":\"True\","
            + "\"lastTransitionTime\":\"2026-06-01T11:00:00Z\"}]}}");
    action = "away";
    control();
    until(() -> !bodies().isEmpty());
    action = "stop";
    until(() -> bodies().size() > 1);
    assertThat(bodies().get(1))
        .contains("\"state\":\"done\"", "\"end\":\"2026-06-01T11:00:00Z\"", "\"kwh\":0.3");
  }

  @Test
  void aJobThatWentWhileNobodyWatchedIsCancelled() throws Exception {
    cluster.put("gone", job(true, DAY, ""));
    control();
    until(() -> !note("gone", "job").isEmpty());
    cluster.lose("gone");
    cluster.compact();
    until(() -> service.requests().stream().anyMatch(each -> each.method().equals("DELETE")));
    assertThat(service.requests()).anyMatch(each -> each.path().equals("/v1/green/jobs/job-1"));
  }

  @Test
  void aJobThatCannotBeChangedHoldsUpNoOther() throws Exception {
    cluster.put("a", job(true, DAY, ""));
    cluster.put("b", job(true, DAY, ""));
    cluster.invalid = "a";
    action = "run";
    control();
    until(() -> !suspended("b"));
    assertThat(suspended("a")).isTrue();
    assertThat(log)
        .anyMatch(each -> each.startsWith("a: ") && each.contains("denied by a webhook"));
  }

  @Test
  void aJobThatDoesNotSaveItsWorkIsNotSuspendedOnceItRuns() throws Exception {
    cluster.put("once", job(true, DAY, ""));
    action = "run";
    control();
    until(() -> !suspended("once"));
    action = "wait";
    int before = service.requests().size();
    until(() -> service.requests().size() > before + 2);
    assertThat(suspended("once")).isFalse();
  }

  @Test
  void aJobStartsForItsDeadlineThoughTheServiceIsAwayAndLateOnesSaySo() throws Exception {
    action = "away";
    cluster.put("soon", job(true, Duration.ofMinutes(60).plusSeconds(3), ""));
    cluster.put("late", job(true, Duration.ofMinutes(30), ""));
    cluster.put("later", job(true, DAY, ""));
    control();
    until(() -> !suspended("soon") && !suspended("late"));
    assertThat(note("soon", "why")).startsWith("runs now to keep its deadline");
    assertThat(note("late", "why")).startsWith("started late: its last start for its deadline was");
    assertThat(suspended("later")).isTrue();
    until(() -> note("later", "why").contains("the service is away"));
    assertThat(cluster.events)
        .anyMatch(
            each ->
                each.path("type").asText().equals("Warning")
                    && each.path("involvedObject").path("name").asText().equals("late"));
  }

  @Test
  void listsAnewWhenTheWatchIsTooOldAndLivesThroughFailures() throws Exception {
    cluster.put("a", job(true, DAY, ""));
    cluster.put("b", job(true, DAY, ""));
    cluster.failuresToCome = 2;
    control();
    until(() -> !note("b", "why").isEmpty());
    int before = cluster.lists;
    cluster.compact();
    until(() -> cluster.lists > before);
    cluster.conflictsToCome = 1;
    cluster.eventsForbidden = true;
    action = "run";
    until(() -> !suspended("a") && !suspended("b"));
    cluster.put("c", job(true, DAY, ""));
    until(() -> !suspended("c"));
    assertThat(log).anyMatch(each -> each.contains("listing anew"));
    assertThat(log).anyMatch(each -> each.contains("no event"));
  }

  @Test
  void saysWhatItCannotReadAndWhatIsRefusedAndPatchesOnlyWhatChanges() throws Exception {
    submitStatus = 409;
    cluster.put("refused", job(true, DAY, ""));
    cluster.put("odd", job(true, DAY, "").replace("PT1H", "1 hour"));
    cluster.put("bare", "{\"spec\":{\"suspend\":true}}");
    control();
    until(() -> !note("bare", "why").isEmpty());
    assertThat(note("refused", "why")).isEqualTo("refused: 0.4 can be promised");
    assertThat(note("odd", "why")).startsWith("not planned: durations must be like PT6H");
    assertThat(note("bare", "why"))
        .isEqualTo("not planned: the annotation skywatt.org/deadline is missing");
    int before = cluster.patches;
    Thread.sleep(1500);
    assertThat(cluster.patches).isEqualTo(before);
  }

  @Test
  void readsAddressAuthorityAndTokenOfAPodAnewForEachRequest() throws Exception {
    Path store = folder.resolve("store.p12");
    keytool(
        "-genkeypair",
        "-alias",
        "api",
        "-keyalg",
        "EC",
        "-dname",
        "CN=api",
        "-ext",
        "SAN=ip:127.0.0.1",
        "-storetype",
        "PKCS12",
        "-keystore",
        store.toString());
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "api",
        "-keystore",
        store.toString(),
        "-file",
        folder.resolve("ca.crt").toString());
    Files.writeString(folder.resolve("token"), "first\n");
    Files.writeString(folder.resolve("namespace"), "ml");
    try (FakeCluster secure = new FakeCluster(https(store))) {
      Map<String, String> environment =
          Map.of(
              "KUBERNETES_SERVICE_HOST",
              "127.0.0.1",
              "KUBERNETES_SERVICE_PORT",
              Integer.toString(secure.port()));
      JobsApi api = new JobsApi(Cluster.inside(environment, folder));
      api.list();
      Files.writeString(folder.resolve("token"), "second\n");
      api.list();
      assertThat(secure.tokens).containsExactly("Bearer first", "Bearer second");
    }
    assertThatThrownBy(() -> Cluster.inside(Map.of(), folder)).hasMessageContaining("no pod");
    assertThatThrownBy(() -> KubernetesMain.controller(Map.of(), folder))
        .hasMessageContaining("SKYWATT_URL is not set");
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storepass", new String(PASSWORD)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertThat(process.waitFor())
        .as(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isZero();
  }

  private static HttpServer https(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(store)) {
      keys.load(file, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer server = HttpsServer.create(local(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return server;
  }
}
