package org.skywatt.ingest.terrain;

import java.util.Optional;
import org.skywatt.core.sample.Relief;
import org.skywatt.core.sample.TerrainSample;
import org.skywatt.core.site.Location;
import org.skywatt.ingest.terrain.Lattice.Position;

/** What an elevation model tells of places on it. */
final class SiteGround {
  private static final double NEIGHBOURHOOD_M = 5_000;
  private static final double EXPOSURE_STEP_M = 100;
  private static final double EXPOSURE_M = 10_000;

  private final ElevationModel model;
  private final Summits summits;
  private final Coast coast;

  SiteGround(ElevationModel model) {
    this.model = model;
    summits = new Summits(model);
    coast = new Coast(model);
  }

  /** The ground at a place; empty outside and in a void. */
  Optional<TerrainSample> find(String siteId, Location place) {
    return model
        .lattice()
        .find(place.latitude(), place.longitude())
        .filter(at -> !Double.isNaN(model.at(at.column(), at.row())))
        .map(at -> sample(siteId, place, at));
  }

  private TerrainSample sample(String siteId, Location place, Position at) {
    double elevation = model.at(at.column(), at.row());
    int column = (int) Math.round(at.column());
    int row = (int) Math.round(at.row());
    double pixel =
        Math.min(model.lattice().columnMetres(column, row), model.lattice().rowMetres(column, row));
    float[] horizon = new float[TerrainSample.HORIZON_DIRECTIONS];
    double[] sums = new double[Relief.SECTORS];
    int[] counts = new int[Relief.SECTORS];
    for (int direction = 0; direction < horizon.length; direction++) {
      double azimuth = Horizon.azimuthDeg(direction);
      Ray ray = Ray.from(model, place.latitude(), place.longitude(), azimuth, Horizon.FARTHEST_M);
      horizon[direction] = Horizon.along(ray, model, summits, elevation, pixel);
      int sector = (int) Math.round(azimuth * Relief.SECTORS / 360) % Relief.SECTORS;
      for (double away = EXPOSURE_STEP_M; away <= EXPOSURE_M; away += EXPOSURE_STEP_M) {
        double ground = ray.elevationM(away);
        if (!Double.isNaN(ground)) {
          sums[sector] += elevation - ground;
          counts[sector]++;
        }
      }
    }
    float[] exposure = new float[Relief.SECTORS];
    for (int sector = 0; sector < exposure.length; sector++) {
      exposure[sector] = counts[sector] == 0 ? Float.NaN : (float) (sums[sector] / counts[sector]);
    }
    Slope slope = Slope.at(model, at);
    Surroundings around = Surroundings.within(model, at, NEIGHBOURHOOD_M);
    return new TerrainSample(
        siteId,
        elevation,
        slope.slopeDeg(),
        slope.aspectDeg(),
        elevation - around.meanM(),
        horizon,
        Horizon.skyView(horizon),
        relief(at, elevation, exposure));
  }

  private Relief relief(Position at, double elevation, float[] exposure) {
    double[] relative = new double[Relief.RADII_M.size()];
    double[] roughness = new double[Relief.RADII_M.size()];
    for (int i = 0; i < relative.length; i++) {
      Surroundings around = Surroundings.within(model, at, Relief.RADII_M.get(i));
      relative[i] = elevation - around.meanM();
      roughness[i] = around.deviationM();
    }
    return new Relief(relative, roughness, exposure, coast.distanceM(at));
  }
}
