package org.skywatt.ingest.terrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.core.sample.TerrainSample;
import org.skywatt.core.site.Site;
import org.skywatt.ingest.file.Reasons;
import org.skywatt.ingest.file.Sampled;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.raster.RasterFile;
import org.skywatt.ingest.raster.RasterFile.Window;
import org.skywatt.ingest.raster.RasterFiles;
import org.skywatt.ingest.terrain.ElevationModel.Position;

/**
 * Samples elevation rasters at sites. Sites are taken together by half degrees, so that memory is
 * the ground 50 km around one such box. A site in a void is refused and told; one outside the
 * raster too, unless the raster is a tile of several. Immutable and safe for threads.
 */
public final class TerrainSampler {
  private static final double BOX_DEG = 0.5;

  private final List<Site> sites;
  private final List<Path> tiles;

  /** Sampler of rasters that stand alone. */
  public TerrainSampler(List<? extends Site> sites) {
    this(sites, List.of());
  }

  /**
   * Sampler of rasters that may be tiles of a mosaic.
   *
   * @param tiles all of them, for the ground beyond one's edge
   */
  public TerrainSampler(List<? extends Site> sites, List<Path> tiles) {
    this.sites = List.copyOf(sites);
    this.tiles = List.copyOf(tiles);
  }

  /**
   * Samples a raster, a GeoTIFF, an SRTM tile or an ESRI grid.
   *
   * @return one row a site that lies on it
   * @throws UnreadableFileException where the file is no such raster
   */
  public Sampled<TerrainSample> sample(Path file) throws IOException {
    List<TerrainSample> rows = new ArrayList<>();
    Reasons reasons = new Reasons();
    int refused = 0;
    try (RasterFile tile = RasterFiles.open(file)) {
      Grid grid =
          tile.grid()
              .orElseThrow(
                  () -> new UnreadableFileException(file, "", "does not say where it lies"));
      Map<String, List<Site>> boxes = new TreeMap<>();
      Grid reach = reach(grid, tile);
      for (Site site : sites) {
        if (isOn(reach, site)) {
          boxes.computeIfAbsent(box(site), key -> new ArrayList<>()).add(site);
        } else if (tiles.size() < 2) {
          refused++;
          reasons.add(noElevation(file, site, "outside"));
        }
      }
      for (List<Site> box : boxes.values()) {
        ElevationModel model = ElevationMosaic.read(tile, grid, window(reach, tile, box), tiles);
        SiteGround ground = new SiteGround(model);
        for (Site site : box) {
          if (ground.isKnown(site.location())) {
            rows.add(ground.sample(site.id().value(), site.location()));
          } else {
            refused++;
            reasons.add(noElevation(file, site, "a void, or beside one"));
          }
        }
      }
    }
    return new Sampled<>(rows, refused, reasons.list());
  }

  private static String noElevation(Path file, Site site, String why) {
    return file.getFileName() + ": no elevation at site " + site.id() + ": " + why;
  }

  /** The raster's lattice and a point more on each side: pixels reach half a step beyond points. */
  private static Grid reach(Grid grid, RasterFile tile) throws UnreadableFileException {
    if (!(grid instanceof LatLonGrid || grid instanceof ProjectedGrid)) {
      throw new UnreadableFileException(tile.path(), "", "its points lie on no regular lattice");
    }
    Window wider = new Window(-1, -1, grid.columns() + 2, grid.rows() + 2);
    return ElevationMosaic.shifted(grid, ElevationMosaic.clipped(grid, wider));
  }

  private static boolean isOn(Grid reach, Site site) {
    return position(reach, site)
        .filter(
            at ->
                at.column() >= 0.5
                    && at.row() >= 0.5
                    && at.column() <= reach.columns() - 1.5
                    && at.row() <= reach.rows() - 1.5)
        .isPresent();
  }

  private static Optional<Position> position(Grid grid, Site site) {
    return new ElevationModel(grid, new float[0], 0)
        .find(site.location().latitude(), site.location().longitude());
  }

  private static String box(Site site) {
    return (int) Math.floor(site.location().latitude() / BOX_DEG)
        + " "
        + (int) Math.floor(site.location().longitude() / BOX_DEG);
  }

  /** The ground around sites, in columns and rows of the tile. */
  private Window window(Grid reach, RasterFile tile, List<Site> box) {
    ElevationModel lattice = new ElevationModel(reach, new float[0], 0);
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Site site : box) {
      Position at = position(reach, site).orElseThrow();
      int column = (int) at.column();
      int row = (int) at.row();
      double aside = Horizon.FARTHEST_M / lattice.columnMetres(column, row) + 2;
      double along = Horizon.FARTHEST_M / lattice.rowMetres(column, row) + 2;
      left = Math.min(left, at.column() - aside);
      right = Math.max(right, at.column() + aside);
      top = Math.min(top, at.row() - along);
      bottom = Math.max(bottom, at.row() + along);
    }
    int firstColumn = (int) Math.floor(left) - 1;
    int firstRow = (int) Math.floor(top) - 1;
    int lastColumn = (int) Math.ceil(right) - 1;
    int lastRow = (int) Math.ceil(bottom) - 1;
    if (tiles.size() < 2) {
      firstColumn = Math.max(0, firstColumn);
      firstRow = Math.max(0, firstRow);
      lastColumn = Math.min(tile.columns() - 1, lastColumn);
      lastRow = Math.min(tile.rows() - 1, lastRow);
    }
    return ElevationMosaic.clipped(
        tile.grid().orElseThrow(),
        new Window(firstColumn, firstRow, lastColumn - firstColumn + 1, lastRow - firstRow + 1));
  }
}
