package org.skywatt.ingest.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.skywatt.core.grid.Area;
import org.skywatt.core.grid.BilinearWeights;
import org.skywatt.ingest.file.UnreadableFileException;

/** Real archives. */
class GriddedImagesTest {
  private static List<Path> shared(String name) {
    Path file = Path.of(System.getProperty("skywatt.shared", "absent"), name);
    assumeTrue(Files.exists(file), "needs the shared file " + name);
    return List.of(file);
  }

  /** Golden values by xarray 2025.11. */
  @Test
  void readsAllFramesOfAStore() throws IOException {
    List<SatelliteImage> images =
        SatelliteImages.read(shared("gb_20200401/hrv_sat_data.zarr"), "HRV");
    assertThat(images).hasSize(14);
    SatelliteImage first = images.get(0);
    assertThat(first.satellite()).isEqualTo("Meteosat-10");
    assertThat(first.subLongitude()).isEqualTo(9.5);
    assertThat(first.quantity()).isEqualTo(Quantity.COUNTS);
    assertThat(first.start()).isEqualTo(Instant.parse("2020-04-01T12:00:00Z"));
    assertThat(images.get(13).timeOfRow(890)).isEqualTo(Instant.parse("2020-04-01T13:05:00Z"));
    double sum = 0;
    for (float value : first.values()) {
      sum += value;
    }
    assertThat(sum / first.values().length).isCloseTo(285.03313, within(1e-4));
  }

  @Test
  void readsAnAreaOfAStore() throws IOException {
    List<Path> store = shared("gb_20200401/hrv_sat_data.zarr");
    SatelliteImage whole = SatelliteImages.read(store, "HRV").get(3);
    Area london = new Area(51, 52, -1, 1.5);
    SatelliteImage part = SatelliteImages.read(store, "data", Optional.of(london)).get(3);
    assertThat(part.values().length).isLessThan(40_000);
    BilinearWeights one = whole.grid().findWeights(51.5, -0.1).orElseThrow();
    BilinearWeights other = part.grid().findWeights(51.5, -0.1).orElseThrow();
    assertThat(other.interpolate(part.values()))
        .isCloseTo(one.interpolate(whole.values()), within(1e-6));
  }

  @Test
  void refusesWhatIsNoImage() {
    List<Path> aerosol =
        shared(
            "goes16_abi/OR_ABI-L2-AODF-M3_G16_s20190811000369_e20190811011136_c20190811012168.nc");
    assertThatThrownBy(() -> SatelliteImages.read(aerosol, "AOD"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("unit '1'");
    assertThatThrownBy(() -> SatelliteImages.read(aerosol, "C02"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("C02");
  }
}
