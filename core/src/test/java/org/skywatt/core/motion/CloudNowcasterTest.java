package org.skywatt.core.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloudNowcasterTest {
  private static final int ROWS = 90;
  private static final int COLUMNS = 120;

  private static List<Plane> forecast(List<Plane> images, int steps, int threads) {
    List<Plane> forecasts = new ArrayList<>();
    try (RowWorkers workers = new RowWorkers(threads)) {
      CloudNowcaster nowcaster = new CloudNowcaster(3, workers);
      images.forEach(nowcaster::add);
      nowcaster.forecast(steps, (step, image) -> forecasts.add(image));
    }
    return forecasts;
  }

  private static List<Plane> moving(int count) {
    Waves waves = new Waves(ROWS, COLUMNS, 5);
    List<Plane> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      images.add(waves.moved(1.5 * i, -0.5 * i));
    }
    return images;
  }

  @Test
  void carriesCloudsThatOnlyMove() {
    List<Plane> all = moving(9);
    List<Plane> forecasts = forecast(all.subList(0, 6), 3, 1);
    for (int step = 1; step <= 3; step++) {
      double squares = 0;
      double still = 0;
      for (int row = 10; row < ROWS - 10; row++) {
        for (int column = 10; column < COLUMNS - 10; column++) {
          double outcome = all.get(5 + step).at(row, column);
          squares += Math.pow(forecasts.get(step - 1).at(row, column) - outcome, 2);
          still += Math.pow(all.get(5).at(row, column) - outcome, 2);
        }
      }
      assertThat(Math.sqrt(squares / still)).as("step %d", step).isLessThan(0.1);
    }
  }

  @Test
  void learnsThatAllGrowsBrighter() {
    List<Plane> images = new ArrayList<>();
    for (Plane image : moving(8)) {
      Planes.add(image, 10f * images.size());
      images.add(image);
    }
    float newest = Planes.mean(images.get(7));
    float forecast = Planes.mean(forecast(images, 2, 1).get(1));
    assertThat(forecast - newest).isBetween(16f, 24f);
  }

  @Test
  void isTheSameOnAnyNumberOfThreads() {
    assertThat(forecast(moving(5), 3, 1)).isEqualTo(forecast(moving(5), 3, 3));
  }

  @Test
  void leavesMissingWhatComesFromAMissingPixel() {
    List<Plane> images = moving(5);
    for (int row = 40; row < 60; row++) {
      for (int column = 50; column < 70; column++) {
        images.get(4).values()[row * COLUMNS + column] = Float.NaN;
      }
    }
    Plane forecast = forecast(images, 2, 1).get(1);
    // Two steps carry the hole by 3 pixels to the right and 1 up.
    assertThat(forecast.at(49, 63)).isNaN();
    assertThat(forecast.at(49, 71)).isNaN();
    assertThat(forecast.at(49, 51)).isNotNaN();
    assertThat(forecast.at(20, 20)).isFinite();
  }

  @Test
  void goesOnAfterALostImage() {
    List<Plane> all = moving(6);
    try (RowWorkers workers = new RowWorkers(1)) {
      CloudNowcaster nowcaster = new CloudNowcaster(3, workers);
      nowcaster.add(all.get(0));
      assertThat(nowcaster.isReady()).isFalse();
      assertThatThrownBy(() -> nowcaster.forecast(1, (step, image) -> {}))
          .isInstanceOf(IllegalStateException.class);
      nowcaster.add(all.get(1));
      nowcaster.skip();
      assertThat(nowcaster.isReady()).isFalse();
      nowcaster.add(all.get(3));
      assertThat(nowcaster.isReady()).isTrue();
      assertThat(nowcaster.motion().right().at(40, 40)).isBetween(1.4f, 1.6f);
    }
  }

  @Test
  void bearsAnImageOfWhichAllIsMissing() {
    List<Plane> images = moving(4);
    java.util.Arrays.fill(images.get(2).values(), Float.NaN);
    assertThat(forecast(images, 1, 1).get(0).at(40, 40)).isFinite();
  }
}
