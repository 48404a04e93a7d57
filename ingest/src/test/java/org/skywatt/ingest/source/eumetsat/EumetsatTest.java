package org.skywatt.ingest.source.eumetsat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skywatt.ingest.fetch.ClientCredentials;
import org.skywatt.ingest.fetch.Credentials;
import org.skywatt.ingest.fetch.FetchSettings;
import org.skywatt.ingest.fetch.HttpFetcher;
import org.skywatt.ingest.source.Remote;
import org.skywatt.ingest.source.run.FetchedRun;
import org.skywatt.ingest.source.run.RunFetcher;

/** The Data Store's layout, replayed. */
class EumetsatTest {
  private static final Instant HOUR = Instant.parse("2026-11-28T12:00:00Z");
  private static final String CHUNK =
      "W_XX-EUMETSAT-Darmstadt,IMG+SAT,MTI1+FCI-1C-RRAD-FDHSI-FD--CHK-BODY--DIS-NC4E_C_EUMT_"
          + "20261128120512_IDPFI_OPE_20261128120007_20261128120917_N_JLS_T_0073_%04d.nc";

  @TempDir private Path folder;
  private DataStoreReplay store;

  @BeforeEach
  void start() throws IOException {
    store = new DataStoreReplay();
    store.put(
        "MTI1-at-1200",
        "2026-11-28T12:00:07.000Z/2026-11-28T12:09:17.000Z",
        entries(33, 34, 35, 36));
    store.put("MTI1-at-1150", "2026-11-28T11:50:07Z/2026-11-28T11:59:17Z", entries(34));
  }

  @AfterEach
  void stop() {
    store.close();
  }

  private static Map<String, byte[]> entries(int... chunks) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("manifest.xml", new byte[3]);
    entries.put(CHUNK.formatted(41).replace("BODY", "TRAIL"), new byte[3]);
    for (int chunk : chunks) {
      entries.put(CHUNK.formatted(chunk), ("chunk " + chunk).getBytes(UTF_8));
    }
    return entries;
  }

  private FetchedRun fetch(Credentials credentials) throws IOException {
    try (HttpFetcher http = new HttpFetcher(FetchSettings.DEFAULT, credentials, Map.of())) {
      Remote remote = new Remote(http, store.address(""));
      return new RunFetcher(new Eumetsat(34, 35), remote, folder, 2, Clock.systemUTC(), line -> {})
          .fetch(HOUR, Duration.ofHours(1));
    }
  }

  private Credentials token() throws IOException {
    return ClientCredentials.token(
        store.address("/token"), DataStoreReplay.KEY, DataStoreReplay.SECRET, Map.of());
  }

  @Test
  void theChunksOfTheServedLatitudesAreFetched() throws IOException {
    FetchedRun fetched = fetch(token());
    assertThat(fetched.refused()).isEmpty();
    assertThat(fetched.isComplete()).isTrue();
    assertThat(fetched.files().keySet())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            CHUNK.formatted(34).replaceAll("[,+]", "_"),
            CHUNK.formatted(35).replaceAll("[,+]", "_"));
    assertThat(Files.readString(fetched.files().keySet().iterator().next())).isEqualTo("chunk 34");
    assertThat(store.requests.stream().filter(path -> path.endsWith("/entry"))).hasSize(2);
  }

  @Test
  void aProductThatIsStillBeingPublishedIsGoneOnWithLater() throws IOException {
    store.put("MTI1-at-1210", "2026-11-28T12:10:07Z/2026-11-28T12:19:17Z", entries());
    FetchedRun fetched = fetch(token());
    assertThat(fetched.missing()).containsExactly("2 chunks of MTI1-at-1210");
    assertThat(fetched.files()).hasSize(2);
  }

  @Test
  void busyAnswersAreTriedAgain() throws IOException {
    store.faults.put("search", List.of(500, 429));
    store.faults.put("download", List.of(503));
    assertThat(fetch(token()).files()).hasSize(2);
  }

  @Test
  void withoutATokenNothingIsFetchedAndThatIsSaid() {
    assertThatThrownBy(() -> fetch(Credentials.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("401");
  }

  @Test
  void aWrongSecretIsNotShown() {
    assertThatThrownBy(
            () -> ClientCredentials.token(store.address("/token"), "my-key", "my-secret", Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gives no token")
        .hasMessageNotContaining("my-secret")
        .hasMessageNotContaining("my-key");
  }

  @Test
  void aKeyIsNotSentInTheClear() {
    assertThatThrownBy(
            () ->
                ClientCredentials.token(
                    URI.create("http://example.org/token"), "key", "secret", Map.of()))
        .hasMessageContaining("only sent over https");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{\"totalResults\":1000000000,\"features\":[]}",
        "{\"totalResults\":1,\"features\":[{\"id\":\"x\"}]}",
        "{\"totalResults\":1,\"features\":[{\"id\":\"x\",\"properties\":{\"date\":\"soon\"}}]}"
      })
  void anAnswerThatIsNoneIsSaidInOneLine(String answer) throws IOException {
    store.lie = answer;
    Credentials token = token();
    assertThatThrownBy(() -> fetch(token))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/data/search-products/1.0.0/os")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aHostileEntryNameIsPassedOver() throws IOException {
    Map<String, byte[]> hostile = entries(34);
    hostile.put("../../W_XX-CHK-BODY_0035.nc", new byte[1]);
    store.put("MTI1-at-1200", "2026-11-28T12:00:07Z/2026-11-28T12:09:17Z", hostile);
    FetchedRun fetched = fetch(token());
    assertThat(fetched.files()).hasSize(1);
    assertThat(fetched.missing()).containsExactly("1 chunks of MTI1-at-1200");
  }
}
