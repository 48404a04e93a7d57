package org.skywatt.ingest.hrit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.reader.FieldFiles;

/** Real segments of Meteosat-9 and -10. */
class HritReaderTest {
  private static final String INFRARED =
      "H-000-MSG2__-MSG2________-IR_108___-000004___-201010111400-__";
  private static final String COMPRESSED =
      "H-000-MSG3__-MSG3________-WV_073___-000008___-201311271015-C_";
  private static final String EPILOGUE =
      "H-000-MSG2__-MSG2________-_________-EPI______-201010111400-__";

  private static final Path FOLDER =
      Path.of(System.getProperty("skywatt.shared", "absent"), "hrit_msg");

  @BeforeEach
  void requireData() {
    assumeTrue(Files.isDirectory(FOLDER), "the real segments are not there");
  }

  private static List<Field> read(Path file) throws IOException {
    List<Field> fields = new ArrayList<>();
    FieldFiles.read(file, fields::add);
    return fields;
  }

  @Test
  void readsCountsAndRadiances() throws IOException {
    List<Field> fields = read(FOLDER.resolve(INFRARED));
    assertThat(fields).hasSize(3);
    Field counts = fields.get(0);
    assertThat(counts.header().code().parameter()).isEqualTo("IR_108");
    assertThat(counts.header().initTime()).isEqualTo(Instant.parse("2010-10-11T14:00:00Z"));
    // The scan runs northwards over 12.5 minutes; the segment's middle is at 44% of its lines.
    assertThat(counts.header().validTime())
        .isBetween(Instant.parse("2010-10-11T14:05:00Z"), Instant.parse("2010-10-11T14:06:30Z"));
    // Slope and offset of Meteosat-9's IR 10.8 channel as published with its level 1.5 data.
    int middle = 200 * 3712 + 1856;
    assertThat(fields.get(1).values()[middle])
        .isCloseTo(-10.4568f + 0.205036f * counts.values()[middle], within(2e-3f));
    // Satpy 0.60.0 on the same segment.
    Field temperature = fields.get(2);
    assertThat(temperature.header().code().parameter()).isEqualTo("IR_108_brightness_temperature");
    assertThat(temperature.values()[1000]).isCloseTo(306.63464f, within(2e-3f));
    assertThat(temperature.values()[100 * 3712 + 2500]).isCloseTo(287.51138f, within(2e-3f));
  }

  @Test
  void readsReflectancesOfVisibleChannels() throws IOException {
    List<Field> fields =
        read(FOLDER.resolve("H-000-MSG2__-MSG2________-HRV______-000012___-201010111400-__"));
    Field reflectance = fields.get(2);
    assertThat(reflectance.header().code().parameter()).isEqualTo("HRV_reflectance");
    // Satpy 0.60.0, whose distance of the sun is good to 2e-4.
    assertThat(reflectance.values()[1000]).isCloseTo(0.090115845f, within(1e-4f));
    assertThat(reflectance.values()[463 * 5568 + 3000]).isCloseTo(0.18853185f, within(2e-4f));
  }

  @Test
  void placesSegmentsOnTheEarth() throws IOException {
    Field field = read(FOLDER.resolve(INFRARED)).get(0);
    assertThat(field.grid().columns()).isEqualTo(3712);
    // CGMS 03: column and line 1856 look at the point below the satellite; the segment ends there.
    int below = 463 * 3712 + 1855;
    assertThat(field.grid().pointLatitude(below)).isCloseTo(0, within(0.03));
    assertThat(field.grid().pointLongitude(below)).isCloseTo(0, within(0.03));
    // Columns run westwards, lines northwards.
    assertThat(field.grid().pointLongitude(below + 100)).isLessThan(-2);
    assertThat(field.grid().pointLatitude(below - 100 * 3712)).isLessThan(-2);
  }

  @Test
  void countsAreThoseOfTheBitsInOrder() throws IOException {
    float[] values = read(FOLDER.resolve(INFRARED)).get(0).values();
    byte[] bytes = Files.readAllBytes(FOLDER.resolve(INFRARED));
    int at = 6198 + 3712 * 10 / 8 * 100 + 2320;
    long five = 0;
    for (int i = 0; i < 5; i++) {
      five = (five << 8) | (bytes[at + i] & 0xff);
    }
    for (int i = 0; i < 4; i++) {
      long count = (five >> (30 - 10 * i)) & 1023;
      assertThat(values[100 * 3712 + 1856 + i]).isEqualTo((float) count);
    }
  }

  @Test
  void refusesWhatIsCompressedOrNoImage() {
    assertThatThrownBy(() -> read(FOLDER.resolve(COMPRESSED)))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("wavelet-compressed");
    assertThatThrownBy(() -> read(FOLDER.resolve(EPILOGUE)))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("no image");
  }

  @Test
  void refusesCutFiles(@TempDir Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(FOLDER.resolve(INFRARED));
    Path file = folder.resolve("cut");
    for (int length : new int[] {0, 3, 16, 40, 100, 6000, 6198, 100_000, bytes.length - 1}) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> read(file))
          .as("%d bytes", length)
          .isInstanceOf(UnreadableFileException.class);
    }
  }

  @Test
  void refusesOrReadsWhateverItsHeaderSays(@TempDir Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(FOLDER.resolve(INFRARED));
    Path file = folder.resolve("broken");
    Random random = new Random(1);
    for (int round = 0; round < 60; round++) {
      byte[] broken = bytes.clone();
      for (int i = 0; i < 3; i++) {
        broken[16 + random.nextInt(150)] = (byte) random.nextInt();
      }
      Files.write(file, broken);
      try {
        assertThat(read(file)).isNotEmpty();
      } catch (UnreadableFileException e) {
        assertThat(e.getMessage()).doesNotContain("null");
      }
    }
  }
}
