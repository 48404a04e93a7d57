package org.skywatt.core.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.variable.Variable;

class FieldsFileTest {
  private static final LatLonGrid GRID = new LatLonGrid(60, -0.5, 21, -10, 0.5, 31);
  private static final Instant INIT = Instant.parse("2026-06-01T06:00:00Z");
  private static final Instant FIRST = INIT.plusSeconds(3600);
  private static final Instant SECOND = INIT.plusSeconds(7200);
  private static final FieldsHeader HEADER =
      new FieldsHeader("gfs", INIT, INIT.plusSeconds(14_400), "public domain", GRID);

  @TempDir Path folder;

  private Path write() throws IOException {
    Path file = folder.resolve("gfs.arrow");
    try (FieldsFileWriter writer = FieldsFileWriter.create(file, HEADER)) {
      writer.add(Variable.CLOUD_COVER, FIRST, plane(0.001, 0.002, 0.1));
      writer.add(Variable.TEMPERATURE_2M, FIRST, plane(1, 2, 100));
      writer.add(Variable.TEMPERATURE_2M, SECOND, plane(1, 2, 200));
      writer.commit();
    }
    return file;
  }

  /** {@code a × latitude + b × longitude + c}: bilinear interpolation gives it back anywhere. */
  private static float[] plane(double a, double b, double c) {
    float[] values = new float[GRID.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (a * GRID.pointLatitude(i) + b * GRID.pointLongitude(i) + c);
    }
    return values;
  }

  @Test
  void valuesAreInterpolatedInSpaceAndNotInTime() throws IOException {
    FieldsFile file = FieldsFile.open(write());
    file.verifyChecksum();
    assertThat(file.header()).isEqualTo(HEADER);
    assertThat(file.validTimes(Variable.TEMPERATURE_2M)).containsExactly(FIRST, SECOND);
    assertThat(file.validTimes(Variable.GHI)).isEmpty();
    assertThat(file.value(Variable.TEMPERATURE_2M, 54.321, 1.234, SECOND))
        .isCloseTo(54.321 + 2 * 1.234 + 200, within(1e-4));
    assertThat(file.value(Variable.CLOUD_COVER, 50, -10, FIRST))
        .isCloseTo(0.05 - 0.02 + 0.1, within(1e-6));
    assertThat(file.value(Variable.CLOUD_COVER, 54, 1, SECOND)).isNaN();
    assertThat(file.value(Variable.TEMPERATURE_2M, 54, 1, INIT)).isNaN();
    assertThat(file.value(Variable.TEMPERATURE_2M, 20, 1, FIRST)).isNaN();
  }

  @Test
  void missingPointsStayMissing() throws IOException {
    Path path = folder.resolve("missing.arrow");
    float[] values = new float[GRID.size()];
    Arrays.fill(values, 1);
    values[0] = Float.NaN;
    try (FieldsFileWriter writer = FieldsFileWriter.create(path, HEADER)) {
      writer.add(Variable.GHI, FIRST, values);
      writer.commit();
    }
    FieldsFile file = FieldsFile.open(path);
    assertThat(file.value(Variable.GHI, 59.9, -9.9, FIRST)).isNaN();
    assertThat(file.value(Variable.GHI, 55, -9.9, FIRST)).isEqualTo(1);
  }

  @Test
  void withoutACommitNothingIsLeft() throws IOException {
    try (FieldsFileWriter writer = FieldsFileWriter.create(folder.resolve("never.arrow"), HEADER)) {
      writer.add(Variable.GHI, FIRST, plane(0, 0, 1));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void whateverIsChangedOrCutIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(write());
    Random random = new Random(7);
    Path broken = folder.resolve("broken.arrow");
    for (int i = 0; i < 300; i++) {
      byte[] bytes = whole.clone();
      if (i % 3 == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      } else {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(broken, bytes);
      try {
        FieldsFile file = FieldsFile.open(broken);
        file.verifyChecksum();
        // What changed was padding: all that the file says is as it was written.
        assertThat(file.value(Variable.TEMPERATURE_2M, 54, 1, FIRST)).isCloseTo(156, within(1e-3));
      } catch (FieldsFileException e) {
        assertThat(e.getMessage()).startsWith(broken + ": ").doesNotContain("\n");
      }
    }
  }

  @Test
  void aRunFileIsNoFieldsFile() throws IOException {
    Path text = Files.writeString(folder.resolve("text.arrow"), "variable,validTime,values\n");
    assertThatThrownBy(() -> FieldsFile.open(text))
        .isInstanceOf(FieldsFileException.class)
        .hasMessageContaining("not an Arrow file");
  }
}
