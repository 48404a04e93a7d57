package org.skywatt.green.intensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IntensityForecasterTest {
  private static final int DAY = 48;

  /**
   * A course of days with a slow anomaly: better than the last day again, ahead by hours to days.
   */
  @Test
  void isBetterThanPersistence() {
    double[] values = series(60 * DAY);
    IntensityForecaster forecaster = new IntensityForecaster(0);
    double ours = 0;
    double persistence = 0;
    for (int slot = 0; slot < values.length - 3 * DAY; slot++) {
      if (slot > 20 * DAY) {
        double[] forecast = forecaster.forecast();
        assertThat(forecast).hasSize(IntensityForecaster.HORIZON);
        for (int ahead : new int[] {4, 20, 60, 140}) {
          ours += Math.abs(forecast[ahead] - values[slot + ahead]);
          int before = slot + ahead - (ahead / DAY + 1) * DAY;
          persistence += Math.abs(values[before] - values[slot + ahead]);
        }
      }
      forecaster.observe(values[slot]);
    }
    assertThat(ours).isLessThan(0.8 * persistence);
  }

  /** Two pasts that are equal give forecasts equal to the bit, whatever comes after. */
  @Test
  void doesNotKnowWhatComes() {
    double[] values = series(30 * DAY);
    IntensityForecaster one = new IntensityForecaster(1);
    IntensityForecaster other = new IntensityForecaster(1);
    for (int slot = 0; slot < values.length; slot++) {
      boolean changed = slot >= 25 * DAY;
      one.observe(values[slot], slot);
      other.observe(changed ? 1000 : values[slot], changed ? -5 : slot);
      if (changed) {
        assertThat(other.forecast()).isNotEqualTo(one.forecast());
      } else {
        assertThat(other.forecast()).isEqualTo(one.forecast());
      }
    }
  }

  @Test
  void refusesWhatIsNotFinite() {
    IntensityForecaster forecaster = new IntensityForecaster(1);
    assertThat(forecaster.forecast()).isEmpty();
    assertThatThrownBy(() -> forecaster.observe(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> forecaster.observe(1)).hasMessageContaining("needs 2 finite values");
  }

  private static double[] series(int slots) {
    Random random = new Random(7);
    double[] values = new double[slots];
    double anomaly = 0;
    for (int slot = 0; slot < slots; slot++) {
      anomaly = 0.98 * anomaly + 4 * random.nextGaussian();
      values[slot] = 200 + 40 * Math.sin(2 * Math.PI * slot / DAY) + anomaly;
    }
    return values;
  }
}
