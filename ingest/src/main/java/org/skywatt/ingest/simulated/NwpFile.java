package org.skywatt.ingest.simulated;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.ingest.field.StepType;
import org.skywatt.ingest.grib.Grib2Writer;
import org.skywatt.ingest.grib.GribLevel;
import org.skywatt.ingest.grib.GribParameter;
import org.skywatt.ingest.grib.GribProduct;

/**
 * Writes one run of the simulated weather model as GRIB2, hourly to 48 h: cloud cover (%), 2 m
 * temperature, wind at 10 and 100 m, and downward short-wave radiation as ECMWF writes it, as
 * energy since the start of the run (0.4.7 accumulated, J m-2). Production status: test products.
 */
final class NwpFile {
  static final int STEPS = 48;

  /** From the ground to the top of the atmosphere (8). */
  private static final GribLevel ATMOSPHERE =
      new GribLevel(GribLevel.GROUND, Double.NaN, 8, Double.NaN);

  private static final GribParameter CLOUD_COVER = new GribParameter(0, 6, 1);
  private static final GribParameter TEMPERATURE = new GribParameter(0, 0, 0);
  private static final GribParameter WIND_U = new GribParameter(0, 2, 2);
  private static final GribParameter WIND_V = new GribParameter(0, 2, 3);
  private static final GribParameter SHORT_WAVE_DOWN = new GribParameter(0, 4, 7);

  private final Grib2Writer writer;
  private final LatLonGrid grid;
  private final Instant initTime;

  private NwpFile(Grib2Writer writer, LatLonGrid grid, Instant initTime) {
    this.writer = writer;
    this.grid = grid;
    this.initTime = initTime;
  }

  static void write(Path file, WeatherModel model, LatLonGrid grid, Instant initTime)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      NwpFile nwp = new NwpFile(new Grib2Writer(out), grid, initTime);
      double[] energy = new double[grid.size()];
      WeatherModel.Step before = null;
      for (int lead = 0; lead <= STEPS; lead++) {
        WeatherModel.Step step = model.step(lead);
        nwp.instants(step, lead);
        if (before != null) {
          model.addRadiation(lead, before, step, energy);
          nwp.write(SHORT_WAVE_DOWN, GribLevel.ground(), lead, scaled(energy), 16);
        }
        before = step;
      }
    }
  }

  private void instants(WeatherModel.Step step, int lead) throws IOException {
    double at10m = Math.pow(0.1, Weather.shear(Region.hours(initTime) + lead));
    write(CLOUD_COVER, ATMOSPHERE, lead, scaled(step.cloudIndex(), 100), 12);
    write(TEMPERATURE, GribLevel.heightAboveGround(2), lead, step.temperatureK(), 12);
    write(WIND_U, GribLevel.heightAboveGround(10), lead, scaled(step.windU(), at10m), 12);
    write(WIND_V, GribLevel.heightAboveGround(10), lead, scaled(step.windV(), at10m), 12);
    write(WIND_U, GribLevel.heightAboveGround(100), lead, step.windU(), 12);
    write(WIND_V, GribLevel.heightAboveGround(100), lead, step.windV(), 12);
  }

  private void write(GribParameter parameter, GribLevel level, int lead, float[] values, int bits)
      throws IOException {
    boolean accumulated = parameter.equals(SHORT_WAVE_DOWN);
    Duration step = Duration.ofHours(lead);
    GribProduct product =
        new GribProduct(
            GribProduct.TEST_PRODUCTS,
            parameter,
            level,
            initTime,
            initTime.plus(step),
            accumulated ? StepType.ACCUMULATION : StepType.INSTANT,
            accumulated ? step : Duration.ZERO,
            0);
    writer.write(product, grid, values, bits);
  }

  private static float[] scaled(float[] values, double factor) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = (float) (values[i] * factor);
    }
    return scaled;
  }

  private static float[] scaled(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
