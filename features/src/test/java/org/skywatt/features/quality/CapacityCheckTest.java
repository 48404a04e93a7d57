package org.skywatt.features.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Detection and false alarms on simulated plants of a year and a half, hour by hour. */
class CapacityCheckTest {
  private static final int DAYS = 540;

  private static SimulatedPlant plant(long seed) {
    SplittableRandom random = new SplittableRandom(seed * 7919);
    double latitude = new double[] {52, 40, 13.7, -35, 28}[(int) (seed % 5)];
    return new SimulatedPlant(seed, latitude, random.nextDouble(-20, 20), DAYS, 3600);
  }

  private static List<Finding> changes(QualityReport report) {
    List<Finding> changes = new ArrayList<>(report.findings());
    changes.removeIf(finding -> finding.kind() != Finding.Kind.CAPACITY_CHANGE);
    return changes;
  }

  @Test
  void findsInjectedChangesAndTheirDates() {
    double[] sizes = {-0.5, -0.33, -0.2, 0.25, 0.5};
    int found = 0;
    int others = 0;
    int total = 20;
    for (int seed = 0; seed < total; seed++) {
      int day = 100 + new SplittableRandom(seed).nextInt(DAYS - 200);
      double size = sizes[seed / 4];
      Instant date = Instant.ofEpochSecond(SimulatedPlant.START + day * 86_400L);
      for (Finding change : changes(plant(seed).scaleFrom(day, 1 + size).check())) {
        long off =
            Math.abs(change.spans().get(0).from().getEpochSecond() - date.getEpochSecond())
                / 86_400;
        if (off <= 12 && Math.abs(Math.log((1 + change.size()) / (1 + size))) < 0.2) {
          found++;
          assertThat(change.confidence()).isGreaterThanOrEqualTo(0.99);
        } else {
          others++;
        }
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(16);
    assertThat(others).isLessThanOrEqualTo(6);
  }

  @Test
  void seldomCriesWolf() {
    int alarms = 0;
    for (int seed = 100; seed < 120; seed++) {
      alarms += changes(plant(seed).check()).isEmpty() ? 0 : 1;
    }
    assertThat(alarms).isLessThanOrEqualTo(1);
  }
}
