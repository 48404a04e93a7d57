package org.skywatt.ingest.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.core.projection.AlbersEqualArea;
import org.skywatt.core.projection.DatumShift;
import org.skywatt.core.projection.LambertAzimuthalEqualArea;
import org.skywatt.core.projection.LambertConformal;
import org.skywatt.core.projection.Mercator;
import org.skywatt.core.projection.Projection;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.raster.RasterFile;

/** Summarises the bands of a raster of the ground. It has no times. */
final class RasterInspector {
  private RasterInspector() {}

  static List<FieldSummary> summaries(RasterFile raster) throws IOException {
    List<FieldSummary> summaries = new ArrayList<>();
    for (int band = 0; band < raster.bands(); band++) {
      try {
        float[] values = raster.read(band, raster.whole());
        Statistics statistics = Statistics.of(values.length, i -> values[i]);
        summaries.add(
            new FieldSummary(
                band,
                "band" + (band + 1),
                null,
                raster.format().equals("srtm") ? "m" : null,
                "surface",
                null,
                null,
                null,
                null,
                null,
                raster.grid().map(RasterInspector::gridType).orElse(null),
                raster.format(),
                raster.columns(),
                raster.rows(),
                statistics.count(),
                statistics.missing(),
                statistics.min(),
                statistics.max(),
                statistics.mean(),
                null));
      } catch (UnreadableFileException e) {
        summaries.add(FieldSummary.refused(band, e.why()));
      }
    }
    return summaries;
  }

  /** As ecCodes names such grids. */
  private static String gridType(Grid grid) {
    if (grid instanceof LatLonGrid) {
      return "regular_ll";
    }
    Projection projection = ((ProjectedGrid) grid).projection();
    if (projection instanceof DatumShift shifted) {
      projection = shifted.plane();
    }
    if (projection instanceof LambertConformal) {
      return "lambert";
    }
    if (projection instanceof LambertAzimuthalEqualArea) {
      return "lambert_azimuthal_equal_area";
    }
    if (projection instanceof AlbersEqualArea) {
      return "albers";
    }
    return projection instanceof Mercator ? "mercator" : "transverse_mercator";
  }
}
