package org.skywatt.ingest.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skywatt.ingest.reader.NetcdfExample.range;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.zarr.codec.Codecs;

/** Broken files give fields or refusals of one line, soon; nothing else. */
class ArrayFuzzTest {
  private static final long SEED = 20240601;
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int[] HOSTILE = {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0, 1 << 30};

  @TempDir private Path folder;

  /** Flips bits, writes hostile lengths in either byte order, or cuts. */
  private static byte[] broken(byte[] good, Random random) {
    byte[] bytes = good.clone();
    switch (random.nextInt(4)) {
      case 0 -> {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      case 1 -> {
        int at = random.nextInt(Math.max(1, bytes.length - 4));
        int hostile = HOSTILE[random.nextInt(HOSTILE.length)];
        for (int i = 0; i < 4 && at + i < bytes.length; i++) {
          bytes[at + i] = (byte) (hostile >> (8 * (random.nextBoolean() ? i : 3 - i)));
        }
      }
      default -> {
        for (int i = 0; i <= random.nextInt(8); i++) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
    }
    return bytes;
  }

  /** Reads a file and passes over refusals; whatever else is thrown fails the test. */
  private static void read(Path path, String label) throws IOException {
    long start = System.nanoTime();
    try {
      FieldFiles.read(
          path,
          new FieldHandler() {
            @Override
            public void field(Field field) {
              assertThat(field.values()).hasSize(field.grid().size());
            }

            @Override
            public void refused(int field, UnreadableFileException reason) {
              assertThat(reason.getMessage()).doesNotContain("\n");
            }
          });
    } catch (UnreadableFileException e) {
      assertThat(e.getMessage()).as(label).doesNotContain("\n");
    } catch (RuntimeException | Error e) {
      throw new AssertionError(label, e);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as(label).isLessThan(SOON);
  }

  private void breakFile(byte[] good, int cases, String name) throws IOException {
    Path file = folder.resolve(name);
    for (int i = 0; i < cases; i++) {
      Random random = new Random(SEED + i);
      Files.write(file, broken(good, random));
      read(file, name + ", seed " + SEED + " + " + i);
    }
  }

  @Test
  void netcdf3() throws IOException {
    Path good = folder.resolve("good.nc");
    new NetcdfExample(good)
        .dimension("lat", 4)
        .dimension("lon", 5)
        .variable("lat", "lat", range(50, 1, 4), "units=degrees_north")
        .variable("lon", "lon", range(5, 1, 5), "units=degrees_east")
        .variable("time", "", new double[] {0}, "units=days since 2024-06-01")
        .variable("t", "lat lon", range(0, 1, 20), "units=K", "scale_factor=2")
        .write();
    breakFile(Files.readAllBytes(good), 600, "broken.nc");
  }

  @Test
  void hdf5() throws IOException {
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(ArrayFixturesTest.fixture("codecs.nc.gz")))) {
      breakFile(in.readAllBytes(), 200, "broken.h5");
    }
  }

  @Test
  void wrappers() throws IOException {
    breakFile(Files.readAllBytes(ArrayFixturesTest.fixture("codecs.nc.gz")), 60, "broken.gz");
    breakFile(Files.readAllBytes(ArrayFixturesTest.fixture("zarr3.zip")), 60, "broken.zip");
  }

  @Test
  void zarr() throws IOException {
    for (String name : List.of("zarr2.zip", "zarr3.zip")) {
      Path store = folder.resolve(name.replace(".zip", ""));
      unzip(ArrayFixturesTest.fixture(name), store);
      List<Path> files;
      try (Stream<Path> walk = Files.walk(store)) {
        files = walk.filter(Files::isRegularFile).sorted().toList();
      }
      for (int i = 0; i < 60; i++) {
        Random random = new Random(SEED + i);
        boolean metadata = random.nextBoolean();
        List<Path> chosen = files.stream().filter(each -> isMetadata(each) == metadata).toList();
        Path file = chosen.get(random.nextInt(chosen.size()));
        byte[] good = Files.readAllBytes(file);
        Files.write(file, metadata ? hostileNumber(good, random) : broken(good, random));
        read(store, name + ", seed " + SEED + " + " + i + ", " + file.getFileName());
        Files.write(file, good);
      }
    }
  }

  private static boolean isMetadata(Path file) {
    String name = file.getFileName().toString();
    return name.equals(".zmetadata") || name.equals("zarr.json");
  }

  /** Half of the cases put a hostile number in place of one that is there. */
  private static byte[] hostileNumber(byte[] good, Random random) {
    if (random.nextBoolean()) {
      return broken(good, random);
    }
    String text = new String(good, StandardCharsets.UTF_8);
    int at = random.nextInt(text.length());
    while (at < text.length() && !Character.isDigit(text.charAt(at))) {
      at++;
    }
    String hostile = Integer.toString(HOSTILE[random.nextInt(HOSTILE.length)]);
    return at == text.length()
        ? good
        : (text.substring(0, at) + hostile + text.substring(at + 1))
            .getBytes(StandardCharsets.UTF_8);
  }

  private static void unzip(Path zip, Path target) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = target.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, in.readAllBytes());
      }
    }
  }

  @Test
  void bloscFrames() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    var blosc = Codecs.numcodecs(mapper.readTree("{\"id\": \"blosc\"}"));
    Path store = folder.resolve("zarr2");
    unzip(ArrayFixturesTest.fixture("zarr2.zip"), store);
    int refused = 0;
    for (String array : List.of("blosclz_1", "lz4_1", "lz4_2", "zlib_1", "zstd_1", "blosclz_0")) {
      byte[] good = Files.readAllBytes(store.resolve("blosc_" + array).resolve("0.0.0"));
      assertThat(blosc.decode(good, 960)).hasSize(960);
      for (int i = 0; i < 1500; i++) {
        byte[] bad = broken(good, new Random(SEED + i));
        try {
          assertThat(blosc.decode(bad, 960).length).isLessThanOrEqualTo(960);
        } catch (IOException e) {
          refused++;
        } catch (RuntimeException e) {
          throw new AssertionError(array + ", seed " + SEED + " + " + i, e);
        }
      }
      ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).putInt(4, Integer.MAX_VALUE);
      assertThatThrownBy(() -> blosc.decode(good, 960)).isInstanceOf(IOException.class);
    }
    assertThat(refused).isPositive();
  }
}
