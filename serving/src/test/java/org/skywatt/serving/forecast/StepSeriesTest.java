package org.skywatt.serving.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StepSeriesTest {
  private static StepSeries series(double... means) {
    StepSeries series = StepSeries.ofSize(means.length);
    for (int i = 0; i < means.length; i++) {
      series.start()[i] = 1800L * i;
      series.end()[i] = 1800L * (i + 1);
      series.mean()[i] = means[i];
      series.quantiles()[i] = Double.isNaN(means[i]) ? null : new double[] {means[i] / 2, means[i]};
    }
    return series;
  }

  private static double energy(StepSeries series) {
    double sum = 0;
    for (int i = 0; i < series.size(); i++) {
      sum += series.mean()[i] * (series.end()[i] - series.start()[i]);
    }
    return sum;
  }

  @Property(tries = 100)
  void energyIsKept(@ForAll @Size(8) List<@DoubleRange(min = 0, max = 1) Double> means) {
    StepSeries half = series(means.stream().mapToDouble(each -> each).toArray());
    for (int seconds : new int[] {300, 900, 1800, 3600, 7200, 14400}) {
      StepSeries other = half.onto(seconds, TimeRange.ALL);
      assertThat(energy(other)).isCloseTo(energy(half), within(1e-6));
      for (double[] each : other.quantiles()) {
        assertThat(each == null || each[0] <= each[1]).isTrue();
      }
    }
  }

  @Test
  void whatIsNotWhollyKnownIsMissing() {
    StepSeries hours = series(0.2, 0.4, Double.NaN, 0.1, 0.3).onto(3600, TimeRange.ALL);
    assertThat(hours.mean()[0]).isCloseTo(0.3, within(1e-12));
    assertThat(hours.mean()).endsWith(Double.NaN, Double.NaN);
    assertThat(hours.quantiles()[1]).isNull();
    StepSeries quarters = series(0.2, Double.NaN).onto(900, TimeRange.ALL);
    assertThat(quarters.mean()).containsExactly(0.2, 0.2, Double.NaN, Double.NaN);
  }
}
