package org.skywatt.ingest.grib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.field.FieldLevel;
import org.skywatt.ingest.field.StepType;

/** What we write, ecCodes and NetCDF-Java read back. */
class Grib2WriterTest {
  private static final LatLonGrid GRID = new LatLonGrid(30.5, -0.25, 3, -1, 0.5, 5);
  private static final Instant INIT = Instant.parse("2026-11-18T06:00:00Z");

  private static GribProduct instant(int hours) {
    return new GribProduct(
        GribProduct.TEST_PRODUCTS,
        new GribParameter(0, 2, 3),
        GribLevel.heightAboveGround(100),
        INIT,
        INIT.plus(Duration.ofHours(hours)),
        StepType.INSTANT,
        Duration.ZERO,
        0);
  }

  private static GribProduct accumulation(int hours) {
    return new GribProduct(
        GribProduct.TEST_PRODUCTS,
        new GribParameter(0, 4, 7),
        GribLevel.ground(),
        INIT,
        INIT.plus(Duration.ofHours(hours)),
        StepType.ACCUMULATION,
        Duration.ofHours(hours),
        0);
  }

  @Test
  void ecCodesReadsTheSame(@TempDir Path folder) throws IOException {
    float[] winds = {-3, 4.5f, 0, 12, 7, 6, 5, 4, 3, 2, 1, 0, -1, -2, 31.25f};
    float[] energy = winds.clone();
    energy[3] = Float.NaN;
    energy[14] = Float.NaN;
    float[] same = new float[15];
    Arrays.fill(same, 7.25f);
    float[] none = new float[15];
    Arrays.fill(none, Float.NaN);
    Path file = folder.resolve("written.grib2");
    Files.write(
        file,
        concat(
            bytes(instant(3), winds, 16),
            bytes(accumulation(30), energy, 12),
            bytes(instant(0), same, 12),
            bytes(instant(1), none, 12)));

    List<String[]> keys =
        EcCodes.keys(
            file,
            "shortName,level,dataDate,dataTime,validityDate,validityTime,stepRange,stepType,"
                + "numberOfMissing,productionStatusOfProcessedData,jScansPositively");
    assertThat(keys.get(0))
        .containsExactly(
            "100v", "100", "20261118", "600", "20261118", "900", "3", "instant", "0", "1", "0");
    assertThat(keys.get(1)).contains("0-30", "accum", "2", "20261119", "1200");
    assertThat(keys.get(3)[8]).isEqualTo("15");
    List<List<EcCodes.Point>> golden = EcCodes.data(file);
    float[][] written = {winds, energy, same, none};
    for (int field = 0; field < written.length; field++) {
      for (int i = 0; i < GRID.size(); i++) {
        EcCodes.Point point = golden.get(field).get(i);
        assertThat(point.latitude()).isCloseTo(GRID.latitude(i / 5), within(1e-5));
        assertThat(Math.IEEEremainder(point.longitude() - GRID.longitude(i % 5), 360))
            .isCloseTo(0, within(1e-5));
        if (Float.isNaN(written[field][i])) {
          assertThat(point.value()).isNaN();
        } else {
          assertThat(point.value()).isCloseTo(written[field][i], within(0.01));
        }
      }
    }
    List<Field> ours = GribFields.of(file).fields;
    assertThat(ours).hasSize(4);
    assertThat(ours.get(0).grid()).isEqualTo(GRID);
    assertSame(ours.get(0).header(), instant(3), FieldLevel.heightAboveGround(100));
    assertSame(ours.get(1).header(), accumulation(30), FieldLevel.SURFACE);
  }

  private static void assertSame(FieldHeader read, GribProduct written, FieldLevel level) {
    assertThat(read.code().parameter()).isEqualTo(written.parameter().toString());
    assertThat(read.level()).isEqualTo(level);
    assertThat(read.initTime()).isEqualTo(written.initTime());
    assertThat(read.validTime()).isEqualTo(written.validTime());
    assertThat(read.stepType()).isEqualTo(written.stepType());
    assertThat(read.period()).isEqualTo(written.period());
  }

  @Test
  void rowsMayRunNorthwards(@TempDir Path folder) throws IOException {
    LatLonGrid northwards = new LatLonGrid(-10, 0.5, 2, 20, 1, 3);
    float[] values = {1, 2, 3, 4, 5, 6};
    Path file = folder.resolve("northwards.grib2");
    try (OutputStream out = Files.newOutputStream(file)) {
      new Grib2Writer(out).write(instant(1), northwards, values, 12);
    }
    List<EcCodes.Point> golden = EcCodes.data(file).get(0);
    for (int i = 0; i < values.length; i++) {
      assertThat(golden.get(i).latitude()).isCloseTo(northwards.latitude(i / 3), within(1e-5));
      assertThat(golden.get(i).value()).isCloseTo(values[i], within(0.01));
    }
    assertThat(GribFields.of(file).fields.get(0).values()).containsExactly(values);
  }

  @Property(tries = 200)
  void readsBackWithinHalfAStep(
      @ForAll("fields") float[] values, @ForAll @IntRange(min = 1, max = 24) int bits) {
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      if (!Float.isNaN(value)) {
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
    double step = min < max ? 2 * ((double) max - min) / ((1 << bits) - 1) : 0;
    // NetCDF-Java computes in floats: their spacing at the largest value comes on top.
    double tolerance = step / 2 + 2 * Math.ulp(Math.max(Math.abs(min), Math.abs(max)));
    float[] read = readBack(bytes(instant(1), values, bits));
    for (int i = 0; i < values.length; i++) {
      if (Float.isNaN(values[i])) {
        assertThat(read[i]).isNaN();
      } else {
        assertThat((double) read[i]).isCloseTo(values[i], within(tolerance));
      }
    }
  }

  @Provide
  Arbitrary<float[]> fields() {
    Arbitrary<Float> value = Arbitraries.floats().between(-1e7f, 1e7f).injectNull(0.1);
    Arbitrary<Float> close = Arbitraries.floats().between(280f, 281f);
    return Combinators.combine(
            Arbitraries.of(true, false), value.list().ofSize(15), close.list().ofSize(15))
        .as(
            (wide, far, near) -> {
              float[] field = new float[15];
              for (int i = 0; i < 15; i++) {
                Float each = wide ? far.get(i) : near.get(i);
                field[i] = each == null ? Float.NaN : each;
              }
              return field;
            });
  }

  private static float[] readBack(byte[] message) {
    try {
      Path file = Files.createTempFile("skywatt", ".grib2");
      try {
        Files.write(file, message);
        return GribFields.of(file).fields.get(0).values();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(GribProduct product, float[] values, int bits) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new Grib2Writer(out).write(product, GRID, values, bits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
