package org.skywatt.core.irradiance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.shared.SharedData;
import org.skywatt.core.site.Location;
import org.skywatt.core.solar.Irradiance;

class ClearSkyModelsTest {
  /** pvlib 0.16.1, clearsky.simplified_solis with 1364 W/m². */
  @ParameterizedTest
  @CsvSource({
    "80, 0.1, 1, 101325, 1064.6531450930654, 959.3354627969422, 129.12560166527518",
    "20, 0.03, 0.5, 90000, 338.86277158653155, 844.1094687837209, 49.02061188937025",
    "45, 0.3, 4, 101325, 579.1760759204528, 593.3747435907475, 167.89310767956408",
    "5, 0.2, 0.1, 70000, 41.47341469796446, 181.2129591883639, 33.0964848248196",
    "60, 0, 1, 101325, 959.2350758080097, 1035.6476270637968, 61.4590759966169"
  })
  void solisAgreesWithPvlib(
      double elevation,
      double aerosol,
      double water,
      double pressure,
      double ghi,
      double dni,
      double dhi) {
    Irradiance clear = SimplifiedSolis.at(elevation, aerosol, water, pressure, 1364);
    assertThat(clear.ghi()).isCloseTo(ghi, within(1e-9));
    assertThat(clear.dni()).isCloseTo(dni, within(1e-9));
    assertThat(clear.dhi()).isCloseTo(dhi, within(1e-9));
  }

  @Test
  void solisIsZeroAtNightAndNaNForNaN() {
    assertThat(SimplifiedSolis.at(-1, 0.1, 1, 101_325, 1364)).isEqualTo(new Irradiance(0, 0, 0));
    assertThat(SimplifiedSolis.at(-1, Double.NaN, 1, 101_325, 1364).ghi()).isNaN();
    assertThat(SimplifiedSolis.at(30, 0.1, Double.NaN, 101_325, 1364).dni()).isNaN();
  }

  /** NREL's spreadsheet for 40° N, 105° W, to 0.1% (the tolerance of pvlib's test). */
  @ParameterizedTest
  @CsvSource({"BIRD_08_16_2012.csv, 84000", "BIRD_08_16_2012_patm.csv, 101325"})
  void birdAgreesWithNrelsTables(String name, double pressurePa) {
    List<String> lines = SharedData.lines("pvlib", name);
    BirdClearSky.Air air =
        new BirdClearSky.Air(BirdClearSky.broadbandDepth(0.15, 0.1), 1.5, 0.3, pressurePa);
    int compared = 0;
    for (String line : lines.subList(2, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells[9].isEmpty() || Double.parseDouble(cells[9]) == 0) {
        continue;
      }
      Irradiance clear =
          BirdClearSky.at(number(cells[8]), number(cells[9]), air, number(cells[3]), 0.2);
      assertThat(clear.dni()).as(line).isCloseTo(number(cells[22]), relative(number(cells[22])));
      assertThat(clear.ghi()).as(line).isCloseTo(number(cells[24]), relative(number(cells[24])));
      assertThat(clear.dhi()).as(line).isCloseTo(number(cells[25]), relative(number(cells[25])));
      compared++;
    }
    assertThat(compared).isEqualTo(18);
  }

  /** January and July of Remund's climatology as pvlib looks it up. */
  @ParameterizedTest
  @CsvSource({
    "Bangkok, 13.737, 100.533, 5, 3.55, 5.05",
    "Berlin, 52.5, 13.4, 40, 2.70, 3.95",
    "Canberra, -35.4, 149.1, 595, 2.90, 2.35",
    "Desert Rock, 36.62, -116.02, 1007, 2.40, 3.30",
    "Bondville, 40.05, -88.37, 213, 2.35, 4.10",
    "Tamanrasset, 22.79, 5.53, 1377, 2.77, 4.25",
    "Altiplano, -20, -67, 3700, 2.30, 1.90",
    "Manaus, -3.1, -60, 40, 3.86, 3.00",
    "Johannesburg, -26.2, 28, 1750, 2.80, 2.80",
    "Reykjavik, 64.1, -21.9, 20, 2.05, 2.10",
    "Delhi, 28.6, 77.2, 216, 3.00, 5.09",
    "Tibet, 33, 88, 4900, 1.70, 1.70"
  })
  void typicalTurbidityIsNearTheClimatology(
      String name, double latitude, double longitude, double height, double january, double july) {
    Location place = new Location(latitude, longitude, height);
    assertThat(LinkeTurbidity.typical(place, 15)).as(name).isCloseTo(january, within(1.5));
    assertThat(LinkeTurbidity.typical(place, 196)).as(name).isCloseTo(july, within(1.5));
    assertThat((LinkeTurbidity.typical(place, 15) + LinkeTurbidity.typical(place, 196)) / 2)
        .as(name)
        .isCloseTo((january + july) / 2, within(0.8));
  }

  private static double number(String cell) {
    return Double.parseDouble(cell);
  }

  private static Offset<Double> relative(double value) {
    return within(1e-3 * Math.abs(value) + 1e-8);
  }
}
