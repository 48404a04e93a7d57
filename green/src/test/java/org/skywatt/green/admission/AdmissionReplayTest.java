package org.skywatt.green.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionReplayTest {
  private static final int DAY = 144;
  private static final int DAYS = 6;

  /** Cloudy days of solar power: work is taken, mostly green, and no deadline is missed. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void keepsItsPromises(int seed) {
    double[] renewable = solar(seed);
    for (AdmissionPolicy policy : List.of(AdmissionPolicy.CONSERVATIVE, AdmissionPolicy.EXPECTED)) {
      AdmissionResult result = AdmissionReplay.run(free(seed), renewable, requests(seed), policy);
      assertThat(result.missed()).isZero();
      assertThat(result.acceptedPct()).isBetween(5.0, 90.0);
      assertThat(result.greenPct()).isBetween(90.0, 100.0);
    }
  }

  /** What will be on the last day changes nothing for requests of the days before. */
  @Test
  void admissionDoesNotSeeTheFuture() {
    List<WorkRequest> early =
        requests(4).stream().filter(r -> r.deadline() < (DAYS - 1) * 86_400.0).toList();
    double[] bright = solar(4);
    double[] dark = bright.clone();
    Arrays.fill(dark, (DAYS - 1) * DAY, DAYS * DAY, 0);
    AdmissionResult one = AdmissionReplay.run(free(4), bright, early, AdmissionPolicy.EXPECTED);
    assertThat(AdmissionReplay.run(free(4), dark, early, AdmissionPolicy.EXPECTED)).isEqualTo(one);
    assertThat(one.accepted()).isPositive();
  }

  @Test
  void withoutSunNothingIsTakenThatMustBeGreen() {
    AdmissionResult result =
        AdmissionReplay.run(
            free(5), new double[DAYS * DAY], requests(5), new AdmissionPolicy("all", 1, 0.5));
    assertThat(result.accepted()).isZero();
    assertThat(result.greenPct()).isNaN();
  }

  @Test
  void refusesImpossibleRequests() {
    assertThatThrownBy(() -> new WorkRequest(5, 5, 1)).hasMessageContaining("after the arrival");
    assertThatThrownBy(() -> new WorkRequest(0, Double.NaN, 1))
        .hasMessageContaining("after the arrival");
    assertThatThrownBy(() -> new WorkRequest(0, 5, -1)).hasMessageContaining("above 0");
  }

  private static double[] free(int seed) {
    return new Random(seed).doubles(DAYS * DAY, 400, 800).toArray();
  }

  private static double[] solar(int seed) {
    Random random = new Random(seed + 100);
    double[] solar = new double[DAYS * DAY];
    double cloud = 0.2;
    for (int step = 0; step < solar.length; step++) {
      cloud = Math.min(0.8, Math.max(0, cloud + 0.05 * random.nextGaussian()));
      double sun = -Math.cos(2 * Math.PI * (step % DAY) / DAY);
      solar[step] = Math.max(0, 400 * sun * (1 - cloud));
    }
    return solar;
  }

  private static List<WorkRequest> requests(int seed) {
    Random random = new Random(seed + 200);
    List<WorkRequest> requests = new ArrayList<>();
    for (int i = 0; i < 250 * (DAYS - 1); i++) {
      double arrival = 86_400.0 * (DAYS - 1) * random.nextDouble();
      requests.add(new WorkRequest(arrival, arrival + 1200 + 7200 * random.nextDouble(), 100));
    }
    requests.sort(Comparator.comparingDouble(WorkRequest::arrival));
    return requests;
  }
}
