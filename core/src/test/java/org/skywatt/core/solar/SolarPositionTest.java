package org.skywatt.core.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.site.Location;

class SolarPositionTest {
  private static double seconds(String instant) {
    return Instant.parse(instant).getEpochSecond();
  }

  @Test
  void reproducesTheExampleOfTheSpaReport() {
    SolarPosition position =
        SolarPosition.of(
            seconds("2003-10-17T19:30:30Z"),
            67,
            new Location(39.742476, -105.1786, 1830.14),
            82_000,
            284.15,
            0.5667);
    assertThat(position.apparentZenithDeg()).isCloseTo(50.11162, within(1e-5));
    assertThat(position.azimuthDeg()).isCloseTo(194.340241, within(1e-5));
  }

  /** Random times and places; pvlib 0.16.1, spa.solar_position_numpy. */
  @ParameterizedTest
  @CsvSource({
    "2329205362, 70.704, 99.247, 901.0, 72907.0, 301.15, 87.746442828, 93.019932261, 93.019932261, 243.283016384, 15.684036022, 0.995078666419",
    "1337795945, -88.063, 115.642, 3188.0, 80121.0, 269.85, 67.762756703, 112.492051010, 112.492051010, 153.445555233, 3.205016898, 1.012673924077",
    "458970630, -43.633, -19.773, 2018.0, 83800.0, 307.95, 54.070894740, 142.355466997, 142.355466997, 115.153836570, -6.146487684, 1.016279931759",
    "1903757661, 21.748, 176.026, 861.0, 66889.0, 286.85, 77.807449203, 75.766376866, 75.724213913, 280.508131174, 2.747932004, 1.007243604468",
    "1857251948, -81.178, -167.155, 2060.0, 80047.0, 303.55, 76.882574828, 64.595492716, 64.569428678, 352.898086496, 16.265607763, 0.990754967698",
    "1952735451, 2.513, -1.126, 990.0, 60507.0, 263.75, 78.867680078, 137.211482782, 137.211482782, 115.832642208, 14.985553946, 0.988655898216",
    "1350601388, 34.182, -107.782, 1478.0, 60161.0, 298.85, 67.955601078, 73.283284037, 73.252269437, 244.922309253, 15.008364169, 0.996037997145",
    "1457437042, -41.367, 136.92, 2039.0, 96427.0, 288.35, 69.610125328, 114.427518781, 114.427518781, 238.826968532, -10.659199589, 0.992782473165",
    "-121170650, 43.035, -147.062, 2165.0, 81834.0, 301.05, 36.651030458, 122.685025586, 122.685025586, 68.120290834, -12.648714970, 0.990754186110",
    "1526665900, 17.477, -158.669, 1551.0, 73891.0, 261.45, 70.726947203, 65.780534186, 65.751073390, 75.819624074, 3.566306111, 1.011578629521",
    "519918582, 56.308, -43.399, 3915.0, 85370.0, 286.45, 55.079355914, 35.029402336, 35.019509263, 152.995869191, -2.106374859, 1.016376213830",
    "781697632, 31.408, -125.716, 1761.0, 70301.0, 275.25, 60.624666048, 141.690194126, 141.690194126, 55.462693529, 12.651726643, 0.998835714636"
  })
  void agreesWithPvlib(
      double epochSeconds,
      double latitude,
      double longitude,
      double elevationM,
      double pressurePa,
      double temperatureK,
      double deltaT,
      double zenith,
      double apparentZenith,
      double azimuth,
      double equationOfTime,
      double distance) {
    SolarPosition position =
        SolarPosition.of(
            epochSeconds,
            deltaT,
            new Location(latitude, longitude, elevationM),
            pressurePa,
            temperatureK,
            SolarPosition.REFRACTION_DEG);
    GeocentricSun sun = GeocentricSun.at(epochSeconds, deltaT);

    assertThat(DeltaT.seconds(epochSeconds)).isCloseTo(deltaT, within(1e-8));
    assertThat(position.zenithDeg()).isCloseTo(zenith, within(1e-7));
    assertThat(position.apparentZenithDeg()).isCloseTo(apparentZenith, within(1e-7));
    assertThat(position.azimuthDeg()).isCloseTo(azimuth, within(1e-6));
    assertThat(sun.equationOfTimeMinutes()).isCloseTo(equationOfTime, within(1e-6));
    assertThat(sun.distanceAu()).isCloseTo(distance, within(1e-10));
  }

  /** pvlib 0.16.1, spa.calculate_deltat. */
  @ParameterizedTest
  @CsvSource({
    "1950, 1, 29.086950910613957",
    "1961, 1, 33.594798592945274",
    "1975, 6, 45.93809961001042",
    "1990, 3, 57.02972313564172",
    "2003, 10, 64.50782627574074",
    "2020, 7, 71.89624357812505",
    "2049, 12, 92.96429845312514",
    "2050, 1, 93.0847888888886"
  })
  void deltaTFollowsEspenakAndMeeus(int year, int month, double seconds) {
    assertThat(DeltaT.seconds(year, month)).isCloseTo(seconds, within(1e-9));
  }

  @Test
  void anUnknownCenturyIsRefused() {
    assertThatThrownBy(() -> GeocentricSun.at(Instant.parse("1850-01-01T00:00:00Z")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1850");
  }

  @Property
  void theFastCosineIsExact(@ForAll @DoubleRange(min = -1e4, max = 1e4) double turns) {
    double angle = 2 * Math.PI * (turns - Math.rint(turns));
    assertThat(FastCosine.ofTurns(turns)).isCloseTo(Math.cos(angle), within(1e-14));
    assertThat(FastCosine.sineOfTurns(turns)).isCloseTo(Math.sin(angle), within(1e-11));
  }

  @Test
  void aBatchGivesTheSamePositionsOneByOne() {
    Location location = new Location(-35.4, 149.1, 595);
    double[] times = new double[3000];
    for (int i = 0; i < times.length; i++) {
      times[i] = seconds("2013-04-01T00:00:00Z") + 911.0 * i;
    }
    SolarPositions batch = SolarPositions.of(times, location);
    for (int i = 0; i < times.length; i += 7) {
      SolarPosition one = SolarPosition.of(Instant.ofEpochSecond((long) times[i]), location);
      assertThat(batch.zenithDeg()[i]).isCloseTo(one.zenithDeg(), within(1e-5));
      assertThat(batch.apparentZenithDeg()[i]).isCloseTo(one.apparentZenithDeg(), within(1e-5));
      assertThat(batch.azimuthDeg()[i]).isCloseTo(one.azimuthDeg(), within(1e-4));
    }
  }
}
