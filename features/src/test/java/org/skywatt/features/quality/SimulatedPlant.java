package org.skywatt.features.quality;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;
import org.skywatt.core.irradiance.Clearness;
import org.skywatt.core.irradiance.Perez;
import org.skywatt.core.irradiance.SimplifiedSolis;
import org.skywatt.core.site.Location;
import org.skywatt.core.solar.Airmass;
import org.skywatt.core.solar.ClearSky;
import org.skywatt.core.solar.Irradiance;
import org.skywatt.core.solar.SolarPositions;
import org.skywatt.core.solar.Transposition;

/**
 * A roof of 100 kW that nothing is wrong with: simplified Solis and Perez, where the checks assume
 * Ineichen and Hay–Davies, under clouds that come and go for days. Tests spoil its power.
 */
final class SimulatedPlant {
  static final long START = Instant.parse("2022-01-01T00:00:00Z").getEpochSecond();
  private static final double CAPACITY_KW = 100;

  final Location location;
  final long step;
  final long[] starts;
  final double[] power;
  final Transposition.Plane plane;

  SimulatedPlant(long seed, double latitude, double longitude, int days, long step) {
    SplittableRandom random = new SplittableRandom(seed);
    this.location = new Location(latitude, longitude, 100);
    this.step = step;
    int count = (int) (days * 86_400L / step);
    starts = new long[count];
    power = new double[count];
    double[] middles = new double[count];
    for (int i = 0; i < count; i++) {
      starts[i] = START + i * step;
      middles[i] = starts[i] + step / 2.0;
    }
    SolarPositions sun = SolarPositions.of(middles, location);
    double towards = latitude > 0 ? 180 : 0;
    plane =
        new Transposition.Plane(
            random.nextDouble(5, 40),
            Math.floorMod((int) (towards + random.nextInt(-60, 61)), 360));
    double spell = 0;
    double hour = 0;
    for (int i = 0; i < count; i++) {
      if (starts[i] % 86_400 == 0) {
        spell = 0.6 * spell + 0.8 * random.nextGaussian();
      }
      double minutes = step / 60.0;
      hour = (1 - minutes / 120) * hour + Math.sqrt(minutes / 60) * random.nextGaussian();
      int day = Instant.ofEpochSecond(starts[i]).atOffset(ZoneOffset.UTC).getDayOfYear();
      double wet = 0.4 * Math.cos(2 * Math.PI * (day - 15) / 365.0);
      double cloud = 1 / (1 + Math.exp(-1.5 * (spell + 0.5 * hour + wet)));
      power[i] = output(sun, i, day, cloud);
    }
  }

  private double output(SolarPositions sun, int i, int day, double cloud) {
    double zenith = sun.apparentZenithDeg()[i];
    if (zenith > 89) {
      return 0;
    }
    double extraterrestrial = Clearness.extraterrestrialWm2(day, ClearSky.SOLAR_CONSTANT_WM2);
    Irradiance clear = SimplifiedSolis.at(90 - zenith, 0.12, 1.5, 100_000, extraterrestrial);
    double ghi = clear.ghi() * (1 - 0.75 * cloud);
    double dni = clear.dni() * Math.pow(1 - cloud, 1.5);
    double dhi = Math.max(0, ghi - dni * Math.cos(Math.toRadians(zenith)));
    double light =
        Perez.onPlane(
                plane,
                zenith,
                sun.azimuthDeg()[i],
                new Irradiance(ghi, dni, dhi),
                extraterrestrial,
                Airmass.relative(zenith),
                0.2)
            .global();
    return CAPACITY_KW * Math.min(1.05, 0.85 * light / 1000);
  }

  /** Multiplies power from a day on. */
  SimulatedPlant scaleFrom(int day, double factor) {
    for (int i = 0; i < power.length; i++) {
      if (starts[i] >= START + day * 86_400L) {
        power[i] *= factor;
      }
    }
    return this;
  }

  PowerSeries series() {
    return new PowerSeries(starts, power, step);
  }

  QualityReport check() {
    return GenerationCheck.check(
        series(), new Plant(CAPACITY_KW, Optional.of(location), Optional.empty()));
  }
}
