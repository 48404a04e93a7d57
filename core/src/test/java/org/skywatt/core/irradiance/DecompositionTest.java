package org.skywatt.core.irradiance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.solar.ClearSky;
import org.skywatt.core.solar.Irradiance;

/** Expected values: pvlib 0.16.1, irradiance.erbs and irradiance.dirint. */
class DecompositionTest {
  private static final double[] GHI = {
    5, 120, 300, 520, 400, 930, 1000, 250, 870, 700, 480, 600, 100, 20
  };
  private static final double[] ZENITH = {
    88, 76, 64.5, 52.5, 40.5, 28.9, 18.5, 12.8, 17.9, 28, 40, 52, 63, 79
  };

  @ParameterizedTest
  @CsvSource({
    "1000, 10, 171, 842.0015777967902, 170.79031813720923, 0.7682143117891748",
    "300, 60, 20, 119.49982350089013, 240.25008824955492, 0.4249512867646021",
    "50, 80, 300, 5.392872358231421, 49.06353754260275, 0.20810276831049887",
    "20, 88, 100, 0, 20, 0.22611303347519202",
    "150, 40, 200, 2.610728182512926, 148.00006618329186, 0.14814324568208448"
  })
  void erbs(double ghi, double zenith, int day, double dni, double dhi, double clearness) {
    double extraterrestrial = Clearness.extraterrestrialWm2(day, ClearSky.SOLAR_CONSTANT_WM2);
    Irradiance split = Erbs.decompose(ghi, zenith, extraterrestrial);
    assertThat(Clearness.index(ghi, zenith, extraterrestrial)).isCloseTo(clearness, within(1e-9));
    assertThat(split.dni()).isCloseTo(dni, within(1e-6));
    assertThat(split.dhi()).isCloseTo(dhi, within(1e-6));
  }

  @Test
  void dirintOfTheReference() {
    double[] dni =
        Dirint.dni(
            new double[] {1038.62, 254.53},
            new double[] {10.567, 72.469},
            new int[] {175, 175},
            new double[] {93_193, 93_193},
            new double[] {Double.NaN, Double.NaN});
    assertThat(dni[0]).isCloseTo(868.8, within(0.1));
    assertThat(dni[1]).isCloseTo(699.7, within(0.1));
  }

  @Test
  void dirintOfADayWithUnknownWater() {
    double[] expected = {
      0,
      116.4648970825094,
      295.94039027135534,
      496.445670892564,
      76.94267535266937,
      748.0666392299365,
      811.2089861551973,
      27.768767239742,
      473.37283070802863,
      325.5022818151237,
      149.0649714611076,
      565.6600500602552,
      0,
      0
    };
    double[] unknown = new double[GHI.length];
    Arrays.fill(unknown, Double.NaN);
    assertThat(dirint(unknown)).containsExactly(expected, within(1e-6));
  }

  @Test
  void dirintOfADayWithDewPoints() {
    double[] expected = {
      0,
      116.34683589985306,
      295.7205116994286,
      489.88520431775487,
      117.42434868540903,
      733.2098738467755,
      674.9177774677946,
      42.32132988453642,
      437.118721012865,
      330.72554590142835,
      148.04820987024007,
      697.788320950899,
      0,
      0
    };
    double[] water = new double[GHI.length];
    for (int i = 0; i < water.length; i++) {
      water[i] = Dirint.waterCm(i < 7 ? 10 : 25);
    }
    assertThat(dirint(water)).containsExactly(expected, within(1e-6));
  }

  @Test
  void missingStaysMissing() {
    assertThat(Erbs.decompose(Double.NaN, 30, 1366).dni()).isNaN();
    double[] ghi = GHI.clone();
    ghi[5] = Double.NaN;
    double[] unknown = new double[GHI.length];
    double[] dni = Dirint.dni(ghi, ZENITH, days(), pressures(), unknown);
    assertThat(dni[5]).isNaN();
    assertThat(dni[4]).isNotNaN();
    assertThatThrownBy(() -> Dirint.dni(ghi, ZENITH, new int[1], pressures(), unknown))
        .hasMessageContaining("one length");
  }

  private static double[] dirint(double[] water) {
    return Dirint.dni(GHI, ZENITH, days(), pressures(), water);
  }

  /** Hours from 06:00 UTC−7: the UTC day, which pvlib counts, changes in the afternoon. */
  private static int[] days() {
    int[] days = new int[GHI.length];
    Arrays.fill(days, 175);
    Arrays.fill(days, 11, days.length, 176);
    return days;
  }

  private static double[] pressures() {
    double[] pressures = new double[GHI.length];
    Arrays.fill(pressures, 93_193);
    return pressures;
  }
}
