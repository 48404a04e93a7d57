package org.skywatt.ingest.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.grid.Area;
import org.skywatt.ingest.file.UnreadableFileException;

/** Broken frames give images or a refusal of one line, soon; nothing else. */
class ImagesFuzzTest {
  private static final int[] HOSTILE = {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0, 1 << 30};
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Area SMALL = new Area(-6, 4, -6, 12);

  @TempDir private Path folder;

  /** Cuts, writes hostile numbers in either byte order, or flips bits, in the first bytes most. */
  private static byte[] broken(byte[] good, int head, Random random) {
    byte[] bytes = good.clone();
    int reach = random.nextInt(4) == 0 ? bytes.length : Math.min(head, bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> {
        return Arrays.copyOf(bytes, random.nextInt(reach));
      }
      case 1 -> {
        int at = random.nextInt(reach - 4);
        int hostile = HOSTILE[random.nextInt(HOSTILE.length)];
        int width = random.nextBoolean() ? 4 : 2;
        for (int i = 0; i < width; i++) {
          bytes[at + i] = (byte) (hostile >> (8 * (random.nextBoolean() ? i : 3 - i)));
        }
      }
      default -> {
        for (int i = 0; i <= random.nextInt(8); i++) {
          bytes[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
        }
      }
    }
    return bytes;
  }

  private static void read(List<Path> files, String channel, Optional<Area> area, String label) {
    long start = System.nanoTime();
    try {
      for (SatelliteImage image : SatelliteImages.read(files, channel, area)) {
        assertThat(image.values()).hasSize(image.grid().size());
      }
    } catch (UnreadableFileException e) {
      assertThat(e.getMessage()).as(label).doesNotContain("\n");
    } catch (IOException | RuntimeException | Error e) {
      fail(label, e);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as(label).isLessThan(SOON);
  }

  @Test
  void brokenSegmentsAndPrologues() throws IOException {
    Path real = Path.of(System.getProperty("skywatt.shared", "absent"), "hrit_msg");
    assumeTrue(Files.isDirectory(real), "the real segments are not there");
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(real)) {
      for (Path each : all.filter(path -> path.toString().contains("MSG2")).toList()) {
        if (!each.toString().contains("HRV______")) {
          files.add(Files.copy(each, folder.resolve(each.getFileName())));
        }
      }
    }
    for (int victim = 0; victim < files.size(); victim++) {
      byte[] good = Files.readAllBytes(files.get(victim));
      Random random = new Random(victim);
      for (int round = 0; round < 25; round++) {
        Files.write(files.get(victim), broken(good, 6300, random));
        read(files, "IR_108", Optional.of(SMALL), files.get(victim).getFileName() + " " + round);
      }
      Files.write(files.get(victim), good);
    }
  }

  @ParameterizedTest
  @CsvSource({"abi_c13.nc, C13", "fci_0001.nc, ir_105", "himawari.nc, tbb_13", "abi_c02.nc, C02"})
  void brokenNetcdf(String name, String channel) throws IOException {
    byte[] good;
    try (InputStream packed =
            ImagesFuzzTest.class.getResourceAsStream("/satellite/" + name + ".gz");
        InputStream in = new GZIPInputStream(packed)) {
      good = in.readAllBytes();
    }
    Path file = folder.resolve(name);
    Random random = new Random(name.hashCode());
    for (int round = 0; round < 40; round++) {
      Files.write(file, broken(good, good.length, random));
      read(List.of(file), channel, Optional.empty(), name + " " + round);
    }
  }

  @Test
  void emptyAndForeignFiles() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));
    Path text = Files.writeString(folder.resolve("text"), "no image\n".repeat(100));
    read(List.of(empty), "HRV", Optional.empty(), "empty");
    read(List.of(text), "HRV", Optional.empty(), "text");
    read(List.of(folder), "HRV", Optional.empty(), "folder");
    read(List.of(folder.resolve("absent")), "HRV", Optional.empty(), "absent");
  }
}
