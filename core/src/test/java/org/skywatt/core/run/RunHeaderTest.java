package org.skywatt.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skywatt.core.time.Interval;

class RunHeaderTest {
  private static final Instant ISSUE = RunExamples.ISSUE;

  @Test
  void stepsAreHalfOpenIntervalsFromTheFirstStart() {
    RunHeader header = RunExamples.header();
    assertThat(header.interval(0)).isEqualTo(new Interval(ISSUE, ISSUE.plusSeconds(1800)));
    assertThat(header.interval(3).end()).isEqualTo(header.end());
    assertThatThrownBy(() -> header.interval(4)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void metadataGivesTheHeaderBack() {
    assertThat(RunMetadata.parse(RunMetadata.of(RunExamples.header())))
        .isEqualTo(RunExamples.header());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "20260329T000001Z",
        "20260329T000000Z-",
        "20260329T000000Z-../../etc",
        "20260329T000000Z/x",
        "latest"
      })
  void refusesRunIdsThatDontNameTheIssueTime(String runId) {
    assertThatThrownBy(() -> header(runId, ISSUE, 1800, 4, 0, ISSUE.plusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("run id");
  }

  @Test
  void refusesImpossibleHeaders() {
    String id = RunHeader.stamp(ISSUE);
    Instant next = ISSUE.plusSeconds(1);
    assertThatThrownBy(() -> header(id, ISSUE, 0, 4, 0, next)).hasMessageContaining("step of 0");
    assertThatThrownBy(() -> header(id, ISSUE, 1800, 0, 0, next)).hasMessageContaining("0 steps");
    assertThatThrownBy(() -> header(id, ISSUE, 1800, Integer.MAX_VALUE, 0, next))
        .hasMessageContaining("values a site");
    assertThatThrownBy(() -> header(id, ISSUE, 1800, 4, Double.NaN, next))
        .hasMessageContaining("joules");
    assertThatThrownBy(() -> header(id, ISSUE, 1800, 4, 0, ISSUE)).hasMessageContaining("next run");
    assertThatThrownBy(() -> header(id, ISSUE.minusSeconds(1800), 1800, 4, 0, next))
        .hasMessageContaining("ends before the issue time");
    assertThatThrownBy(() -> header(id, ISSUE.plusNanos(1), 1800, 4, 0, next))
        .hasMessageContaining("whole seconds");
  }

  @ParameterizedTest
  @EnumSource
  void tiersHaveNames(InputTier tier) {
    assertThat(InputTier.parse(tier.text())).isEqualTo(tier);
    assertThatThrownBy(() -> InputTier.parse("best"))
        .hasMessageContaining("none of full, no-satellite, no-nwp, smart-persistence, climatology");
  }

  private static RunHeader header(
      String runId, Instant first, int step, int steps, double joules, Instant next) {
    return new RunHeader(
        runId,
        ISSUE,
        first,
        step,
        steps,
        RunExamples.LEVELS,
        "model",
        joules,
        EnergyTier.CONSTANT,
        next,
        "licence");
  }

  @Test
  void namesAreTheModelsWithoutWhatTheyWeigh() {
    assertThat(RunHeader.names("physical-solar")).containsExactly("physical-solar");
    assertThat(RunHeader.names("solar-b*0.52+solar-a*0.48+wind-a"))
        .containsExactly("solar-b", "solar-a", "wind-a");
  }
}
