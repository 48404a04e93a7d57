package org.skywatt.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentProxiesTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "HTTPS_PROXY", "http://proxy.example:3128",
          "no_proxy", "internal.example, .corp.example");

  @BeforeEach
  void javaIsToldOfNoProxy() {
    assumeThat(System.getProperty("https.proxyHost")).isNull();
    assumeThat(System.getProperty("http.proxyHost")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "https://data.example/x,proxy.example:3128",
    "http://data.example/x,",
    "https://internal.example/x,",
    "https://a.internal.example/x,",
    "https://a.corp.example/x,",
    "https://notcorp.example/x,proxy.example:3128",
    "https://127.0.0.1/x,",
    "https://localhost/x,",
  })
  void theyAreUsedWhereTheyApply(URI uri, String expected) {
    Proxy proxy = EnvironmentProxies.choose(ENVIRONMENT).select(uri).get(0);
    if (expected == null) {
      assertThat(proxy).isEqualTo(Proxy.NO_PROXY);
    } else {
      InetSocketAddress address = (InetSocketAddress) proxy.address();
      assertThat(address.getHostString() + ":" + address.getPort()).isEqualTo(expected);
    }
  }
}
