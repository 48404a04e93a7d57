package org.skywatt.features.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skywatt.core.time.Interval;

class IssueTest {
  private static final Instant SIX = Instant.parse("2026-05-01T06:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void stepsFollowTheIssueTime() {
    Issue issue = new Issue(SIX, Duration.ofMinutes(30), 3);
    assertThat(issue.interval(0)).isEqualTo(new Interval(SIX, SIX.plusSeconds(1800)));
    assertThat(issue.interval(2))
        .isEqualTo(new Interval(SIX.plusSeconds(3600), SIX.plusSeconds(5400)));
  }

  @Test
  void everyIncludesBothEnds() {
    List<Issue> issues =
        Issue.every(
            SIX, SIX.plus(Duration.ofHours(6)), Duration.ofHours(3), Duration.ofHours(48), HOUR);
    assertThat(issues)
        .extracting(Issue::issueTime)
        .containsExactly(SIX, SIX.plus(Duration.ofHours(3)), SIX.plus(Duration.ofHours(6)));
    assertThat(issues).allMatch(issue -> issue.steps() == 48);
    assertThat(Issue.every(SIX, SIX.plusSeconds(10799), Duration.ofHours(3), HOUR, HOUR))
        .hasSize(1);
    assertThat(Issue.every(SIX, SIX.minusSeconds(1), HOUR, HOUR, HOUR)).isEmpty();
  }

  @Test
  void monthsHaveTheirHours() {
    List<Issue> issues = Issue.months(YearMonth.of(2011, 12), YearMonth.of(2012, 3));
    assertThat(issues).extracting(Issue::steps).containsExactly(744, 744, 696, 744);
    assertThat(issues.get(2).issueTime()).isEqualTo("2012-02-01T00:00:00Z");
    assertThat(issues.get(2).interval(695).end()).isEqualTo("2012-03-01T00:00:00Z");
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> new Issue(SIX, Duration.ZERO, 1))
        .hasMessageContaining("positive step");
    assertThatThrownBy(() -> new Issue(SIX, HOUR.negated(), 1))
        .hasMessageContaining("positive step");
    assertThatThrownBy(() -> new Issue(SIX, HOUR, 0)).hasMessageContaining("at least one step");
    assertThatThrownBy(() -> Issue.every(SIX, SIX, Duration.ZERO, HOUR, HOUR))
        .hasMessageContaining("positive time apart");
    assertThatThrownBy(() -> Issue.every(SIX, SIX, HOUR, Duration.ofMinutes(30), HOUR))
        .hasMessageContaining("at least one step");
  }
}
