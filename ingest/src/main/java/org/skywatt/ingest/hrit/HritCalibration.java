package org.skywatt.ingest.hrit;

import java.time.Instant;
import java.util.Optional;
import org.skywatt.core.satellite.SeviriBands;
import org.skywatt.core.satellite.SolarBand;
import org.skywatt.core.satellite.ThermalBand;
import org.skywatt.core.solar.GeocentricSun;

/**
 * From counts of one channel of one slot to what they measure. There are 1024 counts, so each is
 * worked out once.
 */
public final class HritCalibration {
  private static final int COUNTS = 1024;

  private final boolean solar;
  private final float[] byCount;

  private HritCalibration(boolean solar, float[] byCount) {
    this.solar = solar;
    this.byCount = byCount;
  }

  /** Empty where the satellite is none of Meteosat-8 to -11, or the prologue's figures are none. */
  static Optional<HritCalibration> find(
      Prologue prologue, int spacecraft, int channel, Instant slot) {
    Optional<SeviriBands> bands = SeviriBands.find(spacecraft);
    if (bands.isEmpty() || !prologue.isCalibrated(channel)) {
      return Optional.empty();
    }
    double distance = GeocentricSun.at(slot).distanceAu();
    Optional<SolarBand> sunlight = bands.get().solar(channel, distance);
    Optional<ThermalBand> thermal = bands.get().thermal(channel);
    if (sunlight.isEmpty() && prologue.isSpectral(channel)) {
      return Optional.empty();
    }
    float[] byCount = new float[COUNTS];
    for (int count = 0; count < COUNTS; count++) {
      double radiance = prologue.offset(channel) + prologue.slope(channel) * count;
      byCount[count] =
          (float)
              (sunlight.isPresent()
                  ? sunlight.get().reflectance(radiance)
                  : thermal.orElseThrow().brightnessTemperature(radiance));
    }
    return Optional.of(new HritCalibration(sunlight.isPresent(), byCount));
  }

  /** Whether it gives reflectance factors (1), else brightness temperatures (K). */
  public boolean isSolar() {
    return solar;
  }

  /** What counts measure; NaN where they are missing. */
  public float[] apply(float[] counts) {
    float[] values = new float[counts.length];
    for (int i = 0; i < counts.length; i++) {
      float count = counts[i];
      values[i] = count >= 0 && count < COUNTS ? byCount[(int) count] : Float.NaN;
    }
    return values;
  }
}
