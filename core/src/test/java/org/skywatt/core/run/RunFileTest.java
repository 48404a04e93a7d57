package org.skywatt.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skywatt.core.site.SiteId;

class RunFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"0,8", "1,8", "7,8", "8,8", "9,8", "100,8", "100,1", "100,1000"})
  void findsEverySiteAsItWasWritten(int count, int batch) throws IOException {
    List<SiteForecast> sites = RunExamples.sites(count, 4);
    Path path = RunExamples.write(folder.resolve("run.arrow"), RunExamples.header(), sites, batch);

    try (RunFile run = RunFile.open(path)) {
      assertThat(run.header()).isEqualTo(RunExamples.header());
      assertThat(run.siteCount()).isEqualTo(count);
      for (int i = 0; i < count; i++) {
        SiteForecast written = sites.get(i);
        assertThat(run.siteIdAt(i)).isEqualTo(written.site().siteId());
        SiteForecast read = run.find(written.site().siteId()).orElseThrow();
        assertThat(read.site()).isEqualTo(written.site());
        assertThat(read.block()).isEqualTo(written.block());
        assertThat(run.get(i).block()).isEqualTo(written.block());
      }
      for (String absent : List.of("a", "s", "s0000x", "s0005-a", "t", "zzz")) {
        assertThat(run.find(new SiteId(absent))).isEmpty();
      }
      run.verifyChecksum();
    }
  }

  @Test
  void sameInputGivesSameBytesAndNothingElseIsLeft() throws IOException {
    List<SiteForecast> sites = RunExamples.sites(50, 4);
    Path one = RunExamples.write(folder.resolve("one.arrow"), RunExamples.header(), sites, 16);
    Path two = RunExamples.write(folder.resolve("two.arrow"), RunExamples.header(), sites, 16);
    assertThat(Files.mismatch(one, two)).isEqualTo(-1);
    assertThat(list()).containsExactly("one.arrow", "two.arrow");
  }

  @Test
  void whatWasAdjustedIsTold() throws IOException {
    List<SiteForecast> sites = new ArrayList<>(RunExamples.sites(5, 4));
    Path plain = RunExamples.write(folder.resolve("a.arrow"), RunExamples.header(), sites, 2);
    for (int i : new int[] {1, 4}) {
      SiteForecast own = sites.get(i);
      sites.set(
          i,
          new SiteForecast(
              own.site().adjusted(new SiteAdjustment(-0.125 * i, 7 + i)),
              own.levels(),
              own.block()));
    }
    Path path = RunExamples.write(folder.resolve("b.arrow"), RunExamples.header(), sites, 2);
    try (RunFile run = RunFile.open(path)) {
      for (SiteForecast written : sites) {
        assertThat(run.find(written.site().siteId()).orElseThrow().site())
            .isEqualTo(written.site());
      }
      assertThat(run.get(4).site().adjustment()).contains(new SiteAdjustment(-0.5, 11));
      assertThat(run.sha256()).isNotEqualTo(RunFile.open(plain).sha256());
      run.verifyChecksum();
    }
    for (String bad : List.of("", "s1", "s1=", "s1=1", "s1=x/3", "s1=0.1/0", "=0.1/3", "s1=-1/3")) {
      assertThatThrownBy(() -> SiteAdjustment.parse(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("adjustment");
    }
  }

  @Test
  void checksumIsThatOfTheContentHoweverItIsCut() throws IOException {
    List<SiteForecast> sites = RunExamples.sites(50, 4);
    Path one = RunExamples.write(folder.resolve("one.arrow"), RunExamples.header(), sites, 16);
    Path two = RunExamples.write(folder.resolve("two.arrow"), RunExamples.header(), sites, 7);
    assertThat(RunFile.open(one).sha256()).isEqualTo(RunFile.open(two).sha256());
    Path other =
        RunExamples.write(
            folder.resolve("other.arrow"), RunExamples.header(), sites.subList(1, 50), 16);
    assertThat(RunFile.open(other).sha256()).isNotEqualTo(RunFile.open(one).sha256());
  }

  @Test
  void leavesNothingWithoutCommit() throws IOException {
    Path target = folder.resolve("run.arrow");
    try (RunFileWriter writer = RunFileWriter.create(target, RunExamples.header())) {
      writer.add(RunExamples.site("a", 4, 1));
    }
    assertThat(list()).isEmpty();
  }

  @Test
  void writingTheSameRunAgainIsWellAndAnotherOneIsRefused() throws IOException {
    Path target = folder.resolve("run.arrow");
    RunExamples.write(target, RunExamples.header(), RunExamples.sites(3, 4), 16);
    RunExamples.write(target, RunExamples.header(), RunExamples.sites(3, 4), 16);
    assertThatThrownBy(
            () -> RunExamples.write(target, RunExamples.header(), RunExamples.sites(2, 4), 16))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("another run has this name");
    assertThat(RunFile.open(target).siteCount()).isEqualTo(3);
    assertThat(list()).containsExactly("run.arrow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "b"})
  void refusesSitesOutOfOrder(String second) throws IOException {
    try (RunFileWriter writer =
        RunFileWriter.create(folder.resolve("run.arrow"), RunExamples.header())) {
      writer.add(RunExamples.site("b", 4, 1));
      assertThatThrownBy(() -> writer.add(RunExamples.site(second, 4, 1)))
          .hasMessageContaining("sorted by id");
      assertThatThrownBy(() -> writer.add(RunExamples.site("c", 5, 1)))
          .hasMessageContaining("site c has 5 steps");
    }
  }

  @Test
  void namesAMissingFolder() {
    assertThatThrownBy(
            () -> RunFileWriter.create(folder.resolve("no/run.arrow"), RunExamples.header()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("folder for run files does not exist");
  }

  @Test
  void refusesFilesThatAreNoRuns() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.arrow"));
    assertThatThrownBy(() -> RunFile.open(empty))
        .isInstanceOf(RunFileException.class)
        .hasMessageContaining("empty.arrow: the file is empty");
    Path text = Files.writeString(folder.resolve("text.arrow"), "site,power\n".repeat(100));
    assertThatThrownBy(() -> RunFile.open(text)).hasMessageContaining("not an Arrow file");
  }

  @Test
  void refusesAFileCutAnywhere() throws IOException {
    Path path =
        RunExamples.write(
            folder.resolve("run.arrow"), RunExamples.header(), RunExamples.sites(20, 4), 8);
    byte[] whole = Files.readAllBytes(path);
    Path cut = folder.resolve("cut.arrow");
    for (int length = 0; length < whole.length; length += 41) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> RunFile.open(cut)).isInstanceOf(RunFileException.class);
    }
  }

  /** Whatever is damaged is either told or does no harm: never another exception, never a crash. */
  @Test
  void toldOrHarmlessWhicheverByteIsChanged() throws IOException {
    Path path =
        RunExamples.write(
            folder.resolve("run.arrow"), RunExamples.header(), RunExamples.sites(20, 4), 8);
    byte[] whole = Files.readAllBytes(path);
    List<SiteForecast> sites = RunExamples.sites(20, 4);
    Random random = new Random(1);
    int told = 0;
    for (int at = 0; at < whole.length; at += 9) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 + random.nextInt(255));
      Path file = Files.write(folder.resolve("damaged.arrow"), damaged);
      try (RunFile run = RunFile.open(file)) {
        run.verifyChecksum();
        assertThat(run.header()).isEqualTo(RunExamples.header());
        for (int i = 0; i < 20; i++) {
          assertThat(run.get(i).block()).isEqualTo(sites.get(i).block());
        }
      } catch (RunFileException e) {
        told++;
      }
    }
    assertThat(told).isGreaterThan(whole.length / 40);
  }

  @Test
  void toldWhenTheFileIsCutWhileMapped() throws IOException {
    Path path =
        RunExamples.write(
            folder.resolve("run.arrow"),
            RunExamples.header(2000),
            RunExamples.sites(200, 2000),
            50);
    try (RunFile run = RunFile.open(path)) {
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
        channel.truncate(4096);
      }
      assertThatThrownBy(() -> run.get(199))
          .isInstanceOf(RunFileException.class)
          .hasMessageContaining("cut short while it was mapped");
      assertThatThrownBy(run::verifyChecksum).isInstanceOf(RunFileException.class);
    }
  }

  @Test
  void forecastsOutliveTheFileAndAClosedFileSaysSo() throws IOException {
    Path path =
        RunExamples.write(
            folder.resolve("run.arrow"), RunExamples.header(), RunExamples.sites(3, 4), 8);
    RunFile run = RunFile.open(path);
    SiteForecast kept = run.get(1);
    run.close();
    assertThat(kept.block()).isEqualTo(RunExamples.sites(3, 4).get(1).block());
    assertThatThrownBy(() -> run.get(1)).hasMessageContaining("closed");
  }

  private List<String> list() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }
}
