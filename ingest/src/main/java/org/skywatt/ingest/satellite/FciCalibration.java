package org.skywatt.ingest.satellite;

import java.time.Instant;
import java.util.function.DoubleUnaryOperator;
import org.skywatt.core.satellite.SolarBand;
import org.skywatt.core.satellite.ThermalBand;
import org.skywatt.core.solar.GeocentricSun;
import org.skywatt.ingest.cf.Attributes;
import org.skywatt.ingest.cf.CfImages;
import org.skywatt.ingest.cf.RawValues;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * From FCI's stored counts to what they measure, by the coefficients in the chunk (MTG FCI L1
 * Product User Guide, conversion of effective radiances). {@code ir_38} has a scale of its own for
 * fires, above count 4095.
 */
final class FciCalibration {
  private static final int FIRST_WARM_COUNT = 4096;

  private final DoubleUnaryOperator ofRadiance;
  private final boolean solar;
  private final double scale;
  private final double offset;
  private final double warmScale;
  private final double warmOffset;
  private final double fill;
  private final double largest;

  private FciCalibration(Attributes attributes, DoubleUnaryOperator ofRadiance, boolean solar) {
    this.ofRadiance = ofRadiance;
    this.solar = solar;
    scale = attributes.number("scale_factor").orElse(1);
    offset = attributes.number("add_offset").orElse(0);
    warmScale = attributes.number("warm_scale_factor").orElse(scale);
    warmOffset = attributes.number("warm_add_offset").orElse(offset);
    fill = unsigned(attributes.number("_FillValue").orElse(65535));
    double[] range = attributes.numbers("valid_range");
    largest = range.length == 2 ? unsigned(range[1]) : 65534;
  }

  static FciCalibration of(CfImages file, String channel, Instant time)
      throws UnreadableFileException {
    String group = FciChunk.group(channel);
    Attributes attributes = file.get(group + "effective_radiance").attributes();
    boolean solar = channel.startsWith("vis") || channel.startsWith("nir");
    try {
      if (solar) {
        double irradiance = file.number(group + "channel_effective_solar_irradiance");
        SolarBand band = SolarBand.ofIrradiance(irradiance, GeocentricSun.at(time).distanceAu());
        return new FciCalibration(attributes, band::reflectance, true);
      }
      String coefficient = group + "radiance_to_bt_conversion_coefficient_";
      String constant = group + "radiance_to_bt_conversion_constant_c";
      double wavenumber = file.number(coefficient + "wavenumber");
      ThermalBand band =
          new ThermalBand(
              file.number(constant + 1) * wavenumber * wavenumber * wavenumber,
              file.number(constant + 2) * wavenumber,
              file.number(coefficient + "b"),
              file.number(coefficient + "a"));
      return new FciCalibration(attributes, band::brightnessTemperature, false);
    } catch (IllegalArgumentException e) {
      throw file.refused(group + "effective_radiance", e.getMessage());
    }
  }

  boolean isSolar() {
    return solar;
  }

  /** What a stored number measures; NaN where missing. */
  float value(RawValues stored, int index) {
    double count = unsigned(stored.get(index));
    if (count == fill || count > largest) {
      return Float.NaN;
    }
    double radiance =
        count >= FIRST_WARM_COUNT ? count * warmScale + warmOffset : count * scale + offset;
    return (float) ofRadiance.applyAsDouble(radiance);
  }

  private static double unsigned(double stored) {
    return stored < 0 ? stored + 65536 : stored;
  }
}
