package org.skywatt.models.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;

class PinballTest {
  private static final QuantileLevels THREE = QuantileLevels.of(0.25, 0.5, 0.75);

  @Test
  void isTheLossOfKoenkerAndBassett() {
    double[] quantiles = {2, 4, 8};
    // (0.25·3 + 0.5·1 + 0.25·3) / 3
    assertThat(Pinball.mean(THREE, quantiles, 5)).isCloseTo(2.0 / 3, within(1e-15));
    // (0.75·2 + 0.5·4 + 0.25·8) / 3
    assertThat(Pinball.mean(THREE, quantiles, 0)).isCloseTo(5.5 / 3, within(1e-15));
    assertThat(Pinball.mean(THREE, new double[] {5, 5, 5}, 5)).isZero();
  }

  /**
   * The CRPS of Normal(20, 2) by its closed form: properscoring 0.1, {@code crps_gaussian(observed,
   * 20, 2)}. The mean over 99 levels leaves out what lies beyond the outermost of them: it is 0.04
   * too much far from the middle, 0.005 in it, at most 2.5% of the standard deviation.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 17.871620832904487",
    "15, 3.8796373816210004",
    "20, 0.46738995451021825",
    "23, 1.9888480079549058",
  })
  void crpsOfANormalDistribution(double observed, double crps) {
    NormalDistribution normal = new NormalDistribution(20, 2);
    double[] percentiles =
        Arrays.stream(QuantileLevels.PERCENTILES.toArray())
            .map(normal::inverseCumulativeProbability)
            .toArray();
    assertThat(Pinball.crps(percentiles, observed)).isBetween(crps, crps + 0.025 * 2);
  }

  @Property
  void crpsOfOneNumberIsItsAbsoluteError(
      @ForAll @DoubleRange(min = 0, max = 1) double forecast,
      @ForAll @DoubleRange(min = 0, max = 1) double observed) {
    double[] percentiles = new double[99];
    Arrays.fill(percentiles, forecast);
    assertThat(Pinball.crps(percentiles, observed))
        .isCloseTo(Math.abs(forecast - observed), within(1e-12));
  }

  @Property
  void sortingQuantilesNeverWorsensTheLoss(
      @ForAll @Size(3) @DoubleRange(min = 0, max = 1) double[] raw,
      @ForAll @DoubleRange(min = 0, max = 1) double observed) {
    double[] sorted = QuantileForecast.rearranged(THREE, raw, 1).toArray();
    assertThat(Pinball.mean(THREE, sorted, observed))
        .isLessThanOrEqualTo(Pinball.mean(THREE, raw, observed) + 1e-12);
  }

  @Test
  void leadsAreScoredAgainstTheirReferences() {
    LeadScorer scorer = new LeadScorer();
    double[] half = new double[99];
    Arrays.fill(half, 0.5);
    double[] wide = new double[99];
    for (int i = 0; i < 99; i++) {
      wide[i] = (i + 1) / 100.0;
    }
    scorer.add(half, 0.7, 0.3, wide);
    scorer.add(half, 0.4, Double.NaN, null);
    LeadScore score = scorer.score(60);
    assertThat(score.n()).isEqualTo(2);
    assertThat(score.nmae()).isCloseTo(0.15, within(1e-12));
    assertThat(score.nrmse()).isCloseTo(Math.sqrt((0.04 + 0.01) / 2), within(1e-12));
    assertThat(score.crps()).isCloseTo(0.15, within(1e-12));
    assertThat(score.pinball()).isCloseTo(0.075, within(1e-12));
    assertThat(score.coverage80()).isZero();
    // Only the forecast that had a reference counts: 0.2 against 0.4, and against the wide one's.
    assertThat(score.skillSmartPersistence()).isCloseTo(0.5, within(1e-12));
    assertThat(score.skillReference()).isCloseTo(1 - 0.2 / Pinball.crps(wide, 0.7), within(1e-12));
  }
}
