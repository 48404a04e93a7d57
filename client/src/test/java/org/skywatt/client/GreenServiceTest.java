package org.skywatt.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against a server that answers, refuses, and misbehaves. */
@Timeout(30)
class GreenServiceTest {
  private static final Instant START = Instant.parse("2026-06-01T10:00:00Z");
  private static final String PLAN =
      "{\"version\":2,\"segments\":[{\"start\":\"2026-06-01T10:00:00Z\",\"end\":\"2026-06-01T11:00:00Z\"},"
          + "{\"start\":\"2026-06-01T13:00:00Z\",\"end\":\"2026-06-01T14:00:00Z\"}],"
          + "\"promisedGreen\":0.8,\"expectedGreen\":0.9,\"greenIfNow\":0.1,\"explanation\":\"why\"}";
  private static final String JOB = "{\"id\":\"x\",\"state\":\"planned\",\"plan\":" + PLAN + "}";
  private static final JobRequest REQUEST =
      new JobRequest(
          List.of("a"), "n", Duration.ofHours(2), 3, START.plusSeconds(86_400), true, null, 0, 0.9);

  private static GreenService service(FakeService fake) {
    Retries retries = new Retries(3, Duration.ofMillis(5), Duration.ofMillis(20));
    return new GreenService(
        new ServiceConnection(fake.url(), ApiKey.of("secret"), retries, Duration.ofSeconds(1)));
  }

  private static FakeService answering(int status, String body) throws IOException {
    return new FakeService((request, exchange) -> FakeService.send(exchange, status, body));
  }

  @Test
  void submitsAndReadsThePlan() throws Exception {
    try (FakeService fake = answering(201, JOB)) {
      GreenJob job = service(fake).hurried(Duration.ofSeconds(9)).submit(REQUEST);
      GreenPlan plan = job.plan().orElseThrow();
      assertThat(job.id()).isEqualTo("x");
      assertThat(plan.version()).isEqualTo(2);
      assertThat(plan.promisedGreen()).isEqualTo(0.8);
      assertThat(plan.runsAt(START.minusSeconds(1))).isFalse();
      assertThat(plan.runsAt(START)).isTrue();
      assertThat(plan.runsAt(START.plusSeconds(3600))).isFalse();
      assertThat(plan.nextStart(START.plusSeconds(3600))).contains(START.plusSeconds(3 * 3600));
      assertThat(plan.runsAt(START.plusSeconds(5 * 3600))).isTrue();
      FakeService.Request request = fake.requests().get(0);
      assertThat(request.method() + " " + request.path()).isEqualTo("POST /v1/green/jobs");
      assertThat(request.key()).isEqualTo("Bearer secret");
      assertThat(request.body()).contains("\"duration\":\"PT2H\"", "\"interruptible\":true");
    }
  }

  @Test
  void readsWindowsAndSettlements() throws Exception {
    try (FakeService fake =
        new FakeService(
            (request, exchange) ->
                FakeService.send(
                    exchange,
                    200,
                    request.path().endsWith("windows")
                        ? "{\"windows\":[{\"start\":\"2026-06-01T10:00:00Z\",\"end\":\"2026-06-01T12:00:00Z\",\"greenKwh\":{\"mean\":4.5}}]}"
                        : "{\"plannedKwh\":6,\"actualKwh\":5.5,\"greenKwh\":5}"))) {
      List<GreenWindow> windows =
          service(fake)
              .windows(List.of("a"), Duration.ofHours(2), START, START.plusSeconds(86_400), 1);
      assertThat(windows).containsExactly(new GreenWindow(START, START.plusSeconds(7200), 4.5));
      JobSettlement settlement = service(fake).settlement("x");
      assertThat(settlement.actualKwh()).isEqualTo(5.5, within(0.0));
      assertThat(settlement.marketBasedGrams()).isNaN();
    }
  }

  @Test
  void anIdLeadsToNoOtherPath() throws Exception {
    try (FakeService fake = answering(200, JOB.replace("\"x\"", "\"../keys\""))) {
      assertThatThrownBy(() -> service(fake).cancel("../../sites/a"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(fake.requests()).isEmpty();
      assertThatThrownBy(() -> service(fake).job("x")).hasMessageContaining("no readable 'id'");
    }
  }

  @Test
  void simulatesAPlanAsOfATime() throws Exception {
    try (FakeService fake = answering(200, PLAN)) {
      assertThat(service(fake).simulate(REQUEST, START).expectedGreen()).isEqualTo(0.9);
      assertThat(fake.requests().get(0).path())
          .isEqualTo("/v1/green/plans/simulate?as_of=2026-06-01T10:00:00Z");
    }
  }

  @Test
  void aRefusalComesInTheServicesOwnWordsAndOnce() throws Exception {
    try (FakeService fake = answering(409, "{\"detail\":\"0.4 can be\\npromised\"}")) {
      assertThatThrownBy(() -> service(fake).submit(REQUEST))
          .isInstanceOfSatisfying(
              RefusedException.class, e -> assertThat(e.status()).isEqualTo(409))
          .hasMessage("0.4 can be promised");
      assertThat(fake.requests()).hasSize(1);
    }
  }

  @Test
  void whatMayComeTwiceIsSentAgainUntilItIsTaken() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (FakeService fake =
        new FakeService(
            (request, exchange) -> {
              int call = calls.incrementAndGet();
              FakeService.send(exchange, call == 1 ? 500 : call == 2 ? 503 : 200, JOB);
            })) {
      assertThat(service(fake).job("x").state()).isEqualTo("planned");
      assertThat(calls).hasValue(3);
    }
  }

  @Test
  void aSubmissionWhoseAnswerIsLostIsSentAgainWithTheSameKey() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (FakeService lossy =
        new FakeService(
            (request, exchange) -> {
              if (calls.incrementAndGet() > 2) {
                FakeService.send(exchange, 201, JOB);
              }
            })) {
      assertThat(service(lossy).submit(REQUEST).id()).isEqualTo("x");
      List<String> keys =
          lossy.requests().stream().map(FakeService.Request::idempotencyKey).distinct().toList();
      assertThat(lossy.requests()).hasSize(3);
      assertThat(keys).hasSize(1).doesNotContainNull();
      service(lossy).submit(REQUEST, "mine");
      service(lossy).submit(REQUEST);
      assertThat(lossy.requests().get(3).idempotencyKey()).isEqualTo("mine");
      assertThat(lossy.requests().get(4).idempotencyKey()).isNotIn(keys);
    }
  }

  @Test
  void termsAreSentAsTheApiHasThem() {
    JobTerms terms =
        new JobTerms(
            "mixed",
            "cvar",
            "DE",
            START,
            1.5,
            3,
            0.2,
            List.of("x"),
            List.of(new JobTerms.Place("coast", List.of("b"), 4)),
            new JobTerms.Elastic(5, List.of(new JobTerms.Speed(10, 2))),
            new JobTerms.Battery(20, 5, 0.9, 1));
    JobRequest request =
        new JobRequest(List.of(), null, Duration.ofHours(1), 10, START, true, null, 0, 0.9, terms);
    assertThat(request.toJson().toString())
        .isEqualTo(
            "{\"deadline\":\"2026-06-01T10:00:00Z\",\"green\":0.0,\"probability\":0.9,"
                + "\"objective\":\"mixed\",\"risk\":\"cvar\",\"zone\":\"DE\","
                + "\"earliestStart\":\"2026-06-01T10:00:00Z\",\"restartKwh\":1.5,"
                + "\"maximumStarts\":3,\"durationUncertainty\":0.2,\"after\":[\"x\"],"
                + "\"places\":[{\"name\":\"coast\",\"sites\":[\"b\"],\"transferKwh\":4.0}],"
                + "\"work\":5.0,\"elasticPoints\":[{\"powerKw\":10.0,\"workPerHour\":2.0}],"
                + "\"battery\":{\"capacityKwh\":20.0,\"powerKw\":5.0,\"efficiency\":0.9,"
                + "\"chargeKwh\":1.0}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"silent", "dripping", "endless", "cut"})
  void callsEndHoweverTheServerMisbehaves(String how) throws Exception {
    try (FakeService fake = new FakeService((request, exchange) -> misbehave(how, exchange))) {
      GreenService service = service(fake).hurried(Duration.ofMillis(1500));
      long before = System.nanoTime();
      assertThatThrownBy(() -> service.job("x")).isInstanceOf(ServiceAwayException.class);
      assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }
  }

  private static void misbehave(String how, HttpExchange exchange) throws IOException {
    try {
      if (how.equals("silent")) {
        Thread.sleep(5_000);
      } else if (how.equals("cut")) {
        exchange.sendResponseHeaders(200, 100);
        exchange.getResponseBody().write('{');
      } else {
        exchange.sendResponseHeaders(200, 0);
        byte[] part =
            " ".repeat(how.equals("endless") ? 1 << 20 : 1).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 200; i++) {
          exchange.getResponseBody().write(part);
          exchange.getResponseBody().flush();
          Thread.sleep(how.equals("endless") ? 0 : 50);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "[]",
        "{}",
        "{\"id\":3}",
        "{\"id\":\"x\",\"plan\":{\"segments\":[{}]}}"
      })
  void whatIsNoJobIsRefusedInOneLine(String body) throws Exception {
    try (FakeService fake = answering(200, body)) {
      assertThatThrownBy(() -> service(fake).job("x"))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(ServiceAwayException.class)
          .hasMessageMatching("[^\\n]*(is not Skywatt|no readable)[^\\n]*");
    }
  }

  @Test
  void aRedirectionDoesNotTakeTheKeyElsewhere() throws Exception {
    try (FakeService other = answering(200, JOB);
        FakeService fake =
            new FakeService(
                (request, exchange) -> {
                  exchange.getResponseHeaders().add("Location", other.url() + "/");
                  FakeService.send(exchange, 302, "{}");
                })) {
      assertThatThrownBy(() -> service(fake).job("x")).hasMessageContaining("is not Skywatt (302)");
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void theKeyComesFromTheEnvironmentOrAFileAndNeverShows(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "from-file\n");
    assertThat(ApiKey.fromEnvironment(Map.of()).isPresent()).isFalse();
    assertThat(ApiKey.fromEnvironment(Map.of("SKYWATT_API_KEY", "abc")).header())
        .isEqualTo("Bearer abc");
    ApiKey key = ApiKey.fromEnvironment(Map.of("SKYWATT_API_KEY_FILE", file.toString()));
    assertThat(key.header()).isEqualTo("Bearer from-file");
    assertThat(key.toString()).doesNotContain("from-file");
    assertThatThrownBy(() -> ApiKey.of("two\nlines-secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
    assertThatThrownBy(
            () -> ApiKey.fromEnvironment(Map.of("SKYWATT_API_KEY_FILE", folder + "/none")))
        .hasMessageContaining("no API key can be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://a", "127.0.0.1:8080", "http://user:secret@a", "/v1"})
  void refusesWhatIsNoUrlOfAService(String url) {
    assertThatThrownBy(
            () -> new ServiceConnection(URI.create(url.replace("127.0.0.1:", "x:")), ApiKey.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }
}
