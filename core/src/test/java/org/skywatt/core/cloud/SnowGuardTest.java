package org.skywatt.core.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.skywatt.core.motion.Plane;

/** A dark plain of 12 × 12 pixels, under what may be snow. */
class SnowGuardTest {
  private static final int SIZE = 12;
  private static final int INSIDE = 5 * SIZE + 6;

  private final Plane ground = image(i -> 0.1);

  private static Plane image(IntToDoubleFunction reflectance) {
    Plane image = new Plane(SIZE, SIZE);
    for (int i = 0; i < SIZE * SIZE; i++) {
      image.values()[i] = (float) reflectance.applyAsDouble(i);
    }
    return image;
  }

  /** Woods in every third column: snow lies between them. */
  private static double woods(int column) {
    return column % 3 == 0 ? 0.3 : 0.55;
  }

  private boolean isSnow(List<Plane> images, Optional<Plane> colder) {
    return SnowGuard.find(images, ground, 0.7, colder).get(INSIDE);
  }

  private static List<Plane> still(Plane image) {
    return List.of(image, image, image, image);
  }

  @Test
  void snowStaysAndShowsWoods() {
    assertThat(isSnow(still(image(i -> woods(i % SIZE))), Optional.empty())).isTrue();
  }

  @Test
  void cloudsThatMoveAreNoSnow() {
    List<Plane> moving = new ArrayList<>();
    for (int time = 0; time < 4; time++) {
      int by = time;
      moving.add(image(i -> woods(i % SIZE + by)));
    }
    assertThat(isSnow(moving, Optional.empty())).isFalse();
    // Not even where infrared says that they are low and warm.
    assertThat(isSnow(moving, Optional.of(image(i -> 2)))).isFalse();
  }

  @Test
  void smoothSnowIsToldFromFogByInfrared() {
    List<Plane> smooth = still(image(i -> 0.55));
    assertThat(isSnow(smooth, Optional.empty())).isFalse();
    assertThat(isSnow(smooth, Optional.of(image(i -> 3)))).isTrue();
    assertThat(isSnow(smooth, Optional.of(image(i -> 15)))).isFalse();
  }

  @Test
  void groundAndFewImagesAreNoSnow() {
    assertThat(isSnow(still(image(i -> i % 3 == 0 ? 0.1 : 0.16)), Optional.empty())).isFalse();
    Plane snow = image(i -> woods(i % SIZE));
    assertThat(isSnow(List.of(snow, snow, snow), Optional.empty())).isFalse();
    Plane lost = image(i -> i == INSIDE ? Double.NaN : woods(i % SIZE));
    assertThat(isSnow(Arrays.asList(snow, lost, snow, snow), Optional.empty())).isFalse();
  }

  @Test
  void hidesTheGroundBelow() {
    List<Plane> images = still(image(i -> woods(i % SIZE)));
    Plane guarded = SnowGuard.guard(ground, SnowGuard.find(images, ground, 0.7, Optional.empty()));
    Plane index = CloudIndex.of(images.get(3), guarded, 0.7);
    assertThat(index.values()[INSIDE]).isNaN();
  }
}
