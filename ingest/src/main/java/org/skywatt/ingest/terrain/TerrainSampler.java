package org.skywatt.ingest.terrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.skywatt.core.sample.TerrainSample;
import org.skywatt.core.site.Site;
import org.skywatt.ingest.file.Reasons;
import org.skywatt.ingest.file.Sampled;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.raster.RasterFile;
import org.skywatt.ingest.raster.RasterFile.Window;
import org.skywatt.ingest.raster.RasterFiles;
import org.skywatt.ingest.terrain.Lattice.Position;

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
      Lattice lattice =
          new Lattice(
              tile.grid()
                  .orElseThrow(
                      () -> new UnreadableFileException(file, "", "does not say where it lies")));
      Map<String, List<Site>> boxes = new TreeMap<>();
      for (Site site : sites) {
        if (find(lattice, site).isPresent()) {
          boxes.computeIfAbsent(box(site), key -> new ArrayList<>()).add(site);
        } else if (!isTile()) {
          refused++;
          reasons.add(noElevation(file, site, "outside"));
        }
      }
      for (List<Site> box : boxes.values()) {
        SiteGround ground =
            new SiteGround(ElevationMosaic.read(tile, lattice, window(lattice, box), tiles));
        for (Site site : box) {
          Optional<TerrainSample> sample = ground.find(site.id().value(), site.location());
          if (sample.isPresent()) {
            rows.add(sample.get());
          } else {
            refused++;
            reasons.add(noElevation(file, site, "a void, or beside one"));
          }
        }
      }
    }
    return new Sampled<>(rows, refused, reasons.list());
  }

  private boolean isTile() {
    return tiles.size() > 1;
  }

  private static String noElevation(Path file, Site site, String why) {
    return file.getFileName() + ": no elevation at site " + site.id() + ": " + why;
  }

  /**
   * Where a site lies among the points of a raster; empty outside. A tile's pixels reach half a
   * step beyond its points, to those of the next tile.
   */
  private Optional<Position> find(Lattice lattice, Site site) {
    double latitude = site.location().latitude();
    double longitude = site.location().longitude();
    if (!isTile()) {
      return lattice.find(latitude, longitude);
    }
    Window wider = lattice.clipped(new Window(-1, -1, lattice.columns() + 2, lattice.rows() + 2));
    return lattice
        .part(wider)
        .find(latitude, longitude)
        .map(at -> new Position(at.column() + wider.column(), at.row() + wider.row()))
        .filter(
            at ->
                Math.abs(2 * at.column() - lattice.columns() + 1) <= lattice.columns()
                    && Math.abs(2 * at.row() - lattice.rows() + 1) <= lattice.rows());
  }

  private static String box(Site site) {
    return (int) Math.floor(site.location().latitude() / BOX_DEG)
        + " "
        + (int) Math.floor(site.location().longitude() / BOX_DEG);
  }

  /** The ground around sites of a box, in columns and rows of the tile. */
  private Window window(Lattice lattice, List<Site> box) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Site site : box) {
      Position at = find(lattice, site).orElseThrow();
      int column = (int) at.column();
      int row = (int) at.row();
      double aside = Horizon.FARTHEST_M / lattice.columnMetres(column, row) + 1;
      double along = Horizon.FARTHEST_M / lattice.rowMetres(column, row) + 1;
      left = Math.min(left, at.column() - aside);
      right = Math.max(right, at.column() + aside);
      top = Math.min(top, at.row() - along);
      bottom = Math.max(bottom, at.row() + along);
    }
    if (!isTile()) {
      left = Math.max(0, left);
      top = Math.max(0, top);
      right = Math.min(lattice.columns() - 1, right);
      bottom = Math.min(lattice.rows() - 1, bottom);
    }
    int column = (int) Math.floor(left);
    int row = (int) Math.floor(top);
    return lattice.clipped(
        new Window(
            column, row, (int) Math.ceil(right) - column + 1, (int) Math.ceil(bottom) - row + 1));
  }
}
