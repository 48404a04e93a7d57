package org.skywatt.features.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.variable.Variable;

/** Runs, corrections, members and sources of one valid time, seen at an issue time. */
class NwpViewTest {
  private static final Instant VALID = Instant.parse("2026-06-02T12:00:00Z");

  private final List<NwpSample> samples = new ArrayList<>();

  private static Instant hour(int hour) {
    return Instant.parse("2026-06-02T00:00:00Z").plusSeconds(3600L * hour);
  }

  private static NwpSample sample(String source, int member, int init, int available, float ghi) {
    float[] values = new float[Variable.COUNT];
    Arrays.fill(values, Float.NaN);
    values[Variable.GHI.ordinal()] = ghi;
    return new NwpSample("a", source, member, hour(init), VALID, hour(available), values);
  }

  private NwpView at(int issue) {
    return new NwpView(new NwpRuns(samples), hour(issue), SourceSkill.UNKNOWN);
  }

  private double ghi(int issue) {
    return at(issue).get(Variable.GHI, VALID);
  }

  @Test
  void aLateCorrectionOfAnOldRunDoesNotPushANewerRunAside() {
    samples.add(sample("gfs", 0, 0, 4, 100));
    samples.add(sample("gfs", 0, 6, 9, 200));
    samples.add(sample("gfs", 0, 0, 11, 101));
    assertThat(ghi(8)).isEqualTo(100);
    assertThat(ghi(10)).isEqualTo(200);
    assertThat(ghi(12)).isEqualTo(200);
    assertThat(at(12).findRunBefore(VALID).orElseThrow().get(Variable.GHI)).isEqualTo(101);
  }

  @Test
  void theCorrectionOfARunCountsFromItsPublicationOn() {
    samples.add(sample("gfs", 0, 0, 4, 100));
    samples.add(sample("gfs", 0, 0, 7, 110));
    assertThat(ghi(3)).isNaN();
    assertThat(ghi(6)).isEqualTo(100);
    assertThat(ghi(7)).isEqualTo(110);
    assertThat(at(7).findRunBefore(VALID)).isEmpty();
  }

  @Test
  void sourcesWithOtherDelaysAreToldApart() {
    samples.add(sample("icon", 0, 0, 3, 300));
    samples.add(sample("icon", 0, 6, 9, 310));
    samples.add(sample("gfs", 0, 0, 4, 100));
    samples.add(sample("gfs", 0, 6, 11, 120));
    assertThat(at(10).listSources(VALID).stream().map(each -> each.get(Variable.GHI)))
        .containsExactly(310f, 100f);
    assertThat(at(10).findRunBefore(VALID).orElseThrow().get(Variable.GHI)).isEqualTo(300);
    assertThat(at(11).listSources(VALID)).hasSize(2);
    assertThat(ghi(11)).as("of one reference time, the last in name").isEqualTo(310);
  }

  @Test
  void membersAreThoseOfTheNewestRunThatAreKnown() {
    samples.add(sample("ens", 0, 0, 4, 100));
    samples.add(sample("ens", 2, 0, 5, 140));
    samples.add(sample("ens", 1, 0, 4, 120));
    samples.add(sample("ens", 0, 6, 9, 200));
    assertThat(ghi(4)).as("the control").isEqualTo(100);
    assertThat(at(4).listMembers(VALID)).hasSize(2);
    assertThat(at(8).listMembers(VALID).stream().map(NwpSample::member)).containsExactly(0, 1, 2);
    assertThat(at(9).listMembers(VALID)).hasSize(1);
  }

  @Test
  void nothingIsKnownOfATimeThatNoRunReaches() {
    assertThat(at(5).find(VALID)).isEmpty();
    assertThat(at(5).listMembers(VALID)).isEmpty();
    assertThat(at(5).listSources(VALID)).isEmpty();
  }

  /** Against a plain scan of all that was known, whatever the order of the records. */
  @Property(tries = 300)
  void theNewestKnownRunIsFound(@ForAll long seed) {
    Random random = new Random(seed);
    samples.clear();
    for (int i = random.nextInt(30); i > 0; i--) {
      int init = random.nextInt(6);
      samples.add(
          sample(
              "s" + random.nextInt(3),
              random.nextInt(2),
              init,
              init + random.nextInt(6),
              random.nextInt(1000)));
    }
    int issue = random.nextInt(12);
    Optional<NwpSample> expected =
        samples.stream()
            .filter(each -> !each.availableAt().isAfter(hour(issue)))
            .max(
                Comparator.comparing(NwpSample::initTime)
                    .thenComparing(NwpSample::source)
                    .thenComparing(NwpSample::member, Comparator.reverseOrder())
                    .thenComparing(NwpSample::availableAt)
                    .thenComparing(NwpSample::values, Arrays::compare));
    Collections.shuffle(samples, random);
    Optional<NwpSample> found = at(issue).find(VALID);
    assertThat(found.map(NwpSample::values)).isEqualTo(expected.map(NwpSample::values));
    assertThat(found.map(NwpSample::availableAt)).isEqualTo(expected.map(NwpSample::availableAt));
  }
}
