package org.skywatt.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skywatt.ingest.fetch.FetchException.Kind;
import org.skywatt.ingest.replay.Fault;
import org.skywatt.ingest.replay.ReplayServer;
import org.skywatt.ingest.replay.Request;

/** Against a server that misbehaves. Pauses are noted, not slept. */
class HttpFetcherTest {
  private static final String PATH = "/run/file.grib2";
  private static final Instant MODIFIED = Instant.parse("2026-06-01T03:30:00Z");
  private static final FetchSettings QUICK =
      new FetchSettings(
          Duration.ofSeconds(2),
          Duration.ofMillis(400),
          Duration.ofMillis(300),
          1000,
          Duration.ofSeconds(10),
          4,
          Duration.ofMillis(500),
          Duration.ofSeconds(8),
          2,
          100,
          1 << 20);

  private final byte[] object = new byte[50_000];
  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private ReplayServer server;
  private HttpFetcher http;

  @BeforeEach
  void start() throws IOException {
    new Random(1).nextBytes(object);
    server = ReplayServer.start();
    server.put(PATH, object, MODIFIED);
    http = fetcher(Credentials.NONE);
  }

  private HttpFetcher fetcher(Credentials credentials) {
    return new HttpFetcher(QUICK, credentials, Map.of(), pauses::add);
  }

  @AfterEach
  void stop() throws IOException {
    http.close();
    server.close();
  }

  private URI uri() {
    return server.address(PATH);
  }

  private byte[] fetch(ByteRange... ranges) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Fetched unused = http.fetch(uri(), List.of(ranges), out);
    return out.toByteArray();
  }

  private byte[] bytes(int from, int to) {
    return Arrays.copyOfRange(object, from, to);
  }

  private void assertFails(Kind kind, String message, ByteRange... ranges) {
    assertThatThrownBy(() -> fetch(ranges))
        .isInstanceOfSatisfying(
            FetchException.class, e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind))
        .hasMessageStartingWith(uri() + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void neighbouringRangesAreOneRequestAndOthersAreNot() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Fetched fetched =
        http.fetch(
            uri(),
            List.of(
                new ByteRange(10, 20),
                new ByteRange(30, 10),
                new ByteRange(120, 5),
                new ByteRange(40_000, ByteRange.TO_THE_END)),
            out);
    byte[] expected = new byte[20 + 10 + 5 + 10_000];
    System.arraycopy(object, 10, expected, 0, 30);
    System.arraycopy(object, 120, expected, 30, 5);
    System.arraycopy(object, 40_000, expected, 35, 10_000);
    assertThat(out.toByteArray()).isEqualTo(expected);
    assertThat(server.requests())
        .extracting(Request::range)
        .containsExactly("bytes=10-124", "bytes=40000-");
    assertThat(fetched.wholeBytes()).isEqualTo(50_000);
    assertThat(fetched.fetchedBytes()).isEqualTo(115 + 10_000);
    assertThat(fetched.lastModified()).contains(MODIFIED);
  }

  @Test
  void aCutBodyGoesOnWhereItEnded() throws IOException {
    server.next(PATH, Fault.cutAfter(1000), Fault.cutAfter(1), Fault.cutAfter(0));
    assertThat(fetch(new ByteRange(100, 30_000))).isEqualTo(bytes(100, 30_100));
    assertThat(server.requests())
        .extracting(Request::range)
        .containsExactly(
            "bytes=100-30099", "bytes=1100-30099", "bytes=1101-30099", "bytes=1101-30099");
    assertThat(server.requests().get(1).headers()).containsEntry("if-range", "\"1\"");
  }

  @Test
  void aCutWholeGoesOnAsARange() throws IOException {
    server.next(PATH, Fault.cutAfter(49_999));
    assertThat(fetch(ByteRange.WHOLE)).isEqualTo(object);
    assertThat(server.requests()).extracting(Request::range).containsExactly("", "bytes=49999-");
  }

  @Test
  void itWaitsAsLongAsTheServerAsks() throws IOException {
    server.next(PATH, Fault.status(429, "Retry-After: 7"), Fault.status(503, "Retry-After: 3600"));
    assertThat(fetch(new ByteRange(0, 9))).isEqualTo(bytes(0, 9));
    assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(8));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void whatMayPassIsTriedAgainAFewTimes(int status) throws IOException {
    server.next(PATH, Fault.status(status), Fault.status(status));
    assertThat(fetch(new ByteRange(5, 9))).isEqualTo(bytes(5, 14));

    server.always(PATH, Fault.status(status));
    assertFails(Kind.FAILED, "the server answers " + status, new ByteRange(5, 9));
    assertThat(server.requests()).hasSize(3 + QUICK.tries());
  }

  @ParameterizedTest
  @CsvSource({"404,MISSING", "410,MISSING", "403,FORBIDDEN", "401,FORBIDDEN", "400,FAILED"})
  void whatWillNotPassIsNotTriedAgain(int status, Kind kind) {
    server.always(PATH, Fault.status(status));
    assertFails(kind, "the server answers " + status, new ByteRange(5, 9));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aServerThatIgnoresRangesIsAskedOnce() throws IOException {
    server.always(PATH, Fault.ignoreRange());
    byte[] fetched = fetch(new ByteRange(10, 5), new ByteRange(20_000, 7));
    assertThat(Arrays.copyOf(fetched, 5)).isEqualTo(bytes(10, 15));
    assertThat(Arrays.copyOfRange(fetched, 5, 12)).isEqualTo(bytes(20_000, 20_007));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void anObjectPublishedAnewIsNotMixedWithTheOldOne() {
    server.next(PATH, Fault.then(() -> server.put(PATH, new byte[50_000], MODIFIED)));
    assertFails(Kind.CHANGED, "published anew", new ByteRange(10, 5), new ByteRange(20_000, 7));
  }

  @Test
  void anObjectPublishedAnewAfterACutIsNotResumed() {
    server.next(
        PATH,
        exchange -> {
          Fault.cutAfter(100).answer(exchange);
          server.put(PATH, new byte[50_000], MODIFIED);
        });
    assertFails(Kind.CHANGED, "published anew", ByteRange.WHOLE);
  }

  @Test
  void anIndexThatReachesBeyondTheEndIsWrong() {
    assertFails(Kind.WRONG, "has 50000 bytes", new ByteRange(49_990, 11));
    assertFails(Kind.WRONG, "shorter than its index says", new ByteRange(50_000, 1));
  }

  @Test
  void aLengthThatIsTooLongEndsAfterAFewTries() {
    server.always(PATH, Fault.lengthened(10));
    assertFails(Kind.FAILED, "tried 4 times", ByteRange.WHOLE);
  }

  @Test
  void otherBytesThanThoseAskedForAreNotTaken() throws IOException {
    server.next(PATH, Fault.elsewhere(3));
    assertThat(fetch(new ByteRange(100, 50))).isEqualTo(bytes(100, 150));
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void aBodyWithoutEndIsCutOff() {
    server.always(PATH, Fault.endless());
    assertFails(Kind.WRONG, "goes on after", ByteRange.WHOLE);
    assertThatThrownBy(() -> http.read(uri(), 1000))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("goes on after 1000 bytes");
  }

  @Test
  void anObjectThatIsTooLongIsNotBegun() {
    assertThatThrownBy(() -> http.read(uri(), 49_999))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("at most 49999 are taken");
  }

  @Test
  void aServerThatSaysNothingIsTriedAgain() throws IOException {
    server.next(PATH, Fault.silence(5000));
    assertThat(fetch(new ByteRange(0, 9))).isEqualTo(bytes(0, 9));
  }

  @Test
  void aServerThatIsNotThereIsToldWithAHint() throws IOException {
    server.close();
    assertFails(Kind.FAILED, "cannot connect", new ByteRange(0, 9));
  }

  @Test
  void aTricklingBodyIsGivenUpAndResumed() throws IOException {
    server.next(PATH, Fault.trickle(20));
    assertThat(fetch(new ByteRange(0, 2000))).isEqualTo(bytes(0, 2000));
    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().get(1).range()).matches("bytes=[1-9]\\d*-1999");
  }

  @Test
  void anotherPlaceIsFollowedButNotForEver() throws IOException {
    server.always("/old", Fault.redirect(PATH));
    assertThat(http.read(server.address("/old"), 1 << 20).bytes()).isEqualTo(object);

    server.always("/loop", Fault.redirect("/loop"));
    assertThatThrownBy(() -> http.read(server.address("/loop"), 1 << 20))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("redirects more than 5 times");
    assertThat(server.requests("/loop")).hasSize(6);

    server.always("/file", Fault.redirect("file:///etc/passwd"));
    assertThatThrownBy(() -> http.read(server.address("/file"), 1 << 20))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("redirects to no address");
  }

  @Test
  void credentialsGoToTheirHostOnlyAndAreNotShown() throws IOException {
    try (ReplayServer other = ReplayServer.start()) {
      other.put("/there", object, MODIFIED);
      server.always("/moved", Fault.redirect(other.address("/there").toString()));
      server.always("/denied", Fault.status(403));
      Credentials credentials =
          Credentials.of(
              "met-office", server.address(), Map.of("SKYWATT_AUTH_MET_OFFICE", "apikey: s3cret"));
      try (HttpFetcher authorised = fetcher(credentials)) {
        assertThat(authorised.read(server.address("/moved"), 1 << 20).bytes()).isEqualTo(object);
        assertThat(server.requests("/moved").get(0).headers()).containsEntry("apikey", "s3cret");
        assertThat(other.requests().get(0).headers()).doesNotContainKey("apikey");
        URI denied = URI.create(server.address("/denied") + "?X-Amz-Signature=s3cret");
        assertThatThrownBy(() -> authorised.read(denied, 10))
            .isInstanceOf(FetchException.class)
            .hasMessageNotContaining("s3cret");
        assertThat(credentials.toString()).doesNotContain("s3cret");
      }
    }
  }

  @Test
  void aHostGetsNoMoreRequestsAtATimeThanAllowed() throws Exception {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    server.always(
        PATH,
        exchange -> {
          int unused = most.accumulateAndGet(open.incrementAndGet(), Math::max);
          Thread.sleep(40);
          open.decrementAndGet();
          Fault.none().answer(exchange);
        });
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<byte[]>> results = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        results.add(pool.submit(() -> fetch(new ByteRange(0, 20))));
      }
      for (Future<byte[]> result : results) {
        assertThat(result.get()).isEqualTo(bytes(0, 20));
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(most.get()).isEqualTo(QUICK.parallel());
  }
}
