package org.skywatt.models.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.EnergyTier;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunFileWriter;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.site.SiteId;

class RunRetentionTest {
  private static final Instant SIX = Instant.parse("2026-05-01T06:00:00Z");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "2026-05-01T06:00:00Z,1,0",
    "2026-05-01T06:00:01Z,1,1",
    "2026-05-01T08:00:00Z,1,2",
    "2030-01-01T00:00:00Z,1,3",
    "2030-01-01T00:00:00Z,3,1",
    "2030-01-01T00:00:00Z,9,0"
  })
  void oldRunsGoAndTheNewestStay(Instant before, int least, int removed) throws IOException {
    for (int hour = 0; hour < 4; hour++) {
      publish(SIX.plusSeconds(3600L * hour));
    }
    Files.writeString(folder.resolve("notes.txt"), "not a run");
    assertThat(new RunRetention(folder).expire(before, least)).isEqualTo(removed);
    List<String> left = names();
    assertThat(left).hasSize(4 - removed + 1).contains("20260501T090000Z.arrow", "notes.txt");
  }

  @Test
  void whoReadsARemovedRunFinishesAndTheStoreServesTheNewest() throws IOException {
    publish(SIX);
    try (DirectoryRunStore store = DirectoryRunStore.open(folder)) {
      RunFile held = store.latest().orElseThrow();
      publish(SIX.plusSeconds(3600));
      assertThat(new RunRetention(folder).expire(SIX.plusSeconds(1), 1)).isEqualTo(1);
      held.verifyChecksum();
      assertThat(store.find("20260501T060000Z")).isEmpty();
      assertThat(store.find("20260501T070000Z")).isPresent();
    }
  }

  @Test
  void oldRunsAreThinnedToTheFirstOfEachSpan() throws IOException {
    Instant midnight = Instant.parse("2026-05-01T00:00:00Z");
    for (int hour = 1; hour < 16; hour++) {
      publish(midnight.plusSeconds(3600L * hour));
    }
    RunRetention retention = new RunRetention(folder);
    Instant noon = midnight.plusSeconds(12 * 3600);
    assertThat(retention.thin(noon, Duration.ofHours(6))).isEqualTo(9);
    assertThat(names())
        .containsExactly(
            "20260501T010000Z.arrow",
            "20260501T060000Z.arrow",
            "20260501T120000Z.arrow",
            "20260501T130000Z.arrow",
            "20260501T140000Z.arrow",
            "20260501T150000Z.arrow");
    assertThat(retention.thin(noon, Duration.ofHours(6))).as("once more").isZero();
    try (DirectoryRunStore store = DirectoryRunStore.open(folder)) {
      RunFile told = store.asOf(midnight.plusSeconds(5 * 3600)).orElseThrow();
      assertThat(told.header().issueTime()).isEqualTo(midnight.plusSeconds(3600));
    }
  }

  @Test
  void runsOfOtherNamesAreThinnedByThemselvesAndNoSpanIsRefused() throws IOException {
    Files.writeString(folder.resolve("20260501T010000Z-small.arrow"), "its name is what counts");
    publish(SIX.minusSeconds(5 * 3600));
    publish(SIX.minusSeconds(4 * 3600));
    assertThat(new RunRetention(folder).thin(SIX, Duration.ofHours(6))).isEqualTo(1);
    assertThat(names()).containsExactly("20260501T010000Z-small.arrow", "20260501T010000Z.arrow");
    assertThatThrownBy(() -> new RunRetention(folder).thin(SIX, Duration.ZERO))
        .hasMessageContaining("whole seconds");
  }

  @Test
  void whatAKilledWriterLeftGoesAfterADay() throws IOException {
    Path old = Files.writeString(folder.resolve(".20260501T060000Z.arrow.x.tmp"), "half a run");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    Files.writeString(folder.resolve(".20260501T070000Z.arrow.y.tmp"), "being written");
    new RunRetention(folder).expire(SIX, 1);
    assertThat(names()).containsExactly(".20260501T070000Z.arrow.y.tmp");
  }

  @Test
  void aFolderThatIsNotThereHoldsNothingAndNoRunAtAllIsRefused() throws IOException {
    assertThat(new RunRetention(folder.resolve("no")).expire(SIX, 1)).isZero();
    assertThatThrownBy(() -> new RunRetention(folder).expire(SIX, 0))
        .hasMessageContaining("newest run");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private void publish(Instant issue) throws IOException {
    QuantileLevels levels = QuantileLevels.of(0.5);
    RunHeader header =
        new RunHeader(
            RunHeader.stamp(issue),
            issue,
            issue,
            3600,
            1,
            levels,
            "test",
            0,
            EnergyTier.CONSTANT,
            issue.plusSeconds(3600),
            "none");
    RunSite site =
        new RunSite(
            new SiteId("a"), "org", 10, 10, InputTier.FULL, EnumSet.noneOf(StaleInput.class));
    try (RunFileWriter writer =
        RunFileWriter.create(folder.resolve(header.runId() + ".arrow"), header)) {
      writer.add(SiteForecast.of(site, levels, new double[] {0.5}, new double[][] {{0.5}}));
      writer.commit();
    }
  }
}
