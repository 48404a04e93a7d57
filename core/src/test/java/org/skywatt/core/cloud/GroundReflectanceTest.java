package org.skywatt.core.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.skywatt.core.motion.Plane;

class GroundReflectanceTest {
  private static List<Plane> images(int count, int rows, int columns, long seed) {
    Random random = new Random(seed);
    List<Plane> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Plane image = new Plane(rows, columns);
      for (int j = 0; j < image.values().length; j++) {
        image.values()[j] = random.nextInt(8) == 0 ? Float.NaN : random.nextInt(20) / 20f;
      }
      images.add(image);
    }
    return images;
  }

  @Property(tries = 50)
  void isAsBySorting(@ForAll @IntRange(min = 1, max = 40) int count, @ForAll long seed) {
    List<Plane> images = images(count, 3, 5, seed);
    Plane ground = GroundReflectance.of(images);
    Plane warm = InfraredCloudIndex.groundK(images);
    for (int pixel = 0; pixel < 15; pixel++) {
      float[] values = new float[count];
      int known = 0;
      for (Plane image : images) {
        if (!Float.isNaN(image.values()[pixel])) {
          values[known++] = image.values()[pixel];
        }
      }
      Arrays.sort(values, 0, known);
      boolean enough = known >= GroundReflectance.FEWEST;
      assertThat(ground.values()[pixel])
          .isEqualTo((Float) (enough ? values[(int) (0.1 * (known - 1))] : Float.NaN));
      assertThat(warm.values()[pixel])
          .isEqualTo((Float) (enough ? values[known - 1 - (int) (0.2 * (known - 1))] : Float.NaN));
    }
  }

  @Test
  void passesOverShadowsAndClouds() {
    List<Plane> month = new ArrayList<>();
    for (int day = 0; day < 30; day++) {
      float value = day == 3 ? 0.02f : day % 3 == 0 ? 0.15f : 0.7f;
      month.add(new Plane(1, 1, new float[] {value}));
    }
    assertThat(GroundReflectance.of(month).values()[0]).isEqualTo(0.15f);
  }

  @Test
  void refusesNothingAndOtherShapes() {
    assertThatThrownBy(() -> GroundReflectance.of(List.of())).hasMessageContaining("no images");
    assertThatThrownBy(() -> GroundReflectance.of(List.of(new Plane(1, 2), new Plane(2, 1))))
        .hasMessageContaining("don't go together");
  }

  /**
   * A month of whole frames of Great Britain; twice the time of the bar, as others may be at work.
   */
  @Test
  void isFast() {
    List<Plane> ten = images(10, 891, 1843, 1);
    List<Plane> month = new ArrayList<>(ten);
    month.addAll(ten);
    month.addAll(ten);
    long start = System.nanoTime();
    Plane ground = GroundReflectance.of(month);
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(4);
    assertThat(ground.values()).hasSize(891 * 1843);
  }
}
