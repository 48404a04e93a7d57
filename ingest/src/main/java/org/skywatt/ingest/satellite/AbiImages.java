package org.skywatt.ingest.satellite;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.skywatt.core.grid.Area;
import org.skywatt.core.grid.GridWindow;
import org.skywatt.core.satellite.SolarBand;
import org.skywatt.core.satellite.ThermalBand;
import org.skywatt.ingest.cf.CfImage;
import org.skywatt.ingest.cf.CfImages;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * Radiances of GOES-R ABI, level 1b: one file a channel, with its own calibration coefficients
 * (GOES-R Product User's Guide, volume 3, 5.1.3).
 */
final class AbiImages {
  private static final int LAST_SOLAR = 6;
  private static final int LAST = 16;

  private AbiImages() {}

  static boolean isRadiance(CfImages file) {
    return file.find("Rad").isPresent() && file.find("band_id").isPresent();
  }

  /** Such as {@code C13}. */
  static String channel(CfImages file) throws UnreadableFileException {
    return String.format(Locale.ROOT, "C%02d", band(file));
  }

  private static int band(CfImages file) throws UnreadableFileException {
    double band = file.number("band_id");
    if (!(band >= 1 && band <= LAST && band == Math.rint(band))) {
      throw file.refused("band_id", "ABI has no band " + band);
    }
    return (int) band;
  }

  static List<SatelliteImage> read(CfImages file, Optional<Area> area) throws IOException {
    int band = band(file);
    CfImage radiance = file.image("Rad");
    ScanTimes scan = ScanTimes.of(file, radiance.header(0).validTime());
    Optional<GridWindow> window = ImageWindows.find(radiance.grid(), area);
    if (window.isEmpty()) {
      return List.of();
    }
    float[] values = radiance.read(0, window.get());
    boolean solar = band <= LAST_SOLAR;
    try {
      if (solar) {
        reflectances(new SolarBand(file.number("kappa0")), values);
      } else {
        temperatures(
            new ThermalBand(
                file.number("planck_fk1"),
                file.number("planck_fk2"),
                file.number("planck_bc1"),
                file.number("planck_bc2")),
            values);
      }
    } catch (IllegalArgumentException e) {
      throw file.refused(solar ? "kappa0" : "planck_fk1", e.getMessage());
    }
    return List.of(
        GriddedImages.image(
            file,
            channel(file),
            solar ? Quantity.REFLECTANCE : Quantity.BRIGHTNESS_TEMPERATURE,
            scan,
            window.get(),
            values));
  }

  private static void reflectances(SolarBand band, float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) band.reflectance(values[i]);
    }
  }

  private static void temperatures(ThermalBand band, float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) band.brightnessTemperature(values[i]);
    }
  }

  /** Start and end of a scan. */
  record ScanTimes(Instant start, Instant end) {
    private static final String UNITS = "seconds since 2000-01-01 12:00:00";

    /** By {@code time_bounds} where a file has them, else the one time that it tells. */
    static ScanTimes of(CfImages file, Instant otherwise) throws UnreadableFileException {
      if (file.find("time_bounds").isEmpty()) {
        return new ScanTimes(otherwise, otherwise);
      }
      double[] bounds = file.numbers("time_bounds");
      if (bounds.length != 2 || !(bounds[1] >= bounds[0])) {
        throw file.refused("time_bounds", "no start and end of a scan");
      }
      String units = file.get("time_bounds").attributes().text("units").orElse(UNITS);
      return new ScanTimes(
          file.time("time_bounds", units, bounds[0]), file.time("time_bounds", units, bounds[1]));
    }
  }
}
