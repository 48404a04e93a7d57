package org.skywatt.core.photovoltaic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.skywatt.core.shared.SharedData;

/** A year of NREL's PVWatts for 4 kW on an open rack, inverter efficiency 96%, DC/AC 1.2. */
class PvWattsTableTest {
  private static final int HEADER_LINES = 18;
  private static final int HOURS = 8760;

  private static double[][] columns() {
    List<String> lines = SharedData.lines("pvlib", "pvwatts_8760_rackmount.csv.gz");
    double[][] columns = new double[11][HOURS];
    for (int i = 0; i < HOURS; i++) {
      String[] cells = lines.get(HEADER_LINES + i).split(",");
      for (int j = 0; j < columns.length; j++) {
        columns[j][i] = Double.parseDouble(cells[j]);
      }
    }
    return columns;
  }

  @Test
  void acFollowsFromDc() {
    double[][] columns = columns();
    double limit = 4000 / 1.2 / PvWatts.TYPICAL_INVERTER_EFFICIENCY;
    for (int i = 0; i < HOURS; i++) {
      assertThat(PvWatts.ac(columns[9][i], limit, PvWatts.TYPICAL_INVERTER_EFFICIENCY))
          .as("hour " + i)
          .isCloseTo(columns[10][i], within(0.01));
    }
  }

  /** At night PVWatts sets the module to the air; its file rounds wind and air. */
  @Test
  void moduleTemperatureByDayIsThatOfPvWatts() {
    double[][] columns = columns();
    double[] modules = FuentesModule.of(45).temperatures(columns[7], columns[5], columns[6], 3600);
    int days = 0;
    int close = 0;
    for (int i = 0; i < HOURS; i++) {
      if (columns[7][i] > 0) {
        days++;
        close += Math.abs(modules[i] - columns[8][i]) < 0.01 ? 1 : 0;
        assertThat(modules[i]).as("hour " + i).isCloseTo(columns[8][i], within(0.75));
      }
    }
    assertThat(close).isGreaterThan((int) (0.97 * days));
  }
}
