package org.skywatt.models.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.EnergyTier;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunFileException;
import org.skywatt.core.run.RunFileWriter;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.site.SiteId;

class DirectoryRunStoreTest {
  private static final QuantileLevels LEVELS = QuantileLevels.of(0.5);
  private static final Instant SIX = Instant.parse("2026-05-01T06:00:00Z");
  private static final SiteId SITE = new SiteId("a");

  @TempDir Path folder;

  @Test
  void findsLatestAsOfAndById() throws IOException {
    publish(SIX, 0.1);
    publish(SIX.plusSeconds(3600), 0.2);
    publish(SIX.plusSeconds(7200), 0.3);
    Files.writeString(folder.resolve("notes.txt"), "not a run");
    Files.writeString(folder.resolve(".20260501T100000Z.arrow.tmp"), "half a run");
    try (DirectoryRunStore store = DirectoryRunStore.open(folder)) {
      assertThat(store.runIds())
          .containsExactly("20260501T060000Z", "20260501T070000Z", "20260501T080000Z");
      assertThat(median(store.latest())).isEqualTo(0.3);
      assertThat(median(store.asOf(SIX.plusSeconds(3600)))).isEqualTo(0.2);
      assertThat(median(store.asOf(SIX.plusSeconds(7199)))).isEqualTo(0.2);
      assertThat(store.asOf(SIX.minusSeconds(1))).isEmpty();
      assertThat(median(store.find("20260501T060000Z"))).isEqualTo(0.1);
      assertThat(store.find("20260501T050000Z")).isEmpty();
      assertThat(store.find("../20260501T060000Z")).isEmpty();
    }
  }

  @Test
  void aNewRunIsServedWithinASecondAndNoReaderFails() throws Exception {
    Path later = folder.resolve("runs");
    try (DirectoryRunStore store = DirectoryRunStore.open(later)) {
      assertThat(store.latest()).isEmpty();
      Files.createDirectory(later);
      AtomicBoolean stop = new AtomicBoolean();
      Throwable[] failure = new Throwable[1];
      Thread reader =
          new Thread(
              () -> {
                while (!stop.get()) {
                  store.latest().ifPresent(run -> run.find(SITE).orElseThrow().mean(0));
                }
              });
      reader.setUncaughtExceptionHandler((thread, problem) -> failure[0] = problem);
      reader.start();
      for (int i = 0; i < 5; i++) {
        double value = i / 10.0;
        publish(later, SIX.plusSeconds(i), value);
        await(() -> store.latest().isPresent() && median(store.latest()) == value);
      }
      stop.set(true);
      reader.join();
      assertThat(failure[0]).isNull();
    }
  }

  @Test
  void aDamagedRunIsPassedOverUntilItIsMended() throws Exception {
    publish(SIX, 0.1);
    try (DirectoryRunStore store = DirectoryRunStore.open(folder, Duration.ofMillis(20))) {
      Path good = publish(SIX.plusSeconds(1), 0.2);
      await(() -> median(store.latest()) == 0.2);
      byte[] whole = Files.readAllBytes(good);
      Path copy = folder.resolve("20260501T060002Z.arrow");
      Files.write(copy, Arrays.copyOf(whole, 100));
      Thread.sleep(100);
      assertThat(median(store.latest())).isEqualTo(0.2);
      // A file under another run's name is not that run.
      Files.write(copy, whole);
      Thread.sleep(100);
      assertThat(median(store.latest())).isEqualTo(0.2);
      Files.delete(copy);
      publish(SIX.plusSeconds(2), 0.3);
      await(() -> median(store.latest()) == 0.3);
    }
  }

  @Test
  void aRunThatIsCutWhileServedIsRetired() throws IOException {
    publish(SIX, 0.1);
    Path second = publish(SIX.plusSeconds(1), 0.2);
    try (DirectoryRunStore store = DirectoryRunStore.open(folder)) {
      RunFile run = store.latest().orElseThrow();
      try (FileChannel channel = FileChannel.open(second, StandardOpenOption.WRITE)) {
        channel.truncate(0);
      }
      try {
        run.verifyChecksum();
        throw new AssertionError("the cut was not noticed");
      } catch (RunFileException e) {
        store.retire(run, e);
      }
      assertThat(median(store.latest())).isEqualTo(0.1);
    }
  }

  @Test
  void aFolderThatGoesAwayLeavesNothingToServe() throws Exception {
    Path file = publish(SIX, 0.1);
    try (DirectoryRunStore store = DirectoryRunStore.open(folder, Duration.ofMillis(20))) {
      Files.delete(file);
      await(() -> store.latest().isEmpty());
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start).as("nanoseconds waited").isLessThan(1_000_000_000L);
      Thread.sleep(5);
    }
  }

  private static double median(Optional<RunFile> run) {
    return run.orElseThrow().find(SITE).orElseThrow().quantile(0, 0);
  }

  private Path publish(Instant issue, double value) throws IOException {
    return publish(folder, issue, value);
  }

  private static Path publish(Path folder, Instant issue, double value) throws IOException {
    RunHeader header =
        new RunHeader(
            RunHeader.stamp(issue),
            issue,
            issue,
            3600,
            1,
            LEVELS,
            "test",
            0,
            EnergyTier.CONSTANT,
            issue.plusSeconds(3600),
            "none");
    RunSite site =
        new RunSite(SITE, "org", 10, 10, InputTier.FULL, EnumSet.noneOf(StaleInput.class));
    Path file = folder.resolve(header.runId() + ".arrow");
    try (RunFileWriter writer = RunFileWriter.create(file, header)) {
      writer.add(SiteForecast.of(site, LEVELS, new double[] {value}, new double[][] {{value}}));
      writer.commit();
    }
    return file;
  }
}
