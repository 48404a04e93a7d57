package org.skywatt.ingest.simulated;

import java.time.Instant;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.solar.ClearSky;
import org.skywatt.core.solar.GeocentricSun;

/**
 * One run of a weather model that is nearly right: clouds in the wrong place at the wrong time,
 * mixed with clouds of its own, no small ones, and winds too weak or too strong; all errors grow
 * with lead time and differ from run to run.
 */
final class WeatherModel {
  private final Weather truth;
  private final LatLonGrid grid;
  private final float[] elevations;
  private final Instant initTime;
  private final Fractal otherClouds;
  private final Fractal otherWinds;
  private final double[] luck = new double[6];

  WeatherModel(long seed, Weather truth, LatLonGrid grid, float[] elevations, Instant initTime) {
    this.truth = truth;
    this.grid = grid;
    this.elevations = elevations;
    this.initTime = initTime;
    long run = Noise.seed(Noise.seed(seed, "weather model"), initTime.getEpochSecond());
    otherClouds = Weather.cloudLike(Noise.seed(run, "clouds"));
    otherWinds = Weather.windLike(Noise.seed(run, "winds"));
    for (int i = 0; i < luck.length; i++) {
      luck[i] = Noise.normal(run, i);
    }
  }

  /** All fields of one step but radiation. Arrays by the grid's index. */
  record Step(float[] cloudIndex, float[] temperatureK, float[] windU, float[] windV) {}

  /** Fields {@code lead} hours after the start. */
  Step step(int lead) {
    double now = Region.hours(initTime) + lead;
    double t = now + luck[0] * (4 + 1.0 * lead) / 60;
    double shiftX = luck[1] * (6 + 1.3 * lead);
    double shiftY = luck[2] * (6 + 1.3 * lead);
    double own = 0.06 + 0.5 * (1 - Math.exp(-lead / 40.0));
    double windError = (0.6 + 0.06 * lead) / 12;
    double windFactor = 1 + 0.05 * luck[3];
    double west = Region.x(grid.firstLongitude()) - 1;
    double east = Region.x(grid.longitude(grid.columns() - 1)) + 1;
    double south = Region.y(grid.latitude(grid.rows() - 1)) - 1;
    double north = Region.y(grid.firstLatitude()) + 1;
    Weather.Clouds clouds =
        truth.clouds(
            Weather.RESOLVED_BY_NWP,
            t,
            west - shiftX,
            south - shiftY,
            east - shiftX,
            north - shiftY);
    Weather.Flow flow =
        truth.flow(t, west - Math.max(shiftX, 0), south, east - Math.min(shiftX, 0), north);
    Fractal.Slice mistaken =
        otherClouds.slice(Weather.RESOLVED_BY_NWP, t, west, south, east, north);
    Fractal.Slice gusts = otherWinds.slice(2, t, west, south, east + 1000, north);
    int size = grid.size();
    Step step = new Step(new float[size], new float[size], new float[size], new float[size]);
    for (int i = 0; i < size; i++) {
      double x = Region.x(grid.longitude(i % grid.columns()));
      double y = Region.y(grid.latitude(i / grid.columns()));
      double potential =
          (1 - own) * clouds.potential(x - shiftX, y - shiftY)
              + own * mistaken.at(x, y)
              + 0.08 * luck[4];
      double cloudIndex = Weather.cloudIndex(potential - 0.05);
      step.cloudIndex[i] = (float) cloudIndex;
      step.temperatureK[i] =
          (float)
              (Weather.temperatureK(flow.airMass().at(x, y), t, elevations[i], cloudIndex)
                  + luck[5] * (0.4 + 0.03 * lead));
      step.windU[i] = (float) (windFactor * flow.windU(x - shiftX, y) + windError * gusts.at(x, y));
      step.windV[i] =
          (float) (windFactor * flow.windV(x - shiftX, y) + windError * gusts.at(x + 999, y));
    }
    return step;
  }

  /** Adds the energy of the hour that ends {@code lead} hours after the start, J m-2. */
  void addRadiation(int lead, Step before, Step after, double[] energy) {
    long end = initTime.getEpochSecond() + lead * 3600L;
    for (int part = 0; part < 3; part++) {
      double weight = (part + 0.5) / 3;
      GeocentricSun sun = GeocentricSun.at(end - 3600 + weight * 3600);
      double hourAngle0 = sun.siderealTime() - sun.rightAscension();
      for (int column = 0; column < grid.columns(); column++) {
        double cosHour = Math.cos(hourAngle0 + Math.toRadians(grid.longitude(column)));
        for (int row = 0; row < grid.rows(); row++) {
          double latitude = Math.toRadians(grid.latitude(row));
          double cosZenith =
              Math.sin(latitude) * Math.sin(sun.declination())
                  + Math.cos(latitude) * Math.cos(sun.declination()) * cosHour;
          if (cosZenith <= 0) {
            continue;
          }
          int i = row * grid.columns() + column;
          double cloud = Noise.lerp(before.cloudIndex[i], after.cloudIndex[i], weight);
          double clear = ClearSky.haurwitzGhi(Math.toDegrees(Math.acos(cosZenith)));
          energy[i] += clear * Weather.clearSkyIndex(cloud) * 1200;
        }
      }
    }
  }
}
