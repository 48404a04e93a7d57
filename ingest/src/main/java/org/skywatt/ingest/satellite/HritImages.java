package org.skywatt.ingest.satellite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.grid.Area;
import org.skywatt.core.grid.GridWindow;
import org.skywatt.ingest.hrit.HritCalibration;
import org.skywatt.ingest.hrit.HritSlot;
import org.skywatt.ingest.hrit.HritSlots;

/** Images of MSG SEVIRI in HRIT. Without a prologue they are counts. */
final class HritImages {
  private HritImages() {}

  static List<SatelliteImage> read(List<Path> files, String channel, Optional<Area> area)
      throws IOException {
    HritSlot slot = HritSlots.open(files, channel);
    Optional<GridWindow> window = ImageWindows.find(slot.grid(), area);
    if (window.isEmpty()) {
      return List.of();
    }
    float[] counts = slot.counts(window.get());
    Optional<HritCalibration> calibration = slot.findCalibration();
    Quantity quantity = Quantity.COUNTS;
    if (calibration.isPresent()) {
      counts = calibration.get().apply(counts);
      quantity =
          calibration.get().isSolar() ? Quantity.REFLECTANCE : Quantity.BRIGHTNESS_TEMPERATURE;
    }
    RowTimes times = RowTimes.of(slot.rowMillis());
    return List.of(
        new SatelliteImage(
            slot.satelliteName(),
            channel,
            quantity,
            earliest(times),
            latest(times),
            slot.subLongitude(),
            ImageWindows.grid(window.get()),
            counts,
            times.rows(window.get().firstRow(), window.get().rows())));
  }

  private static Instant earliest(RowTimes times) {
    Instant earliest = times.at(0);
    for (int row = 1; row < times.count(); row++) {
      earliest = times.at(row).isBefore(earliest) ? times.at(row) : earliest;
    }
    return earliest;
  }

  private static Instant latest(RowTimes times) {
    Instant latest = times.at(0);
    for (int row = 1; row < times.count(); row++) {
      latest = times.at(row).isAfter(latest) ? times.at(row) : latest;
    }
    return latest;
  }
}
