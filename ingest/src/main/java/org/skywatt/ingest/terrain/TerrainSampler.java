package org.skywatt.ingest.terrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.grid.BilinearWeights;
import org.skywatt.core.sample.TerrainSample;
import org.skywatt.core.site.Site;
import org.skywatt.ingest.file.Reasons;
import org.skywatt.ingest.file.Sampled;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * Samples elevation models at sites. A site outside the raster or in a void is refused and told.
 * Immutable and safe for threads.
 */
public final class TerrainSampler {
  private static final double NEIGHBOURHOOD_M = 5_000;

  private final List<Site> sites;

  public TerrainSampler(List<? extends Site> sites) {
    this.sites = List.copyOf(sites);
  }

  /**
   * Samples a GeoTIFF file.
   *
   * @return one row a site
   * @throws UnreadableFileException where the file is no such raster
   */
  public Sampled<TerrainSample> sample(Path file) throws IOException {
    ElevationModel model = GeoTiffReader.read(file);
    List<TerrainSample> rows = new ArrayList<>();
    Reasons reasons = new Reasons();
    for (Site site : sites) {
      double latitude = site.location().latitude();
      double longitude = site.location().longitude();
      if (Double.isNaN(model.elevationM(latitude, longitude))) {
        reasons.add(
            file.getFileName() + ": no elevation at site " + site.id() + ": outside, or a void");
        continue;
      }
      rows.add(sample(model, site.id().value(), latitude, longitude));
    }
    return new Sampled<>(rows, sites.size() - rows.size(), reasons.list());
  }

  static TerrainSample sample(
      ElevationModel model, String siteId, double latitude, double longitude) {
    double elevation = model.elevationM(latitude, longitude);
    Slope slope = Slope.at(model, latitude, longitude);
    float[] horizon = Horizon.at(model, latitude, longitude, elevation);
    return new TerrainSample(
        siteId,
        elevation,
        slope.slopeDeg(),
        slope.aspectDeg(),
        elevation - meanAround(model, latitude, longitude),
        horizon,
        Horizon.skyView(horizon));
  }

  /** Mean height of the raster's points within the neighbourhood, m. */
  private static double meanAround(ElevationModel model, double latitude, double longitude) {
    double rowMetres = model.rowMetres();
    double columnMetres = model.columnMetres(latitude);
    int nx = model.grid().columns();
    BilinearWeights weights = model.grid().findWeights(latitude, longitude).orElseThrow();
    int top = weights.topLeft() / nx;
    int left = weights.topLeft() % nx;
    double row = top + weights.down();
    double column = left + weights.right();
    int rows = (int) (NEIGHBOURHOOD_M / rowMetres) + 1;
    int columns = (int) (NEIGHBOURHOOD_M / columnMetres) + 1;
    double sum = 0;
    int count = 0;
    for (int r = Math.max(0, (int) row - rows);
        r <= Math.min(model.grid().rows() - 1, (int) row + rows);
        r++) {
      for (int c = Math.max(0, (int) column - columns);
          c <= Math.min(nx - 1, (int) column + columns);
          c++) {
        float elevation = model.elevations()[r * nx + c];
        double distance = Math.hypot((r - row) * rowMetres, (c - column) * columnMetres);
        if (distance <= NEIGHBOURHOOD_M && !Float.isNaN(elevation)) {
          sum += elevation;
          count++;
        }
      }
    }
    return count == 0 ? model.elevationM(latitude, longitude) : sum / count;
  }
}
