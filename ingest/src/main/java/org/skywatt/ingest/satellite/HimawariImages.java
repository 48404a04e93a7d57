package org.skywatt.ingest.satellite;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skywatt.core.grid.Area;
import org.skywatt.core.grid.GridWindow;
import org.skywatt.ingest.cf.CfImage;
import org.skywatt.ingest.cf.CfImages;

/**
 * Himawari L1 Gridded Data of JAXA's P-Tree: all bands in one NetCDF-4 file on latitude and
 * longitude. Quirks: {@code albedo_NN} is reflectance times the cosine of the sun's zenith angle
 * (the product's README), which is what a reflectance factor is; times stand in {@code start_time}
 * and {@code end_time}; the satellite is named in the global {@code id} or {@code title} only.
 */
final class HimawariImages {
  /** Of Himawari-8 and -9 alike (JMA). */
  private static final double SUB_LONGITUDE = 140.7;

  private static final Pattern BAND = Pattern.compile("(albedo|tbb)_\\d\\d");
  private static final Pattern SATELLITE = Pattern.compile("(?:NC_H|Himawari-?)0?([89])");

  private HimawariImages() {}

  static boolean isHimawari(CfImages file) {
    return ScanTimes.has(file)
        && file.dataset().variables().stream()
            .anyMatch(each -> BAND.matcher(each.name()).matches());
  }

  static List<SatelliteImage> read(CfImages file, String channel, Optional<Area> area)
      throws IOException {
    if (!BAND.matcher(channel).matches()) {
      throw file.refused(channel, "no band of Himawari; they are albedo_01 to tbb_16");
    }
    CfImage image = file.image(channel);
    if (image.fields() != 1) {
      throw file.refused(channel, "holds " + image.fields() + " fields instead of one");
    }
    Optional<GridWindow> window = ImageWindows.find(image.grid(), area);
    if (window.isEmpty()) {
      return List.of();
    }
    ImageWindows.requireReadable(file.dataset().path(), window.get(), 1);
    Quantity quantity =
        channel.startsWith("albedo") ? Quantity.REFLECTANCE : Quantity.BRIGHTNESS_TEMPERATURE;
    return List.of(
        new ImageOrigin(satellite(file), channel, SUB_LONGITUDE)
            .image(
                file,
                quantity,
                ScanTimes.startAndEnd(file),
                window.get(),
                image.read(0, window.get())));
  }

  private static String satellite(CfImages file) {
    String said =
        file.dataset().attributes().text("id").orElse("")
            + " "
            + file.dataset().attributes().text("title").orElse("");
    Matcher matcher = SATELLITE.matcher(said);
    return matcher.find() ? "Himawari-" + matcher.group(1) : "Himawari";
  }
}
