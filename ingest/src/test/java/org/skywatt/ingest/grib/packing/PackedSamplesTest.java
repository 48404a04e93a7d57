package org.skywatt.ingest.grib.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every packing gives back what ecCodes packed, to half a step of the packing. */
class PackedSamplesTest {
  static List<String> names() throws IOException {
    return PackedSamples.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void givesWhatWasPacked(String name) throws IOException {
    float[] values = PackedSamples.read(name).values();
    assertThat(values).hasSize(PackedSamples.ROWS * PackedSamples.COLUMNS);
    // Values span 46 K in 4 or 12 bits; steps of complex and of logarithmic packing are larger.
    double allowed = name.startsWith("png_4") || name.contains("restricted") ? 2.01 : 0.017;
    for (int i = 0; i < values.length; i++) {
      double expected = PackedSamples.value(i, name.contains("missing"));
      if (Double.isNaN(expected)) {
        assertThat(values[i]).as("point %d", i).isNaN();
      } else {
        assertThat(Math.abs(values[i] - expected)).as("point %d", i).isLessThan(allowed);
      }
    }
  }
}
