package org.skywatt.serving.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
