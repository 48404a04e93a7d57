package org.skywatt.ingest.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {
  private static Instant hour(int hour) {
    return Instant.parse("2026-11-18T00:00:00Z").plusSeconds(3600L * hour);
  }

  @ParameterizedTest
  @CsvSource({
    "1 2 3, 1, 2, true",
    "1 2 3, 1, 3, false", // hour 2 lies between
    "1 2 4 5, 2, 4, false", // hour 3 is missing
    "1 2 4 5, 4, 5, true",
    "118 119 120 123 126, 120, 123, true", // steps grow
    "118 119 120 123, 120, 123, false", // nothing says so yet
    "0 3 6 9, 3, 6, true",
    "0 3 6 12 15, 6, 12, false",
    "27, 24, 27, true", // all there is, and its own header says three hours
    "60, 0, 60, false", // a total since the start
    "3 6, 0, 3, true",
  })
  void tellsStepsFromGaps(String times, int from, int to, boolean step) {
    List<Instant> hours =
        Arrays.stream(times.split(" ")).map(each -> hour(Integer.parseInt(each))).toList();
    assertThat(new Steps(hours).isStep(hour(from), hour(to))).isEqualTo(step);
  }
}
