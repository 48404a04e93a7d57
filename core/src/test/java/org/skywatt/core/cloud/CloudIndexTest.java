package org.skywatt.core.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.motion.Plane;

class CloudIndexTest {
  private static Plane row(float... values) {
    return new Plane(1, values.length, values);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1, 0.7, 0", "0.7, 0.1, 0.7, 1", "0.4, 0.1, 0.7, 0.5", "0.04, 0.1, 0.7, -0.1",
    "0, 0.3, 0.7, -0.2", "1.1, 0.1, 0.7, 1.2", "NaN, 0.1, 0.7, NaN", "0.4, NaN, 0.7, NaN",
    "0.4, 0.1, NaN, NaN", "0.7, 0.65, 0.7, NaN", "0.7, 0.8, 0.7, NaN"
  })
  void liesBetweenGroundAndCloud(float reflectance, float ground, float cloud, float index) {
    float[] found = CloudIndex.of(row(reflectance), row(ground), cloud).values();
    float[] alike = CloudIndex.of(row(reflectance), row(ground), row(cloud)).values();
    assertThat(found).containsExactly(alike);
    if (Float.isNaN(index)) {
      assertThat(found[0]).isNaN();
    } else {
      assertThat(found[0]).isCloseTo(index, within(1e-6f));
    }
  }

  @Test
  void refusesImagesOfOtherShapes() {
    assertThatThrownBy(() -> CloudIndex.of(row(1, 2), row(1), 0.7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 × 2");
  }

  @Test
  void endsWithTheDay() {
    Plane index = CloudIndex.byDay(row(0.3f, 0.3f, 0.3f), row(60, 86, Float.NaN));
    assertThat(index.values()).containsExactly(0.3f, Float.NaN, Float.NaN);
  }

  /** Taylor and Stowe's limits: 0.78 at the horizon, 0.65 overhead. */
  @Test
  void knowsHowBrightCloudsAre() {
    assertThat(CloudReflectance.effective(90)).isEqualTo(0.78, within(1e-12));
    assertThat(CloudReflectance.effective(0)).isEqualTo(0.65, within(0.0025));
    float[] values = new float[2000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 1000 / 1000f;
    }
    assertThat(CloudReflectance.of(List.of(new Plane(20, 100, values))))
        .isCloseTo(0.95, within(0.002));
    assertThat(CloudReflectance.of(List.of(row(1, 2, 3)))).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "40, 180, 40, 0, 0",
    "40, 180, 40, 180, 80",
    "0, 77, 35, 10, 35",
    "30, 90, 50, 270, 20"
  })
  void findsTheMirrorImageOfTheSun(
      double sun, double sunAzimuth, double view, double viewAzimuth, double angle) {
    assertThat(SunGlint.angleDeg(sun, sunAzimuth, view, viewAzimuth))
        .isCloseTo(angle, within(1e-6));
  }

  @Test
  void glintIsOnWaterOnly() {
    BitSet water = new BitSet();
    water.set(1, 3);
    Plane guarded = SunGlint.guard(row(1, 1, 1), row(10, 10, 50), water);
    assertThat(guarded.values()).containsExactly(1, Float.NaN, 1);
  }

  @Test
  void infraredTakesOverAtNight() {
    Plane ground = row(290, 290, 290, Float.NaN);
    Plane infrared = InfraredCloudIndex.of(row(290, 265, 240, 250), ground);
    assertThat(infrared.values()).containsExactly(0, 1, 1.2f, Float.NaN);
    Plane visible = row(0.2f, 0.2f, 0.2f, 0.2f);
    assertThat(InfraredCloudIndex.blend(visible, infrared, row(30, 30, 30, 30)).values())
        .containsExactly(0.2f, 0.2f, 0.2f, 0.2f);
    assertThat(InfraredCloudIndex.blend(visible, infrared, row(90, 80, 120, 120)).values())
        .containsExactly(0, 0.6f, 1.2f, Float.NaN);
    Plane blind = row(Float.NaN, Float.NaN, 0.2f, 0.2f);
    assertThat(InfraredCloudIndex.blend(blind, infrared, row(30, 80, Float.NaN, 80)).values())
        .containsExactly(0, 1, Float.NaN, 0.2f);
  }
}
