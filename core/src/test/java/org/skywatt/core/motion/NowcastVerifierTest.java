package org.skywatt.core.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NowcastVerifierTest {
  private static final Instant NOON = Instant.parse("2020-04-01T12:00:00Z");
  private static final int ROWS = 64;
  private static final int COLUMNS = 80;

  private final Waves waves = new Waves(ROWS, COLUMNS, 7);

  private static Instant minute(int minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }

  private Plane image(int minute) {
    return waves.moved(minute * 0.3, 0);
  }

  @Test
  void scoresEachLeadOverAllIssues() {
    try (RowWorkers workers = new RowWorkers(1)) {
      NowcastVerifier verifier = new NowcastVerifier(minute(15), Duration.ofMinutes(15), workers);
      for (int minute = 0; minute <= 30; minute += 5) {
        verifier.add(minute(minute), image(minute));
      }
      List<NowcastVerifier.Score> scores = verifier.finish();
      assertThat(verifier.frames()).isEqualTo(7);
      assertThat(scores)
          .extracting(score -> score.lead().toMinutes())
          .containsExactly(5L, 10L, 15L);
      assertThat(scores).extracting(NowcastVerifier.Score::issues).containsExactly(3, 2, 1);
      assertThat(scores)
          .extracting(NowcastVerifier.Score::pixels)
          .containsExactly(3L * ROWS * COLUMNS, 2L * ROWS * COLUMNS, (long) ROWS * COLUMNS);
      assertThat(scores).allSatisfy(s -> assertThat(s.rmse()).isLessThan(s.rmsePersistence() / 2));
      Plane issue = image(15);
      Plane outcome = image(30);
      double squares = 0;
      for (int i = 0; i < ROWS * COLUMNS; i++) {
        squares += Math.pow(issue.values()[i] - outcome.values()[i], 2);
      }
      assertThat(scores.get(2).rmsePersistence())
          .isCloseTo(
              Math.sqrt(squares / (ROWS * COLUMNS)), org.assertj.core.data.Offset.offset(1e-6));
    }
  }

  @Test
  void looksAtNoImageAfterTheIssue() {
    double score = scoreAtFifteen(-1);
    assertThat(scoreAtFifteen(20)).isEqualTo(score);
    assertThat(scoreAtFifteen(25)).isEqualTo(score);
    assertThat(scoreAtFifteen(10)).isNotEqualTo(score);
  }

  /** Error of the one issue, minute 15, at minute 30, with the image of another minute changed. */
  private double scoreAtFifteen(int changed) {
    try (RowWorkers workers = new RowWorkers(1)) {
      NowcastVerifier verifier = new NowcastVerifier(minute(15), Duration.ofMinutes(15), workers);
      for (int minute = 0; minute <= 30; minute += 5) {
        verifier.add(minute(minute), minute == changed ? waves.moved(40, 40) : image(minute));
      }
      return verifier.finish().get(2).rmse();
    }
  }

  @Test
  void passesOverALostImage() {
    try (RowWorkers workers = new RowWorkers(1)) {
      NowcastVerifier verifier = new NowcastVerifier(NOON, Duration.ofMinutes(10), workers);
      for (int minute : new int[] {0, 5, 10, 20, 25}) {
        verifier.add(minute(minute), image(minute));
      }
      List<NowcastVerifier.Score> scores = verifier.finish();
      // Issues 5, 10 and 20: after 5 minutes 10 and 25 are there, after 10 minutes 20 is.
      assertThat(scores).extracting(NowcastVerifier.Score::issues).containsExactly(2, 1);
    }
  }

  @Test
  void scoresNothingOfTooFewImages() {
    try (RowWorkers workers = new RowWorkers(1)) {
      NowcastVerifier verifier = new NowcastVerifier(NOON, Duration.ofMinutes(10), workers);
      assertThat(verifier.finish()).isEmpty();
      NowcastVerifier two = new NowcastVerifier(NOON, Duration.ofMinutes(10), workers);
      two.add(minute(0), image(0));
      two.add(minute(5), image(5));
      assertThat(two.finish()).isEmpty();
    }
  }

  @Test
  void refusesImagesOutOfOrderOrShape() {
    try (RowWorkers workers = new RowWorkers(1)) {
      NowcastVerifier verifier = new NowcastVerifier(NOON, Duration.ofMinutes(10), workers);
      verifier.add(minute(5), image(5));
      assertThatThrownBy(() -> verifier.add(minute(5), image(5)))
          .hasMessageContaining("does not come after");
      assertThatThrownBy(() -> verifier.add(minute(10), new Plane(3, 3)))
          .hasMessageContaining("another shape");
    }
  }
}
