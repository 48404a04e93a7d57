package org.skywatt.serving.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.EnergyTier;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteAdjustment;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.availability.LimitsKnown;
import org.skywatt.serving.format.AnswerFormat;

class ForecastAnswerTest {
  private static final Instant ISSUE = Instant.parse("2026-06-01T06:00:00Z");

  private static JsonNode answer(SiteAdjustment adjustment, String[] runs) throws IOException {
    RunHeader header =
        new RunHeader(
            RunHeader.stamp(ISSUE),
            ISSUE,
            ISSUE,
            3600,
            1,
            QuantileLevels.of(0.5),
            "forest",
            1,
            EnergyTier.MODELLED,
            ISSUE.plusSeconds(3600),
            "none");
    RunSite site =
        new RunSite(
            new SiteId("a"),
            "org",
            100,
            100,
            InputTier.FULL,
            Set.of(),
            Optional.ofNullable(adjustment));
    long start = ISSUE.getEpochSecond();
    ForecastAnswer answer =
        new ForecastAnswer(
            Subject.site("a"),
            header,
            site,
            new StepSeries(
                new long[] {start},
                new long[] {start + 3600},
                new double[] {0.5},
                new double[][] {{0.5}}),
            new double[] {0.5},
            new ForecastQuery(
                TimeRange.ALL,
                null,
                null,
                null,
                null,
                Resolution.OWN,
                PowerUnit.KW,
                ZoneOffset.UTC.getRules(),
                false,
                LimitsKnown.NOW),
            false,
            false,
            null,
            runs,
            null);
    return new ObjectMapper().readTree(answer.write(AnswerFormat.JSON));
  }

  @Test
  void tellsByHowMuchItWasMovedAndFromHowManyDays() throws IOException {
    JsonNode moved = answer(new SiteAdjustment(-0.1234, 12), null);
    assertThat(moved.path("adjustment").path("change").asDouble()).isEqualTo(-0.1234);
    assertThat(moved.path("adjustment").path("days").asInt()).isEqualTo(12);
    assertThat(moved.path("capacityKw").asDouble()).isEqualTo(100);
    assertThat(answer(null, null).has("adjustment")).isFalse();
    assertThat(answer(new SiteAdjustment(-0.1234, 12), new String[] {"run"}).has("adjustment"))
        .as("of steps of several runs")
        .isFalse();
  }
}
