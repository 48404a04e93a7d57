package org.skywatt.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.site.SiteId;

class SiteForecastTest {
  private static final QuantileLevels LEVELS = QuantileLevels.of(0.1, 0.9);

  @Property
  void decodesWithinHalfAUnitAndNeverAboveWhatIsAvailable(
      @ForAll @Scale(9) @DoubleRange(min = 0.0, max = 1.0) double available,
      @ForAll @Scale(9) @DoubleRange(min = 0.0, max = 1.0) double a,
      @ForAll @Scale(9) @DoubleRange(min = 0.0, max = 1.0) double b) {
    RunSite site = site(1234.5, available * 1234.5);
    double bound = site.availableFraction();
    double low = Math.min(a, b) * bound;
    double high = Math.max(a, b) * bound;
    SiteForecast forecast = of(site, (low + high) / 2, low, high);
    assertThat(forecast.quantile(0, 0)).isCloseTo(low, within(1.0 / 27000));
    assertThat(forecast.quantile(0, 1)).isCloseTo(high, within(1.0 / 27000));
    assertThat(forecast.quantile(0, 1)).isLessThanOrEqualTo(bound + 1e-9);
    assertThat(forecast.quantiles(0)).isSorted();
    assertThat(forecast.isMissing(0)).isFalse();
    // The bound itself may lie between two units: then the lower one is written.
    assertThat(of(site, bound, low, bound).quantile(0, 1)).isLessThanOrEqualTo(bound + 1e-9);
  }

  @Test
  void keepsFullCapacityAndZeroExactly() {
    SiteForecast forecast = of(site(1000, 1000), 1, 0, 1);
    assertThat(forecast.mean(0)).isEqualTo(1);
    assertThat(forecast.quantiles(0)).containsExactly(0, 1);
  }

  @Test
  void missingIsNaN() {
    SiteForecast forecast = of(site(1000, 1000), Double.NaN, Double.NaN, Double.NaN);
    assertThat(forecast.isMissing(0)).isTrue();
    assertThat(forecast.mean(0)).isNaN();
    assertThat(forecast.quantiles(0)).containsExactly(Double.NaN, Double.NaN);
  }

  @Test
  void refusesWhatBreaksTheLaws() {
    RunSite half = site(1000, 500);
    assertThatThrownBy(() -> of(half, 0.2, 0.3, 0.2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("site a, step 0: has crossing quantiles: 0.9 is 0.2, below 0.3");
    assertThatThrownBy(() -> of(half, 0.2, 0.1, 0.51)).hasMessageContaining("outside 0 to 0.5");
    assertThatThrownBy(() -> of(half, 0.6, 0.1, 0.2)).hasMessageContaining("mean 0.6 is outside");
    assertThatThrownBy(() -> of(half, 0.2, -0.1, 0.2)).hasMessageContaining("-0.1");
    assertThatThrownBy(() -> of(half, 0.2, Double.NaN, 0.2)).hasMessageContaining("in part");
    assertThatThrownBy(() -> of(half, Double.NaN, 0.1, 0.2)).hasMessageContaining("in part");
    assertThatThrownBy(() -> of(half, Double.POSITIVE_INFINITY, 0.1, 0.2))
        .hasMessageContaining("Infinity is outside");
    assertThatThrownBy(() -> SiteForecast.of(half, LEVELS, new double[2], new double[][] {{0, 0}}))
        .hasMessageContaining("2 means and 1 steps");
    assertThatThrownBy(() -> SiteForecast.of(half, LEVELS, new double[1], new double[][] {{0}}))
        .hasMessageContaining("has 1 quantiles, not 2");
  }

  @Test
  void sitesAreChecked() {
    assertThatThrownBy(() -> site(0, 0)).hasMessageContaining("capacity of site a");
    assertThatThrownBy(() -> site(10, 11)).hasMessageContaining("available power of site a");
    assertThatThrownBy(() -> site(10, Double.NaN)).hasMessageContaining("available power");
  }

  private static SiteForecast of(RunSite site, double mean, double... quantiles) {
    return SiteForecast.of(site, LEVELS, new double[] {mean}, new double[][] {quantiles});
  }

  private static RunSite site(double capacityKw, double availableKw) {
    return new RunSite(
        new SiteId("a"),
        "org",
        capacityKw,
        availableKw,
        InputTier.FULL,
        EnumSet.noneOf(StaleInput.class));
  }
}
