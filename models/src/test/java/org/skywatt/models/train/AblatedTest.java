package org.skywatt.models.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skywatt.core.run.InputTier;

class AblatedTest {
  private final List<float[]> seen = new ArrayList<>();

  /** Remembers the features of every row that it is shown. */
  private final class Watcher implements Learner {
    @Override
    public String name() {
      return "watcher";
    }

    @Override
    public String schema() {
      return "wind";
    }

    @Override
    public boolean solar() {
      return false;
    }

    @Override
    public boolean pooled() {
      return true;
    }

    @Override
    public PercentileModel learn(List<TrainingRow> rows) {
      rows.forEach(row -> seen.add(row.features()));
      return later -> {
        later.forEach(row -> seen.add(row.features()));
        return new double[later.size()][0];
      };
    }
  }

  private static TrainingRow row(float... features) {
    Instant time = Instant.EPOCH;
    return new TrainingRow("a", time, time, InputTier.FULL, false, features, 0.5, 0.5);
  }

  @Test
  void whatIsLeftOutIsMissingInTrainingAndForecastAlike() {
    TrainingRow past = row(1, 2, 3);
    Learner ablated = new Ablated(new Watcher(), List.of(0, 2));
    assertThat(ablated.learn(List.of(past)).percentiles(List.of(row(4, 5, 6)))).hasDimensions(1, 0);
    assertThat(seen.get(0)).containsExactly(Float.NaN, 2, Float.NaN);
    assertThat(seen.get(1)).containsExactly(Float.NaN, 5, Float.NaN);
    assertThat(past.features()).containsExactly(1, 2, 3);
  }

  @Test
  void nothingLeftOutChangesNothing() {
    TrainingRow past = row(1, 2, 3);
    new Ablated(new Watcher(), List.of()).learn(List.of(past));
    assertThat(seen.get(0)).isSameAs(past.features());
  }
}
