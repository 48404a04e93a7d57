package org.skywatt.core.photovoltaic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.solar.Transposition;

/** Expected values: pvlib 0.16.1. */
class PhotovoltaicTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "30, 0.9922649730810374, 0.9978868630200604",
    "55, 0.9628276602189452, 0.9668039259817862",
    "70, 0.9038097799918456, 0.8597201902165214",
    "85, 0.476314337716507, 0.40087915031774435",
    "89.9, 0, 0.010448711210737314",
    "95, 0, 0",
    "NaN, NaN, NaN"
  })
  void incidence(double angle, double ashrae, double physical) {
    assertThat(IncidenceAngle.ashrae(angle, IncidenceAngle.TYPICAL_ASHRAE_LOSS))
        .isCloseTo(ashrae, within(1e-12));
    assertThat(IncidenceAngle.physical(angle, IncidenceAngle.GLASS_INDEX))
        .isCloseTo(physical, within(1e-12));
  }

  @Test
  void cellTemperatures() {
    assertThat(CellTemperature.sapm(900, 20, 5, CellTemperature.SapmMounting.OPEN_RACK_GLASS_GLASS))
        .isCloseTo(43.509, within(1e-3));
    assertThat(CellTemperature.pvsyst(900, 20, 0.1, CellTemperature.PvsystMounting.FREE_STANDING))
        .isCloseTo(45.137, within(1e-3));
    assertThat(
            CellTemperature.faiman(
                900, 20, 5, CellTemperature.FAIMAN_CONSTANT, CellTemperature.FAIMAN_WIND))
        .isCloseTo(35.203, within(1e-3));
  }

  @Test
  void pvWatts() {
    assertThat(PvWatts.dc(900, 30, 100, -0.003)).isCloseTo(88.65, within(1e-9));
    assertThat(PvWatts.ac(90, 100, 0.95)).isCloseTo(85.585566, within(1e-6));
    assertThat(PvWatts.Losses.TYPICAL.total()).isCloseTo(0.1407566, within(1e-7));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.3, 0", "150, 95", "NaN, NaN"})
  void theInverterClipsBothWays(double dc, double ac) {
    assertThat(PvWatts.ac(dc, 100, 0.95)).isEqualTo(Double.valueOf(ac));
  }

  /** snow.coverage_nrel: two falls, a slide that stops for cold, hours of one day. */
  @Test
  void snowCoversAndSlides() {
    double[] expected = {
      0, 0, 0, 1, 1, 1, 1, 1, 0.9015, 0.803, 0.7045, 0.606, 1, 0.9015, 0.803, 0.7045, 0.606, 0.5075,
      0.409, 0.3105, 0.212, 0.1135, 0.015, 0
    };
    double[] snow = new double[24];
    snow[3] = 1.5;
    snow[4] = 0.5;
    snow[12] = 2;
    double[] plane = new double[24];
    double[] air = new double[24];
    for (int i = 0; i < 24; i++) {
      plane[i] = Math.max(0, 600 * Math.sin((i - 6) / 12.0 * Math.PI));
      air[i] = -6 + 0.4 * i;
    }
    assertThat(SnowCover.coverage(snow, plane, air, new Transposition.Plane(30, 180), 1, 0))
        .containsExactly(expected, within(1e-9));
    assertThat(SnowCover.loss(0.3, 4)).isEqualTo(0.5);
    assertThat(SnowCover.loss(0, 4)).isZero();
  }

  /** soiling.kimber: a washing rain on the 11th day, two that are too small, 60 days of hours. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "23, 0.0014375",
    "200, 0.0125",
    "249, 0",
    "300, 0",
    "586, 0",
    "700, 0.0061875",
    "959, 0.022375",
    "1000, 0.0249375",
    "1200, 0.0374375",
    "1439, 0.052375"
  })
  void dustGathersUntilRain(int hour, double loss) {
    double[] rain = new double[60 * 24];
    rain[243] = 4;
    rain[249] = 3;
    rain[960] = 5;
    rain[986] = 5;
    assertThat(Soiling.TYPICAL.losses(rain, 1, 0)[hour]).isCloseTo(loss, within(1e-9));
  }
}
