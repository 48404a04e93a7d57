package org.skywatt.ingest.satellite;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skywatt.core.grid.Area;
import org.skywatt.core.grid.GridWindow;
import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.core.projection.SpaceView;
import org.skywatt.ingest.cf.Attributes;
import org.skywatt.ingest.cf.CfImage;
import org.skywatt.ingest.cf.CfImages;
import org.skywatt.ingest.cf.CfVariable;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * Images by the CF conventions, in NetCDF or Zarr: products of ABI level 2, and archives that Satpy
 * wrote. The quantity is told by unit and standard name; what tells none of them is counts, and so
 * is a reflectance stored as whole numbers without a unit or scale.
 */
final class GriddedImages {
  private static final int MOST_FRAMES = 10_000;
  private static final Pattern LONGITUDE =
      Pattern.compile("(?m)^\\s*projection_longitude:\\s*([-+0-9.eE]+)\\s*$");

  private GriddedImages() {}

  /**
   * All frames of a channel.
   *
   * @param channel name of a variable, or of the channel that its attributes name
   */
  static List<SatelliteImage> read(CfImages file, String channel, Optional<Area> area)
      throws IOException {
    CfImage image = file.image(variable(file, channel));
    if (image.fields() > MOST_FRAMES) {
      throw file.refused(channel, "holds " + image.fields() + " fields, no frames of one channel");
    }
    Scaling scaling = Scaling.of(file, channel, image.attributes());
    ImageOrigin origin = origin(file, image, channel);
    Optional<GridWindow> window = ImageWindows.find(image.grid(), area);
    if (window.isEmpty()) {
      return List.of();
    }
    ImageWindows.requireReadable(file.dataset().path(), window.get(), image.fields());
    List<SatelliteImage> images = new ArrayList<>();
    for (int field = 0; field < image.fields(); field++) {
      Instant time = image.header(field).validTime();
      ScanTimes scan = image.fields() == 1 ? ScanTimes.of(file, time) : new ScanTimes(time, time);
      float[] values = image.read(field, window.get());
      scaling.apply(values);
      images.add(origin.image(file, scaling.quantity(), scan, window.get(), values));
    }
    images.sort(Comparator.comparing(SatelliteImage::start));
    for (int i = 1; i < images.size(); i++) {
      if (images.get(i).start().equals(images.get(i - 1).start())) {
        throw file.refused(channel, "has two frames of " + images.get(i).start());
      }
    }
    return images;
  }

  private static String variable(CfImages file, String channel) throws UnreadableFileException {
    if (file.find(channel).isPresent()) {
      return channel;
    }
    for (CfVariable each : file.dataset().variables()) {
      if (each.attributes().text("name").orElse("").equals(channel)) {
        return each.name();
      }
    }
    throw UnreadableFileException.absent(
        file.dataset().path(),
        "variable " + channel,
        "missing; name a channel that is in the file");
  }

  /** Whose image it is, as far as the variable, its grid or the file says. */
  static ImageOrigin origin(CfImages file, CfImage image, String channel)
      throws UnreadableFileException {
    Attributes own = image.attributes();
    Attributes all = file.dataset().attributes();
    String name =
        own.text("platform_name")
            .or(() -> all.text("platform_ID"))
            .or(() -> all.text("platform_name"))
            .or(() -> all.text("platform"))
            .or(() -> all.text("satellite"))
            .orElse("unknown");
    String satellite = name.matches("G\\d\\d") ? "GOES-" + name.substring(1) : name;
    return new ImageOrigin(satellite, channel, subLongitude(file, image));
  }

  private static double subLongitude(CfImages file, CfImage image) throws UnreadableFileException {
    if (image.grid() instanceof ProjectedGrid plane
        && plane.projection() instanceof SpaceView view) {
      return view.subLongitude();
    }
    if (file.find("nominal_satellite_subpoint_lon").isPresent()) {
      return file.number("nominal_satellite_subpoint_lon");
    }
    Matcher matcher = LONGITUDE.matcher(image.attributes().text("orbital_parameters").orElse(""));
    try {
      return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** From a file's unit to a quantity's. */
  private record Scaling(Quantity quantity, double factor, double offset, double least) {
    static Scaling of(CfImages file, String channel, Attributes attributes)
        throws UnreadableFileException {
      String unit = attributes.text("units").orElse("").toLowerCase(Locale.ROOT);
      String name = attributes.text("standard_name").orElse("").toLowerCase(Locale.ROOT);
      String kind = attributes.text("calibration").orElse("").toLowerCase(Locale.ROOT);
      boolean reflectance =
          name.contains("reflectance") || kind.equals("reflectance") || name.contains("albedo");
      boolean temperature =
          name.contains("brightness_temperature") || kind.equals("brightness_temperature");
      double none = Double.NEGATIVE_INFINITY;
      switch (unit) {
        case "%", "percent" -> {
          if (reflectance) {
            return new Scaling(Quantity.REFLECTANCE, 0.01, 0, none);
          }
        }
        case "1" -> {
          if (reflectance) {
            return new Scaling(Quantity.REFLECTANCE, 1, 0, none);
          }
        }
        case "k", "kelvin" -> {
          return new Scaling(Quantity.BRIGHTNESS_TEMPERATURE, 1, 0, none);
        }
        case "w m-2", "w/m2", "w/m^2", "w m^-2" -> {
          return new Scaling(Quantity.SURFACE_IRRADIANCE, 1, 0, none);
        }
        case "", "count", "counts", "dn" -> {
          // Archives write −1 where nothing was seen.
          return new Scaling(Quantity.COUNTS, 1, 0, 0);
        }
        default -> {}
      }
      String as = reflectance ? "a reflectance" : temperature ? "a temperature" : "an image";
      throw file.refused(channel, "unit '" + unit + "' is none that is known of " + as);
    }

    void apply(float[] values) {
      for (int i = 0; i < values.length; i++) {
        float value = values[i];
        values[i] = value < least ? Float.NaN : (float) (value * factor + offset);
      }
    }
  }
}
