package org.skywatt.core.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.motion.Plane;

class ClearSkyIndexTest {
  /** Points of Hammer et al. 2003; between 0.8 and 1.1 by its rounded coefficients. */
  @ParameterizedTest
  @CsvSource({
    "-0.5, 1.2",
    "-0.2, 1.2",
    "-0.1, 1.1",
    "0, 1",
    "0.35, 0.65",
    "0.8, 0.2",
    "0.9, 0.1167",
    "1.0, 0.0667",
    "1.1, 0.05",
    "1.5, 0.05"
  })
  void followsThePaper(double cloudIndex, double clearSkyIndex) {
    assertThat(ClearSkyIndex.ofCloudIndex(cloudIndex)).isCloseTo(clearSkyIndex, within(1e-4));
  }

  @Property
  void neverRisesNorJumps(@ForAll @DoubleRange(min = -0.5, max = 1.5) double cloudIndex) {
    double here = ClearSkyIndex.ofCloudIndex(cloudIndex);
    double next = ClearSkyIndex.ofCloudIndex(cloudIndex + 1e-6);
    assertThat(next).isBetween(here - 2e-6, here + 1e-12);
  }

  @Test
  void givesIrradiance() {
    assertThat(ClearSkyIndex.ghiWm2(0.25, 800)).isEqualTo(600);
    assertThat(ClearSkyIndex.ghiWm2(Double.NaN, 800)).isNaN();
    Plane image = ClearSkyIndex.ofCloudIndex(new Plane(1, 2, new float[] {0.5f, Float.NaN}));
    assertThat(image.values()).containsExactly(0.5f, Float.NaN);
  }
}
