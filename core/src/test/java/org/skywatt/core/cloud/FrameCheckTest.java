package org.skywatt.core.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.skywatt.core.motion.Plane;

class FrameCheckTest {
  private static final Instant NOON = Instant.parse("2020-04-01T12:00:00Z");
  private static final int ROWS = 60;
  private static final int COLUMNS = 80;

  /** Clouds of several sizes with noise, in whole counts. */
  private static Plane clouds(long seed) {
    Random random = new Random(seed);
    Plane image = new Plane(ROWS, COLUMNS);
    double phase = 6 * random.nextDouble();
    for (int i = 0; i < ROWS * COLUMNS; i++) {
      int row = i / COLUMNS;
      int column = i - row * COLUMNS;
      double value = 300 + 80 * Math.sin(row / 4.0 + phase) + 60 * Math.sin((row + column) / 3.0);
      image.values()[i] = Math.round(value + 4 * random.nextGaussian());
    }
    return image;
  }

  private static Set<FrameFlag> flags(Consumer<float[]> fault) {
    Plane image = clouds(1);
    fault.accept(image.values());
    return FrameCheck.flags(image, NOON, NOON.plusSeconds(300), before(-300), ROWS, COLUMNS);
  }

  private static Optional<FrameCheck.Timed> before(int seconds) {
    return Optional.of(new FrameCheck.Timed(clouds(2), NOON.plusSeconds(seconds)));
  }

  private static void rows(float[] values, int from, int to, float value) {
    Arrays.fill(values, from * COLUMNS, to * COLUMNS, value);
  }

  @Test
  void cloudsAreNoFault() {
    assertThat(flags(values -> {})).isEmpty();
    // A few lost pixels are no fault.
    assertThat(flags(values -> Arrays.fill(values, 100, 170, Float.NaN))).isEmpty();
  }

  @Test
  void findsWhatIsMissing() {
    assertThat(
            flags(
                values -> {
                  for (int i = 0; i < values.length; i += 19) {
                    values[i] = Float.NaN;
                  }
                }))
        .containsExactly(FrameFlag.MISSING);
    assertThat(
            flags(
                values -> {
                  for (int i = 0; i < values.length; i += 9) {
                    values[i] = 0;
                  }
                }))
        .containsExactly(FrameFlag.ZEROS);
    assertThat(flags(values -> Arrays.fill(values, Float.NaN)))
        .containsExactlyInAnyOrder(FrameFlag.MISSING, FrameFlag.DEAD_LINES);
  }

  @Test
  void findsDeadLines() {
    assertThat(flags(values -> rows(values, 20, 21, Float.NaN)))
        .containsExactly(FrameFlag.DEAD_LINES);
    assertThat(flags(values -> rows(values, 0, 1, 300))).contains(FrameFlag.DEAD_LINES);
    assertThat(flags(values -> rows(values, 30, 33, 51))).contains(FrameFlag.DEAD_LINES);
    assertThat(flags(values -> Arrays.fill(values, 51))).containsExactly(FrameFlag.DEAD_LINES);
  }

  /** Where night begins, rows are wholly dark beside rows that mostly are. */
  @Test
  void nightIsNoDeadLine() {
    assertThat(
            flags(
                values -> {
                  rows(values, 40, ROWS, 51);
                  Arrays.fill(values, 39 * COLUMNS, 39 * COLUMNS + 60, 51);
                }))
        .doesNotContain(FrameFlag.DEAD_LINES);
  }

  @Test
  void findsStripes() {
    assertThat(
            flags(
                values -> {
                  for (int i = 25 * COLUMNS; i < 26 * COLUMNS; i++) {
                    values[i] += 25;
                  }
                }))
        .containsExactly(FrameFlag.STRIPES);
    assertThat(
            flags(
                values -> {
                  for (int i = 0; i < values.length; i++) {
                    values[i] += i / COLUMNS % 3 == 0 ? 20 : 0;
                  }
                }))
        .containsExactly(FrameFlag.STRIPES);
  }

  @Test
  void findsWhatComesAtTheWrongTime() {
    Plane image = clouds(1);
    assertThat(FrameCheck.flags(image, NOON, NOON.minusMillis(1), before(-300), ROWS, COLUMNS))
        .containsExactly(FrameFlag.FROM_THE_FUTURE);
    assertThat(FrameCheck.flags(image, NOON, NOON, before(300), ROWS, COLUMNS))
        .containsExactly(FrameFlag.OUT_OF_ORDER);
    assertThat(FrameCheck.flags(image, NOON, NOON, before(0), ROWS, COLUMNS))
        .containsExactly(FrameFlag.REPEATED);
    assertThat(FrameCheck.flags(clouds(2), NOON, NOON, before(-300), ROWS, COLUMNS))
        .containsExactly(FrameFlag.REPEATED);
    assertThat(FrameCheck.flags(image, NOON, NOON, Optional.empty(), ROWS, COLUMNS)).isEmpty();
  }

  @Test
  void findsAnotherSize() {
    assertThat(FrameCheck.flags(clouds(1), NOON, NOON, before(-300), ROWS, COLUMNS + 1))
        .containsExactly(FrameFlag.WRONG_SIZE);
  }
}
