package org.skywatt.core.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skywatt.core.shared.SharedData;
import org.skywatt.core.site.Location;

class SlopedTrackerTest {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx");

  /** pvlib's own test of calc_axis_tilt and singleaxis, a year of hours on a slope; to 1e-5°. */
  @Test
  void agreesWithPvlibsTableOfASlope() {
    SlopedTracker tracker = SlopedTracker.onSlope(77.34, 10.1149, 0, 75, 0.33292759);
    assertThat(tracker.axisTiltDeg()).isCloseTo(2.239, within(1e-3));
    assertThat(tracker.crossAxisTiltDeg()).isCloseTo(9.86649274360294, within(1e-5));

    List<String> lines = SharedData.lines("pvlib", "singleaxis_tracker_wslope.csv");
    Location place = new Location(-27.5973, -48.54961, 0);
    int compared = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      SolarPosition sun =
          SolarPosition.of(
              (double) OffsetDateTime.parse(cells[0], STAMP).toEpochSecond(),
              67,
              place,
              101_325,
              285.15,
              SolarPosition.REFRACTION_DEG);
      if (cells[1].isEmpty()) {
        assertThat(sun.apparentZenithDeg()).isGreaterThan(90);
        continue;
      }
      double rotation = tracker.rotationDeg(sun.apparentZenithDeg(), sun.azimuthDeg());
      Transposition.Plane plane = tracker.plane(rotation);
      assertThat(rotation).as(line).isCloseTo(Double.parseDouble(cells[1]), within(1e-5));
      double cosIncidence =
          Transposition.cosIncidence(plane, sun.apparentZenithDeg(), sun.azimuthDeg());
      double incidence = Math.toDegrees(Math.acos(Math.min(1, cosIncidence)));
      assertThat(incidence).as(line).isCloseTo(Double.parseDouble(cells[2]), within(1e-5));
      assertThat(plane.azimuthDeg()).as(line).isCloseTo(Double.parseDouble(cells[3]), within(1e-5));
      assertThat(plane.tiltDeg()).as(line).isCloseTo(Double.parseDouble(cells[4]), within(1e-5));
      compared++;
    }
    assertThat(compared).isGreaterThan(4000);
  }
}
