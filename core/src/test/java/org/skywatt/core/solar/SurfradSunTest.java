package org.skywatt.core.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skywatt.core.shared.SharedData;
import org.skywatt.core.site.Location;

class SurfradSunTest {
  /**
   * NOAA's own zenith angles by day at Alamosa, by a simpler formula, for the middle of the minute
   * before the stamp.
   */
  @Test
  void agreesWithTheAnglesOfASurfradStation() {
    List<String> lines = SharedData.lines("pvlib", "surfrad-slv16001.dat");
    Location alamosa = new Location(37.70, -105.92, 2317);
    for (String line : lines.subList(2, lines.size())) {
      String[] cells = line.trim().split("\\s+");
      Instant time =
          LocalDateTime.of(
                  Integer.parseInt(cells[0]),
                  Integer.parseInt(cells[2]),
                  Integer.parseInt(cells[3]),
                  Integer.parseInt(cells[4]),
                  Integer.parseInt(cells[5]))
              .toInstant(ZoneOffset.UTC)
              .minusSeconds(30);
      double zenith = Double.parseDouble(cells[7]);
      if (zenith < 85) {
        assertThat(SolarPosition.of(time, alamosa).apparentZenithDeg())
            .as(line.substring(0, 40))
            .isCloseTo(zenith, within(0.1));
      }
    }
  }
}
