package org.skywatt.core.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariableTest {
  @ParameterizedTest
  @CsvSource({
    "GHI, 0, true",
    "GHI, 1000, true",
    "GHI, -1.4, true", // packing rounds
    "GHI, -1.6, false",
    "GHI, 1502, false",
    "CLOUD_COVER, 1.0005, true",
    "CLOUD_COVER, 100, false", // percent
    "TEMPERATURE_2M, 288, true",
    "TEMPERATURE_2M, 15, false", // degrees Celsius
    "SURFACE_PRESSURE, 101325, true",
    "SURFACE_PRESSURE, 1013.25, false", // hPa
    "WIND_U_10M, -100, true",
    "WIND_U_10M, -101, false",
    "WIND_V_100M, Infinity, false",
    "GHI, NaN, true", // missing
  })
  void tellsWhatCannotBe(Variable variable, double value, boolean plausible) {
    assertThat(variable.isPlausible(value)).isEqualTo(plausible);
  }

  @Test
  void columnsAreDistinctAndFound() {
    assertThat(Arrays.stream(Variable.values()).map(Variable::column)).doesNotHaveDuplicates();
    for (Variable variable : Variable.values()) {
      assertThat(Variable.findByColumn(variable.column())).contains(variable);
    }
    assertThat(Variable.findByColumn("ghi")).isEmpty();
    assertThat(Variable.COUNT).isEqualTo(Variable.values().length);
  }
}
