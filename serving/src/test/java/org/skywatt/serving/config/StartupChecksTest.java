package org.skywatt.serving.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartupChecksTest {
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.9.9.9"})
  void thisMachineIsWell(String host) {
    assertThatCode(() -> StartupChecks.requireLoopback(host)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "no.such.host.invalid"})
  void othersAreRefused(String host) {
    assertThatThrownBy(() -> StartupChecks.requireLoopback(host))
        .hasMessageContaining("unset skywatt.open");
  }

  @Test
  void onlyASimulatedWorldMayStopTheClock() {
    StartupChecks.requireHonestClock(true, true);
    StartupChecks.requireHonestClock(false, false);
    assertThatThrownBy(() -> StartupChecks.requireHonestClock(true, false))
        .hasMessageContaining("only for a simulated world");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nothing", "http://login.example.org/", "ftp://login.example.org/", "https"})
  void aProviderMustBeSafe(String issuer) {
    assertThatThrownBy(
            () -> StartupChecks.requireProvider(Optional.of(issuer), Optional.of("skywatt")))
        .hasMessageContaining("skywatt.oidc.issuer");
  }

  @Test
  void aProviderNeedsAnAudience() {
    Optional<String> issuer = Optional.of("https://login.example.org/");
    StartupChecks.requireProvider(issuer, Optional.of("skywatt"));
    StartupChecks.requireProvider(Optional.of("http://127.0.0.1:8180/"), Optional.of("skywatt"));
    for (Optional<String> none :
        List.of(Optional.<String>empty(), Optional.of(" "), Optional.of("any"))) {
      assertThatThrownBy(() -> StartupChecks.requireProvider(issuer, none))
          .hasMessageContaining("skywatt.oidc.audience");
    }
  }
}
