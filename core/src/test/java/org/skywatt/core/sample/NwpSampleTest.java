package org.skywatt.core.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.skywatt.core.variable.Variable;

class NwpSampleTest {
  @Test
  void flagsWhatCannotBe() {
    float[] values = new float[Variable.COUNT];
    Arrays.fill(values, Float.NaN);
    values[Variable.GHI.ordinal()] = 500;
    assertThat(sample(values).implausible()).isZero();
    values[Variable.CLOUD_COVER.ordinal()] = 55; // percent
    values[Variable.SNOW_DEPTH.ordinal()] = -1;
    assertThat(sample(values).implausible())
        .isEqualTo(1L << Variable.CLOUD_COVER.ordinal() | 1L << Variable.SNOW_DEPTH.ordinal());
  }

  private static NwpSample sample(float[] values) {
    return new NwpSample("a", "model", 0, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, values);
  }
}
