package org.skywatt.core.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skywatt.core.shared.SharedData;
import org.skywatt.core.site.Location;
import org.skywatt.core.time.Interval;

class TypicalYearTest {
  /**
   * NREL's hourly extraterrestrial irradiance at Sand Point, Alaska: a typical year that is made of
   * months of several years, with a solar constant of 1367 W/m².
   */
  @Test
  void hourlyExtraterrestrialIrradianceIsNrels() {
    List<String> lines = SharedData.lines("pvlib", "703165TY.csv.gz");
    Location place = new Location(55.317, -160.517, 7);
    double worst = 0;
    double sum = 0;
    double expectedSum = 0;
    for (String line : lines.subList(2, lines.size())) {
      String[] cells = line.split(",");
      LocalDate date = LocalDate.parse(cells[0], DateTimeFormatter.ofPattern("MM/dd/yyyy"));
      int hour = LocalTime.parse(cells[1].replace("24:", "00:")).getHour();
      Instant end =
          date.plusDays(hour == 0 ? 1 : 0).atTime(hour, 0).toInstant(ZoneOffset.ofHours(-9));
      double expected = Double.parseDouble(cells[2]);
      double mean =
          IntervalSun.over(new Interval(end.minus(Duration.ofHours(1)), end))
                  .meanExtraterrestrialHorizontalWm2(place)
              * 1367
              / ClearSky.SOLAR_CONSTANT_WM2;
      worst = Math.max(worst, Math.abs(mean - expected));
      sum += mean;
      expectedSum += expected;
    }
    assertThat(worst).isLessThan(12);
    assertThat(sum / expectedSum).isCloseTo(1, within(0.005));
  }
}
