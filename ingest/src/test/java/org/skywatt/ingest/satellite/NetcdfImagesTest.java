package org.skywatt.ingest.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.grid.Area;
import org.skywatt.core.grid.BilinearWeights;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.inspect.FieldSummary;
import org.skywatt.ingest.inspect.Inspector;

/** The formats of ABI, FCI and Himawari on small files that {@code make_files.py} wrote. */
class NetcdfImagesTest {
  @TempDir private Path folder;

  private Path file(String name) throws IOException {
    Path path = folder.resolve(name);
    if (!Files.exists(path)) {
      try (InputStream packed =
              NetcdfImagesTest.class.getResourceAsStream("/satellite/" + name + ".gz");
          InputStream in = new GZIPInputStream(packed)) {
        Files.copy(in, path);
      }
    }
    return path;
  }

  private SatelliteImage read(String channel, String... names) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : names) {
      files.add(file(name));
    }
    return SatelliteImages.read(files, channel).get(0);
  }

  private static float at(SatelliteImage image, int row, int column) {
    return image.values()[row * image.grid().columns() + column];
  }

  private static void place(SatelliteImage image, int row, int column, double lat, double lon) {
    int index = row * image.grid().columns() + column;
    assertThat(image.grid().pointLatitude(index)).isCloseTo(lat, within(1e-4));
    assertThat(image.grid().pointLongitude(index)).isCloseTo(lon, within(1e-4));
  }

  /** Satpy 0.60.0, {@code abi_l1b}, on the same file. */
  @Test
  void abiInfraredIsAsSatpyHasIt() throws IOException {
    SatelliteImage image = read("C13", "abi_c13.nc", "abi_c02.nc");
    assertThat(image.satellite()).isEqualTo("GOES-16");
    assertThat(image.quantity()).isEqualTo(Quantity.BRIGHTNESS_TEMPERATURE);
    assertThat(at(image, 0, 0)).isCloseTo(169.53702f, within(2e-3f));
    assertThat(at(image, 3, 5)).isNaN();
    assertThat(at(image, 10, 20)).isCloseTo(260.18387f, within(2e-3f));
    assertThat(at(image, 29, 39)).isCloseTo(310.70087f, within(2e-3f));
    place(image, 0, 0, 46.971895, -107.275543);
    place(image, 29, 39, 42.016805, -98.185966);
    assertThat(image.start()).isEqualTo(Instant.parse("2024-03-20T15:01:17.200Z"));
    assertThat(image.end()).isEqualTo(Instant.parse("2024-03-20T15:03:54.500Z"));
    assertThat(image.timeOfRow(0)).isEqualTo(image.start());
    assertThat(image.timeOfRow(29)).isEqualTo(image.end());
  }

  @Test
  void inspectShowsWhatRadiancesMeasure() throws IOException {
    List<FieldSummary> summaries = Inspector.inspect(file("abi_c13.nc"));
    for (int i = 0; i < summaries.size(); i++) {
      assertThat(summaries.get(i).index()).isEqualTo(i);
    }
    FieldSummary last = summaries.get(summaries.size() - 1);
    assertThat(last.parameter()).isEqualTo("Rad_brightness_temperature");
    assertThat(last.units()).isEqualTo("K");
    assertThat(last.missing()).isEqualTo(1);
    assertThat(last.min()).isCloseTo(169.53702, within(2e-3));
    assertThat(last.max()).isCloseTo(310.70087, within(2e-3));
    List<FieldSummary> visible = Inspector.inspect(file("abi_c02.nc"));
    assertThat(visible.get(visible.size() - 1).parameter()).isEqualTo("Rad_reflectance");
  }

  @Test
  void abiVisibleIsAsSatpyHasIt() throws IOException {
    SatelliteImage image = read("C02", "abi_c02.nc", "abi_c13.nc");
    assertThat(image.quantity()).isEqualTo(Quantity.REFLECTANCE);
    assertThat(at(image, 0, 0)).isCloseTo(-0.008460982f, within(1e-6f));
    assertThat(at(image, 10, 20)).isCloseTo(0.31256422f, within(1e-6f));
    assertThat(at(image, 29, 39)).isCloseTo(0.79016495f, within(1e-6f));
    assertThatThrownBy(() -> read("C07", "abi_c02.nc", "abi_c13.nc"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("C07");
  }

  /**
   * Temperatures by the guide's formula in numpy, places by pyproj's {@code +proj=geos +lon_0=0
   * +h=35786400 +ellps=WGS84 +sweep=y}.
   */
  @Test
  void chunksOfFciJoin() throws IOException {
    SatelliteImage image = read("ir_105", "fci_0003.nc", "fci_0001.nc", "fci_0002.nc");
    assertThat(image.satellite()).isEqualTo("MTI1");
    assertThat(image.grid().rows()).isEqualTo(60);
    assertThat(at(image, 0, 0)).isNaN();
    assertThat(at(image, 1, 0)).isCloseTo(232.6325f, within(1e-3f));
    assertThat(at(image, 20, 30)).isCloseTo(286.18933f, within(1e-3f));
    assertThat(at(image, 59, 59)).isCloseTo(343.52386f, within(1e-3f));
    place(image, 29, 29, -0.809162, -0.803823);
    place(image, 40, 15, 17.767089, -26.024134);
    assertThat(image.timeOfRow(20))
        .isBetween(Instant.parse("2024-03-20T12:03:10Z"), Instant.parse("2024-03-20T12:03:20Z"));
    assertThat(image.end()).isEqualTo(Instant.parse("2024-03-20T12:09:30Z"));
  }

  /** Count 1760 of vis_06 is 9.576 mW m⁻² sr⁻¹ (cm⁻¹)⁻¹; the sun is 0.99597 au away that day. */
  @Test
  void fciVisibleAndFires() throws IOException {
    SatelliteImage visible = read("vis_06", "fci_0001.nc", "fci_0002.nc", "fci_0003.nc");
    double expected = Math.PI * 9.576 * 0.99597 * 0.99597 / 65.8;
    assertThat(at(visible, 20, 30)).isCloseTo((float) expected, within((float) expected * 2e-4f));
    SatelliteImage fires = read("ir_38", "fci_0001.nc", "fci_0002.nc", "fci_0003.nc");
    assertThat(at(fires, 1, 0)).isCloseTo(314.5586f, within(1e-3f));
    assertThat(at(fires, 20, 30)).isCloseTo(324.5884f, within(1e-3f));
    assertThat(at(fires, 59, 59)).isCloseTo(459.68503f, within(1e-3f));
  }

  @Test
  void chunksThatLackAreMissingRows() throws IOException {
    SatelliteImage whole = read("ir_105", "fci_0001.nc", "fci_0002.nc", "fci_0003.nc");
    SatelliteImage part = read("ir_105", "fci_0001.nc", "fci_0003.nc");
    assertThat(at(part, 25, 25)).isNaN();
    assertThat(at(part, 45, 25)).isEqualTo(at(whole, 45, 25));
    Duration apart = Duration.between(part.timeOfRow(30), whole.timeOfRow(30)).abs();
    assertThat(apart).isLessThan(Duration.ofSeconds(5));
    assertThatThrownBy(() -> read("ir_87", "fci_0001.nc"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("in none of the chunks");
    Files.copy(file("fci_0002.nc"), folder.resolve("again.nc"));
    assertThatThrownBy(() -> read("ir_105", "fci_0002.nc", "again.nc"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("same rows");
  }

  @Test
  void anAreaOverTwoChunks() throws IOException {
    SatelliteImage whole = read("ir_105", "fci_0001.nc", "fci_0002.nc", "fci_0003.nc");
    List<Path> files = List.of(file("fci_0001.nc"), file("fci_0002.nc"), file("fci_0003.nc"));
    Area area = new Area(-20, -2, 0, 20);
    SatelliteImage part = SatelliteImages.read(files, "ir_105", Optional.of(area)).get(0);
    assertThat(part.values().length).isLessThan(whole.values().length / 2);
    BilinearWeights one = whole.grid().findWeights(-14.2, 11.3).orElseThrow();
    BilinearWeights other = part.grid().findWeights(-14.2, 11.3).orElseThrow();
    assertThat(other.interpolate(part.values()))
        .isCloseTo(one.interpolate(whole.values()), within(1e-6));
  }

  @Test
  void himawariIsOnLatitudeAndLongitude() throws IOException {
    SatelliteImage infrared = read("tbb_13", "himawari.nc");
    assertThat(infrared.satellite()).isEqualTo("Himawari-9");
    assertThat(infrared.subLongitude()).isEqualTo(140.7);
    assertThat(infrared.quantity()).isEqualTo(Quantity.BRIGHTNESS_TEMPERATURE);
    assertThat(at(infrared, 10, 7)).isCloseTo(273.15f + 5.7f, within(1e-3f));
    place(infrared, 10, 7, 30, 101);
    SatelliteImage visible = read("albedo_03", "himawari.nc");
    assertThat(visible.quantity()).isEqualTo(Quantity.REFLECTANCE);
    assertThat(at(visible, 40, 40)).isCloseTo(0.24f, within(1e-6f));
    // The scan begins at the northern limb; the equator is its middle.
    assertThat(visible.start()).isEqualTo(Instant.parse("2024-03-20T02:50:12Z"));
    assertThat(visible.timeOfRow(20))
        .isBetween(Instant.parse("2024-03-20T02:54:54Z"), Instant.parse("2024-03-20T02:54:57Z"));
    assertThat(visible.timeOfRow(0)).isAfter(visible.start().plusSeconds(20));
    Area australia = new Area(-40, -10, 110, 45);
    SatelliteImage part =
        SatelliteImages.read(List.of(file("himawari.nc")), "tbb_13", Optional.of(australia)).get(0);
    BilinearWeights other = part.grid().findWeights(-23.4, 133.3).orElseThrow();
    BilinearWeights one = infrared.grid().findWeights(-23.4, 133.3).orElseThrow();
    assertThat(other.interpolate(part.values()))
        .isCloseTo(one.interpolate(infrared.values()), within(1e-6));
  }
}
