package org.skywatt.ingest.satellite;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.skywatt.core.grid.Area;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.GridWindow;
import org.skywatt.core.satellite.SolarBand;
import org.skywatt.core.satellite.ThermalBand;
import org.skywatt.ingest.cf.CfImage;
import org.skywatt.ingest.cf.CfImages;
import org.skywatt.ingest.field.CfCode;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.field.FieldHeader;
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
    ImageWindows.requireReadable(file.dataset().path(), window.get(), 1);
    float[] values = radiance.read(0, window.get());
    boolean solar = calibrate(file, band, values);
    Quantity quantity = solar ? Quantity.REFLECTANCE : Quantity.BRIGHTNESS_TEMPERATURE;
    ImageOrigin origin = GriddedImages.origin(file, radiance, channel(file));
    return List.of(origin.image(file, quantity, scan, window.get(), values));
  }

  /** Makes radiances what they measure; says whether that is reflected sunlight. */
  private static boolean calibrate(CfImages file, int band, float[] values)
      throws UnreadableFileException {
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
    return solar;
  }

  /**
   * Hands what the radiances of a file measure to a handler, as a field more.
   *
   * @param index that the field gets
   */
  static void hand(CfImages file, int index, FieldHandler handler) throws IOException {
    int band = band(file);
    boolean solar = band <= LAST_SOLAR;
    CfImage radiance = file.image("Rad");
    FieldHeader own = radiance.header(0);
    FieldHeader header =
        new FieldHeader(
            new CfCode(
                solar ? "Rad_reflectance" : "Rad_brightness_temperature",
                solar ? "toa_bidirectional_reflectance" : "toa_brightness_temperature",
                solar ? "1" : "K",
                "",
                "ABI "
                    + channel(file)
                    + (solar ? " reflectance factor" : " brightness temperature")),
            own.level(),
            own.initTime(),
            own.validTime(),
            own.stepType(),
            own.period(),
            own.member());
    Grid grid = radiance.grid();
    if (handler.wants(header, grid)) {
      GridWindow whole = ImageWindows.find(grid, Optional.empty()).orElseThrow();
      ImageWindows.requireReadable(file.dataset().path(), whole, 1);
      float[] values = radiance.read(0, whole);
      calibrate(file, band, values);
      String where = "variable Rad, " + header.code().parameter();
      handler.field(
          new Field(index, where, header, grid, false, "space_view", radiance.storage(), values));
    }
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
}
