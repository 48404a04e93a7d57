package org.skywatt.core.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.skywatt.core.site.Location;

class SunTableTest {
  private static final double FROM = Instant.parse("1950-01-01T00:00:00Z").getEpochSecond();
  private static final double TO = Instant.parse("2050-12-31T23:59:59Z").getEpochSecond();

  /** The error that the Javadoc states: random times of a century from pole to pole. */
  @Test
  void agreesWithFullSpaOverACenturyAndAllLatitudes() {
    SplittableRandom random = new SplittableRandom(20260101);
    SunTable table = SunTable.over(FROM, TO);
    double worst = 0;
    for (int latitude = -90; latitude <= 90; latitude += 2) {
      Location location =
          new Location(latitude, random.nextDouble(-180, 180), random.nextDouble(0, 4000));
      double[] times = random.doubles(300, FROM, TO).toArray();
      SolarPositions fast = table.positions(times, location);
      double pressure = StandardAtmosphere.pressurePa(location.elevationM());
      for (int i = 0; i < times.length; i++) {
        SolarPosition full =
            SolarPosition.of(
                GeocentricSun.at(times[i]),
                Observer.at(location),
                pressure,
                SolarPosition.TYPICAL_TEMPERATURE_K,
                SolarPosition.REFRACTION_DEG);
        double along =
            Math.IEEEremainder(fast.azimuthDeg()[i] - full.azimuthDeg(), 360)
                * Math.sin(Math.toRadians(full.zenithDeg()));
        worst = Math.max(worst, Math.abs(along));
        worst = Math.max(worst, Math.abs(fast.zenithDeg()[i] - full.zenithDeg()));
        worst = Math.max(worst, Math.abs(fast.apparentZenithDeg()[i] - full.apparentZenithDeg()));
      }
    }
    assertThat(worst).isLessThan(3e-6);
  }

  @Test
  void timesOutsideTheTableAreRefused() {
    SunTable day = SunTable.over(FROM, FROM + 3600);
    Location place = new Location(0, 0, 0);
    assertThatThrownBy(() -> day.positions(new double[] {FROM - 1}, place))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("outside the table");
    assertThatThrownBy(() -> day.positions(new double[] {Double.NaN}, place))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SunTable.over(FROM, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SunTable.over(-1e12, 1e12))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theFastArcTangentIsExact() {
    for (int i = 0; i < 100_000; i++) {
      double angle = -Math.PI + 2 * Math.PI * i / 100_000;
      double y = 3 * Math.sin(angle);
      double x = 3 * Math.cos(angle);
      assertThat(FastAngle.atan2(y, x) - Math.atan2(y, x)).isBetween(-1e-9, 1e-9);
    }
  }
}
