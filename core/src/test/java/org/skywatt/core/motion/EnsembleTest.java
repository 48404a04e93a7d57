package org.skywatt.core.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EnsembleTest {
  private static final int ROWS = 64;
  private static final int COLUMNS = 80;

  /** Waves that drift, each image with noise of its own. */
  private static Plane image(Waves waves, int step) {
    Plane image = waves.moved(1.5 * step, 0.5 * step);
    SplittableRandom random = new SplittableRandom(step);
    for (int i = 0; i < image.values().length; i++) {
      image.values()[i] += (float) (12 * random.nextGaussian());
    }
    return image;
  }

  private static LeadEnsemble.Summary forecast(long seed, boolean lost) {
    Waves waves = new Waves(ROWS, COLUMNS, 5);
    LeadEnsemble.Summary[] last = new LeadEnsemble.Summary[1];
    try (RowWorkers workers = new RowWorkers(1)) {
      CloudNowcaster nowcaster = new CloudNowcaster(2, workers);
      for (int step = 0; step < 6; step++) {
        Plane image = image(waves, step);
        if (lost && step == 5) {
          Arrays.fill(image.values(), 0, 30 * COLUMNS, Float.NaN);
        }
        nowcaster.add(image);
      }
      nowcaster.forecast(
          4, 19, seed, (step, plane, ensemble) -> last[0] = ensemble.summary(0.1, 0.5, 0.9));
    }
    return last[0];
  }

  /** By hand: members 0 and 1. */
  @Test
  void scoresFairly() {
    assertThat(EnsembleScore.fairCrps(new float[] {0, 1}, 0)).isZero();
    assertThat(EnsembleScore.fairCrps(new float[] {0, 1}, 3)).isEqualTo(2);
    assertThat(EnsembleScore.fairCrps(new float[] {2, 2, 2}, 5)).isEqualTo(3);
  }

  /** CRPS of a normal forecast of mean and standard deviation 1 at its mean: 2φ(0) − 1/√π. */
  @Test
  void scoresANormalForecastAsGneitingDoes() {
    SplittableRandom random = new SplittableRandom(3);
    double sum = 0;
    for (int i = 0; i < 20_000; i++) {
      float[] members = new float[7];
      for (int j = 0; j < 7; j++) {
        members[j] = (float) random.nextGaussian();
      }
      Arrays.sort(members);
      sum += EnsembleScore.fairCrps(members, 0);
    }
    assertThat(sum / 20_000).isCloseTo(0.2337, within(0.006));
  }

  @Test
  void secondOfNineteenIsTheTenthPercentile() {
    float[] members = new float[19];
    for (int i = 0; i < 19; i++) {
      members[i] = i + 1;
    }
    assertThat(EnsembleScore.quantile(members, 0.1)).isCloseTo(2, within(1e-6));
    assertThat(EnsembleScore.quantile(members, 0.9)).isCloseTo(18, within(1e-6));
    assertThat(EnsembleScore.quantile(members, 0)).isEqualTo(1);
  }

  @Test
  void randomFieldsVaryAlikeEverywhere() {
    double between = 0;
    double on = 0;
    for (int seed = 0; seed < 4000; seed++) {
      RandomField field = new RandomField(20, 20, 8, new SplittableRandom(seed));
      between += Math.pow(field.at(4, 4), 2);
      on += Math.pow(field.at(8, 8), 2);
    }
    assertThat(between / 4000).isCloseTo(1, within(0.1));
    assertThat(on / 4000).isCloseTo(1, within(0.1));
  }

  @Test
  void isTheSameForTheSameSeed() {
    LeadEnsemble.Summary one = forecast(1, false);
    assertThat(forecast(1, false).quantiles()).isEqualTo(one.quantiles());
    assertThat(forecast(2, false).quantiles()).isNotEqualTo(one.quantiles());
    for (int i = 0; i < ROWS * COLUMNS; i++) {
      assertThat(one.quantiles().get(0).values()[i]).isLessThan(one.quantiles().get(1).values()[i]);
      assertThat(one.quantiles().get(1).values()[i]).isLessThan(one.quantiles().get(2).values()[i]);
      assertThat(one.spread().values()[i]).isPositive();
    }
  }

  @Test
  void whatIsMissingIsMissing() {
    LeadEnsemble.Summary summary = forecast(1, true);
    assertThat(summary.mean().at(5, 40)).isNaN();
    assertThat(summary.spread().at(5, 40)).isNaN();
    assertThat(summary.quantiles().get(2).at(5, 40)).isNaN();
    assertThat(summary.mean().at(60, 40)).isFinite();
  }

  /**
   * Where errors are noise of one size, the band holds what it says and the score is the noise's.
   */
  @Test
  void learnsHowLargeErrorsAre() {
    Waves waves = new Waves(ROWS, COLUMNS, 5);
    Instant start = Instant.parse("2020-04-01T12:00:00Z");
    try (RowWorkers workers = new RowWorkers(1)) {
      NowcastVerifier verifier =
          new NowcastVerifier(start.plusSeconds(1800), Duration.ofMinutes(10), workers);
      for (int step = 0; step < 14; step++) {
        verifier.add(start.plusSeconds(300L * step), image(waves, step));
      }
      for (NowcastVerifier.Score score : verifier.finish()) {
        assertThat(score.ensemble().coverage80()).isBetween(0.7, 0.92);
        assertThat(score.ensemble().crps()).isBetween(0.5 * score.rmse(), 0.65 * score.rmse());
        assertThat(score.ensemble().crps()).isLessThan(0.5 * score.ensemble().crpsPersistence());
      }
    }
  }
}
