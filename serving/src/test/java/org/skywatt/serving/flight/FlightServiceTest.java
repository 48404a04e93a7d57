package org.skywatt.serving.flight;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlightServiceTest {
  @ParameterizedTest
  @CsvSource({"127.0.0.1,false,true", "::1,false,false", "0.0.0.0,true,false"})
  void listensWhereKeysAreSafe(String host, boolean tls, boolean open) {
    assertThatCode(() -> FlightService.requireSafe(host, tls, open)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0,false,false,certificate",
    "0.0.0.0,true,true,skywatt.open",
    "10.0.0.1,false,false,certificate"
  })
  void refusesToListenWhereTheyAreNot(String host, boolean tls, boolean open, String hint) {
    assertThatThrownBy(() -> FlightService.requireSafe(host, tls, open))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(host)
        .hasMessageContaining(hint);
  }
}
