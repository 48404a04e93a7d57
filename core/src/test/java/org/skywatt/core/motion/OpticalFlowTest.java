package org.skywatt.core.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpticalFlowTest {
  private static final int ROWS = 160;
  private static final int COLUMNS = 220;

  private static Motion estimate(Plane before, Plane after) {
    try (RowWorkers workers = new RowWorkers(2)) {
      return OpticalFlow.estimate(
          List.of(new OpticalFlow.Pair(new Pyramid(before, workers), new Pyramid(after, workers))),
          OpticalFlow.Effort.FULL,
          workers);
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "0, -2", "-2, 2"})
  void findsAMotionOfTwoPixelsToAThousandth(double right, double down) {
    Waves waves = new Waves(ROWS, COLUMNS, 1);
    Motion motion = estimate(waves.moved(0, 0), waves.moved(right, down));
    assertThat(relativeError(motion, right, down)).isLessThan(1e-3);
    assertThat(Planes.mean(motion.confidence())).isGreaterThan(0.99f);
  }

  /** Between pixels the cubic interpolation of the shortest waves sets the limit. */
  @ParameterizedTest
  @CsvSource({"1.2, 1.6", "-1.6, 1.2"})
  void findsAMotionBetweenPixels(double right, double down) {
    Waves waves = new Waves(ROWS, COLUMNS, 1);
    Motion motion = estimate(waves.moved(0, 0), waves.moved(right, down));
    assertThat(relativeError(motion, right, down)).isLessThan(5e-3);
  }

  @Test
  void findsAMotionOfManyPixels() {
    Waves waves = new Waves(ROWS, COLUMNS, 2);
    Motion motion = estimate(waves.moved(0, 0), waves.moved(11, -7));
    assertThat(relativeError(motion, 11, -7)).isLessThan(0.01);
  }

  @Test
  void trustsNoMotionBetweenImagesThatHaveNothingInCommon() {
    Motion motion =
        estimate(new Waves(ROWS, COLUMNS, 3).moved(0, 0), new Waves(ROWS, COLUMNS, 4).moved(0, 0));
    assertThat(Planes.mean(motion.confidence())).isLessThan(0.6f);
  }

  @Test
  void standsStillWhereNothingIsSeen() {
    Motion motion = estimate(new Plane(ROWS, COLUMNS), new Plane(ROWS, COLUMNS));
    assertThat(motion.right().values()).containsOnly(0);
    assertThat(motion.down().values()).containsOnly(0);
    assertThat(motion.confidence().values()).containsOnly(0);
  }

  @Test
  void bearsImagesOfAPixel() {
    Motion motion = estimate(new Plane(1, 1), new Plane(1, 1));
    assertThat(motion.right().values()).containsExactly(0);
  }

  private static double relativeError(Motion motion, double right, double down) {
    double squares = 0;
    for (int i = 0; i < motion.right().values().length; i++) {
      double x = motion.right().values()[i] - right;
      double y = motion.down().values()[i] - down;
      squares += x * x + y * y;
    }
    return Math.sqrt(squares / motion.right().values().length) / Math.hypot(right, down);
  }
}
