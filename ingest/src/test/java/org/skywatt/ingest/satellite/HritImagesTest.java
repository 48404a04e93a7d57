package org.skywatt.ingest.satellite;

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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.grid.Area;
import org.skywatt.core.grid.BilinearWeights;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * Real segments of Meteosat-9, 2010-10-11 14:00. Golden values are Satpy's (0.60.0): {@code
 * Scene(reader="seviri_l1b_hrit", filenames=[PRO, EPI and segments], reader_kwargs={"fill_hrv":
 * False}).load([channel], calibration=…, pad_data=False)}, by row and column of the loaded
 * segments; places by {@code attrs["area"].get_lonlat(row, column)}.
 */
class HritImagesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("skywatt.shared", "absent"), "hrit_msg");

  /** Rows before segment 4 of 8, and before segment 12 of 24. */
  private static final int INFRARED_ROW = 3 * 464;

  private static final int HRV_ROW = 11 * 464;

  @TempDir private Path folder;

  @BeforeEach
  void requireData() {
    assumeTrue(Files.isDirectory(FOLDER), "the real segments are not there");
  }

  private static List<Path> slot() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(each -> each.getFileName().toString().contains("MSG2")).sorted().toList();
    }
  }

  private static List<Path> named(String part) throws IOException {
    return slot().stream().filter(each -> each.getFileName().toString().contains(part)).toList();
  }

  private static SatelliteImage read(List<Path> files, String channel) throws IOException {
    return SatelliteImages.read(files, channel).get(0);
  }

  private static float at(SatelliteImage image, int row, int column) {
    return image.values()[row * image.grid().columns() + column];
  }

  @Test
  void infraredIsBrightnessTemperatureAsSatpyHasIt() throws IOException {
    SatelliteImage image = read(slot(), "IR_108");
    assertThat(image.satellite()).isEqualTo("Meteosat-9");
    assertThat(image.quantity()).isEqualTo(Quantity.BRIGHTNESS_TEMPERATURE);
    assertThat(image.grid().rows()).isEqualTo(3712);
    assertThat(at(image, INFRARED_ROW, 1000)).isCloseTo(306.63464f, within(0.002f));
    assertThat(at(image, INFRARED_ROW + 463, 1000)).isCloseTo(211.14093f, within(0.002f));
    assertThat(at(image, INFRARED_ROW + 464, 1000)).isCloseTo(211.93784f, within(0.002f));
    assertThat(at(image, INFRARED_ROW + 700, 2500)).isCloseTo(220.29703f, within(0.002f));
    assertThat(at(image, INFRARED_ROW + 927, 1856)).isCloseTo(244.68690f, within(0.002f));
    double sum = 0;
    int count = 0;
    for (float value : image.values()) {
      sum += Float.isNaN(value) ? 0 : value;
      count += Float.isNaN(value) ? 0 : 1;
    }
    assertThat(count).isEqualTo(928 * 3712 - 138_360);
    assertThat(sum / count).isCloseTo(282.14396, within(1e-3));
  }

  /** Satpy's distance of the sun is an approximation, good to 2e-4. */
  @Test
  void visibleIsReflectanceAsSatpyHasIt() throws IOException {
    SatelliteImage image = read(slot(), "HRV");
    assertThat(image.quantity()).isEqualTo(Quantity.REFLECTANCE);
    double[][] golden = {
      {0, 1000, 9.01158428}, {0, 1856, 8.18157101}, {0, 2500, 17.5488758}, {0, 3000, 50.9865952}
    };
    int shift = image.grid().columns() - 5568;
    for (double[] each : golden) {
      assertThat(at(image, HRV_ROW + (int) each[0], (int) each[1] + lowerShift(image)))
          .isCloseTo((float) each[2] / 100, within((float) each[2] / 100 * 1e-3f));
    }
    assertThat(shift).isEqualTo(1855 - 1413);
  }

  /** The lower part of HRV lies west of the upper here: columns 1413 to 6980, and 1855 to 7422. */
  private static int lowerShift(SatelliteImage image) {
    int row = HRV_ROW * image.grid().columns();
    int column = 0;
    while (Float.isNaN(image.values()[row + column])) {
      column++;
    }
    return column;
  }

  @Test
  void pixelsLieWhereSatpyHasThem() throws IOException {
    SatelliteImage infrared = read(slot(), "IR_108");
    place(infrared, INFRARED_ROW, 1000, -12.98727, 24.97602);
    place(infrared, INFRARED_ROW + 463, 1856, -0.01357, -0.01348);
    place(infrared, INFRARED_ROW + 927, 3000, 13.21453, -35.08062);
    SatelliteImage high = read(slot(), "HRV");
    int shift = lowerShift(high);
    place(high, HRV_ROW, 1000 + shift, -4.31049, 30.65927);
    place(high, HRV_ROW + 463, 1856 + shift, 0.00459, 21.42986);
    place(high, HRV_ROW + 927, 3000 + shift, 4.22230, 10.49865);
  }

  private static void place(SatelliteImage image, int row, int column, double lat, double lon) {
    int index = row * image.grid().columns() + column;
    // A tenth of a pixel is 300 m or 100 m; these are 2 m.
    assertThat(image.grid().pointLatitude(index)).isCloseTo(lat, within(2e-5));
    assertThat(image.grid().pointLongitude(index)).isCloseTo(lon, within(2e-5));
  }

  @Test
  void rowsHaveTheirOwnTimes() throws IOException {
    SatelliteImage image = read(slot(), "IR_108");
    assertThat(image.timeOfRow(INFRARED_ROW)).isEqualTo(Instant.parse("2010-10-11T14:04:57.761Z"));
    assertThat(image.timeOfRow(INFRARED_ROW + 463))
        .isEqualTo(Instant.parse("2010-10-11T14:06:30.356Z"));
    assertThat(image.timeOfRow(INFRARED_ROW + 927))
        .isEqualTo(Instant.parse("2010-10-11T14:08:03.272Z"));
    // The epilogue's ForwardScanStart and ForwardScanEnd, to the seconds that a pace can tell.
    assertThat(image.start())
        .isBetween(Instant.parse("2010-10-11T14:00:05Z"), Instant.parse("2010-10-11T14:00:25Z"));
    assertThat(image.end())
        .isBetween(Instant.parse("2010-10-11T14:12:20Z"), Instant.parse("2010-10-11T14:12:45Z"));
  }

  @Test
  void segmentsThatLackAreMissingRows() throws IOException {
    SatelliteImage whole = read(slot(), "IR_108");
    List<Path> files = new ArrayList<>(slot());
    files.removeIf(each -> each.getFileName().toString().contains("IR_108___-000005"));
    SatelliteImage part = read(files, "IR_108");
    assertThat(part.grid()).isEqualTo(whole.grid());
    int from = (INFRARED_ROW + 464) * 3712;
    assertThat(Arrays.copyOf(part.values(), from)).isEqualTo(Arrays.copyOf(whole.values(), from));
    assertThat(part.values()[from + 1856]).isNaN();
    assertThat(Math.abs(part.timeOfRow(3000).toEpochMilli() - whole.timeOfRow(3000).toEpochMilli()))
        .isLessThan(1000);
  }

  @Test
  void anAreaGivesTheSamePixelsAsTheWhole() throws IOException {
    Area gulfOfGuinea = new Area(-5, 4, 2, 12);
    for (String channel : List.of("IR_108", "HRV")) {
      SatelliteImage whole = read(slot(), channel);
      SatelliteImage part = SatelliteImages.read(slot(), channel, Optional.of(gulfOfGuinea)).get(0);
      assertThat(part.values().length).isLessThan(whole.values().length / 20);
      for (double latitude = -4; latitude < 4; latitude += 0.37) {
        BilinearWeights one = whole.grid().findWeights(latitude, 9.1).orElseThrow();
        BilinearWeights other = part.grid().findWeights(latitude, 9.1).orElseThrow();
        assertThat(other.interpolate(part.values()))
            .isCloseTo(one.interpolate(whole.values()), within(1e-6));
        assertThat(part.timeOfRow(other.topLeft() / part.grid().columns()))
            .isEqualTo(whole.timeOfRow(one.topLeft() / whole.grid().columns()));
      }
    }
    Area alaska = new Area(60, 70, -160, 10);
    assertThat(SatelliteImages.read(slot(), "IR_108", Optional.of(alaska))).isEmpty();
  }

  @Test
  void withoutPrologueItIsCounts() throws IOException {
    List<Path> copies = new ArrayList<>();
    for (Path each : named("IR_108")) {
      copies.add(Files.copy(each, folder.resolve(each.getFileName())));
    }
    SatelliteImage image = read(copies, "IR_108");
    assertThat(image.quantity()).isEqualTo(Quantity.COUNTS);
    assertThat(at(image, INFRARED_ROW, 1000)).isEqualTo(653f);
  }

  @Test
  void refusesWhatIsNotOfOneFrame() throws IOException {
    List<Path> files = new ArrayList<>(slot());
    files.add(FOLDER.resolve("H-000-MSG3__-MSG3________-_________-PRO______-201311271015-__"));
    assertThatThrownBy(() -> read(files, "IR_108"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("another satellite or slot");
    assertThatThrownBy(() -> read(slot(), "VIS006"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("VIS006");
    Path same = Files.copy(named("IR_108___-000004").get(0), folder.resolve("again"));
    List<Path> twice = new ArrayList<>(slot());
    twice.add(same);
    assertThatThrownBy(() -> read(twice, "IR_108"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("same segment");
    List<Path> cut = new ArrayList<>(slot());
    Path short4 = folder.resolve("short");
    Files.write(short4, Arrays.copyOf(Files.readAllBytes(same), 1_000_000));
    cut.removeIf(each -> each.getFileName().toString().contains("IR_108___-000004"));
    cut.add(short4);
    assertThatThrownBy(() -> read(cut, "IR_108"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("truncated");
  }
}
