package org.skywatt.ingest.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.sample.Relief;
import org.skywatt.core.sample.TerrainSample;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.ingest.file.Sampled;
import org.skywatt.ingest.raster.GeoTiffWriter;

/** Shapes whose slope and horizon geometry gives, and real rasters. */
class TerrainSamplerTest {
  private static final LatLonGrid GRID = new LatLonGrid(1, -0.005, 401, -1, 0.005, 401);
  private static final double METRES = Lattice.METRES_A_DEGREE;

  @TempDir Path folder;

  private static SolarSite site(String id, double latitude, double longitude) {
    return new SolarSite(
        new SiteId(id),
        id,
        "demo",
        new Location(latitude, longitude, 0),
        100,
        100,
        new Mount.Fixed(0, 180));
  }

  /** Heights from metres east and north of 0° N 0° E, where a degree is as long both ways. */
  private static ElevationModel shape(DoubleBinaryOperator height) {
    float[] elevations = new float[GRID.size()];
    for (int i = 0; i < elevations.length; i++) {
      elevations[i] =
          (float)
              height.applyAsDouble(
                  GRID.longitude(i % GRID.columns()) * METRES,
                  GRID.latitude(i / GRID.columns()) * METRES);
    }
    return new ElevationModel(GRID, elevations);
  }

  private static TerrainSample sample(
      DoubleBinaryOperator height, double latitude, double longitude) {
    return new SiteGround(shape(height))
        .find("a", new Location(latitude, longitude, 0))
        .orElseThrow();
  }

  @Test
  void levelGroundHasNoSlopeAndSeesTheWholeSky() {
    TerrainSample flat = sample((east, north) -> 250, 0, 0);
    assertThat(flat.elevationM()).isEqualTo(250);
    assertThat(flat.slopeDeg()).isZero();
    assertThat(flat.aspectDeg()).isNaN();
    assertThat(flat.relativeElevationM()).isCloseTo(0, within(1e-6));
    assertThat(flat.horizonDeg()).containsOnly(0f);
    assertThat(flat.skyView()).isEqualTo(1);
    assertThat(flat.relief().relativeElevationM()[2]).isCloseTo(0, within(1e-6));
    assertThat(flat.relief().roughnessM()[2]).isCloseTo(0, within(1e-6));
    assertThat(flat.relief().exposureM()).containsOnly(0f);
    assertThat(flat.relief().coastM()).isNaN();
    // The raster's points lie 556 m apart: too few of them within 500 m.
    assertThat(flat.relief().relativeElevationM()[0]).isNaN();
  }

  @Test
  void aPlaneThatRisesNorthEastFacesSouthWest() {
    double slope = Math.tan(Math.toRadians(10)) / Math.sqrt(2);
    TerrainSample plane = sample((east, north) -> slope * (east + north), 0.001, 0.002);
    assertThat(plane.slopeDeg()).isCloseTo(10, within(0.01));
    assertThat(plane.aspectDeg()).isCloseTo(225, within(0.05));
    assertThat(plane.horizonAt(45)).isCloseTo(10, within(0.05));
    assertThat(plane.horizonAt(225)).isZero();
  }

  @Test
  void theTopOfAConeStandsAboveItsSurroundings() {
    double slope = 0.1;
    TerrainSample top = sample((east, north) -> 2000 - slope * Math.hypot(east, north), 0, 0);
    // The mean distance from the middle of a disk is 2/3 of its radius.
    assertThat(top.relativeElevationM()).isCloseTo(slope * 5000 * 2 / 3, within(10.0));
    assertThat(top.horizonDeg()).containsOnly(0f);
    Relief relief = top.relief();
    assertThat(relief.relativeElevationM()[2]).isCloseTo(slope * 10_000 * 2 / 3, within(10.0));
    // The distance's standard deviation within a disk is its radius over the root of 18.
    assertThat(relief.roughnessM()[2]).isCloseTo(slope * 10_000 / Math.sqrt(18), within(5.0));
    // Every line falls evenly: by half of its length's fall on average.
    for (float exposure : relief.exposureM()) {
      assertThat(exposure).isCloseTo((float) (slope * 10_050 / 2), within(5f));
    }
    TerrainSample flank = sample((east, north) -> 2000 - slope * Math.hypot(east, north), 0, 0.1);
    assertThat(flank.slopeDeg()).isCloseTo(Math.toDegrees(Math.atan(slope)), within(0.02));
    assertThat(flank.aspectDeg()).isCloseTo(90, within(0.1));
    assertThat(flank.horizonAt(270)).isCloseTo(Math.toDegrees(Math.atan(slope)), within(0.05));
  }

  @Test
  void aWallRaisesTheHorizonLessTheEarthsCurvature() {
    double wall = 0.2 * METRES;
    TerrainSample sample = sample((east, north) -> east >= wall - 1 ? 1000 : 0, 0, 0);
    // d² / 2R = 38.8 m at 22.2 km, 13% of it undone by refraction.
    double drop = wall * wall * 0.87 / (2 * 6_371_000);
    assertThat(sample.horizonAt(90))
        .isCloseTo(Math.toDegrees(Math.atan((1000 - drop) / wall)), within(0.02));
    assertThat(sample.horizonAt(270)).isZero();
    double farther = wall / Math.cos(Math.toRadians(30));
    assertThat(sample.horizonAt(60))
        .isCloseTo(Math.toDegrees(Math.atan((1000 - drop * 4 / 3) / farther)), within(0.05));
    assertThat(sample.skyView()).isBetween(0.9, 0.999);
  }

  @Test
  void findsTheCoast() {
    double shore = 0.3 * METRES;
    TerrainSample inland = sample((east, north) -> east >= shore ? 0 : 100, 0, 0);
    assertThat(inland.relief().coastM()).isCloseTo(shore, within(560.0)); // a pixel
    TerrainSample far = sample((east, north) -> east >= shore ? 0 : 100, 0, -0.5);
    assertThat(far.relief().coastM()).isNaN();
    TerrainSample wet = sample((east, north) -> east >= shore ? 0 : 100, 0, 0.5);
    assertThat(wet.relief().coastM()).isZero();
  }

  @Test
  void passesOverBlocksWithoutMissingASummit() {
    Random random = new Random(7);
    double[] heights = random.doubles(GRID.size(), 0, 1).map(u -> 900 * Math.pow(u, 12)).toArray();
    float[] elevations = new float[heights.length];
    for (int i = 0; i < heights.length; i++) {
      elevations[i] = (float) heights[i];
    }
    ElevationModel model = new ElevationModel(GRID, elevations);
    Summits summits = new Summits(model);
    for (int direction = 0; direction < TerrainSample.HORIZON_DIRECTIONS; direction++) {
      Ray ray = Ray.from(model, 0.1, -0.2, Horizon.azimuthDeg(direction), Horizon.FARTHEST_M);
      double steepest = 0;
      double step = 250;
      for (int i = 1; i * step <= Horizon.FARTHEST_M; i++) {
        double away = i * step;
        double rise = ray.elevationM(away) - 200 - away * away * 0.87 / (2 * 6_371_000);
        steepest = Math.max(steepest, Double.isNaN(rise) ? 0 : rise / away);
      }
      assertThat(Horizon.along(ray, model, summits, 200, 2 * step))
          .isCloseTo((float) Math.toDegrees(Math.atan(steepest)), within(1e-5f));
    }
  }

  @Test
  void tilesSeeTheGroundOfTheirNeighbours() throws IOException {
    double slope = 0.02;
    ElevationModel whole =
        shape(
            (east, north) -> 1500 + 700 * Math.sin(east / 9000) - slope * Math.hypot(east, north));
    List<Path> tiles = new ArrayList<>();
    for (int tile = 0; tile < 4; tile++) {
      int left = tile % 2 * 201;
      int top = tile / 2 * 201;
      int columns = left == 0 ? 201 : 200;
      int rows = top == 0 ? 201 : 200;
      LatLonGrid part =
          new LatLonGrid(GRID.latitude(top), -0.005, rows, GRID.longitude(left), 0.005, columns);
      float[] heights = new float[part.size()];
      for (int i = 0; i < heights.length; i++) {
        heights[i] = whole.elevations()[(top + i / columns) * GRID.columns() + left + i % columns];
      }
      Path file = folder.resolve("tile" + tile + ".tif");
      GeoTiffWriter.write(file, part, heights, "test");
      tiles.add(file);
    }
    // The last lies between two tiles: half a step beyond the points of the first.
    List<SolarSite> sites =
        List.of(site("a", 0.05, -0.05), site("b", -0.31, 0.02), site("c", 0.2, 0.0074));
    List<TerrainSample> joined = new ArrayList<>();
    for (Path tile : tiles) {
      joined.addAll(new TerrainSampler(sites, tiles).sample(tile).rows());
    }
    assertThat(joined).hasSize(3);
    SiteGround ground = new SiteGround(whole);
    for (TerrainSample sample : joined) {
      SolarSite site =
          sites.stream().filter(each -> each.id().value().equals(sample.siteId())).findAny().get();
      assertThat(sample)
          .usingRecursiveComparison()
          .withComparatorForType(TerrainSamplerTest::nearlySame, Double.class)
          .withComparatorForType(TerrainSamplerTest::nearlySame, Float.class)
          .isEqualTo(ground.find(sample.siteId(), site.location()).orElseThrow());
    }
  }

  @Test
  void aDamagedTileTakesNothingFromTheOthers() throws IOException {
    byte[] heights = new byte[2 * 1201 * 1201];
    Path whole = Files.write(folder.resolve("N45E010.hgt"), heights);
    Path damaged = Files.writeString(folder.resolve("N45E011.hgt"), "no square");
    TerrainSampler sampler =
        new TerrainSampler(List.of(site("a", 45.5, 10.9)), List.of(whole, damaged));
    assertThat(sampler.sample(whole).rows()).hasSize(1);
    assertThatThrownBy(() -> sampler.sample(damaged)).hasMessageContaining("no square of heights");
  }

  private static int nearlySame(Number a, Number b) {
    boolean bothMissing = Double.isNaN(a.doubleValue()) && Double.isNaN(b.doubleValue());
    return bothMissing || Math.abs(a.doubleValue() - b.doubleValue()) < 1e-3 ? 0 : 1;
  }

  private static List<TerrainSample> sample(Path file, List<SolarSite> sites) throws IOException {
    return new TerrainSampler(sites)
        .sample(file).rows().stream().sorted(Comparator.comparing(TerrainSample::siteId)).toList();
  }

  @Test
  void horizonsAreThoseOfGrass() throws IOException {
    Path tile = shared("N38W028.SRTMGL3.hgt.zip");
    // GRASS GIS 8.2.1, r.horizon -d -c step=30 maxdistance=50000 on the tile, from 0° in steps of
    // 30° clockwise. It takes the nearest cells, no refraction (at most 0.03°), and goes below 0.
    double[][] grass = {
      {0, 0, 7.015, 11.351, 5.247, 1.019, 1.130, 0.851, 2.786, 3.246, 0, 0},
      {8.644, 5.687, 5.155, 2.409, 0.035, 0, 0, 0, 0, 0, 0, 4.018},
      {1.112, 1.886, 2.782, 1.852, 0, 1.618, 8.192, 8.355, 3.168, 6.456, 3.210, 2.073},
    };
    List<SolarSite> sites =
        List.of(site("a", 38.75, -27.25), site("b", 38.67, -27.32), site("c", 38.7, -27.15));
    List<TerrainSample> rows = sample(tile, sites);
    double sum = 0;
    for (int i = 0; i < grass.length; i++) {
      for (int direction = 0; direction < 12; direction++) {
        double difference = Math.abs(rows.get(i).horizonDeg()[6 * direction] - grass[i][direction]);
        assertThat(difference).as("site %d, direction %d", i, direction).isLessThan(0.8);
        sum += difference / 36;
      }
    }
    assertThat(sum).isLessThan(0.12);
  }

  @Test
  void slopesAreThoseOfGdal() throws IOException {
    Path raster = shared("ukv_orography_osgb_2km.tif");
    // gdaldem slope and aspect (GDAL 3.6.2) at the pixel of each place: Horn's method, from grid
    // north, which lies up to 2.5° from true north here.
    List<TerrainSample> rows =
        sample(raster, List.of(site("a", 56.8, -5), site("b", 53.07, -3.9), site("c", 54.6, -2.3)));
    double[][] gdal = {{7.089, 281.019}, {2.525, 53.706}, {0.6864, 345.210}};
    double[] gridNorth = {-2.51, -1.52, -0.24};
    for (int i = 0; i < gdal.length; i++) {
      assertThat(rows.get(i).slopeDeg()).isCloseTo(gdal[i][0], within(0.01 * gdal[i][0]));
      assertThat(rows.get(i).aspectDeg()).isCloseTo(gdal[i][1] + gridNorth[i], within(0.3));
    }
  }

  @Test
  void refusesSitesWithoutGroundAndKeepsTheOthers() throws IOException {
    LatLonGrid grid = new LatLonGrid(29.75, -0.25, 3, -1.5, 0.5, 4);
    float[] heights = {1, 1, 1, 1, 1, 1, Float.NaN, Float.NaN, 1, 1, Float.NaN, Float.NaN};
    Path file = folder.resolve("dem.tif");
    GeoTiffWriter.write(file, grid, heights, "test");
    Sampled<TerrainSample> sampled =
        new TerrainSampler(
                List.of(site("in", 29.6, -1.2), site("void", 29.4, -0.3), site("out", 50, 0)))
            .sample(file);
    assertThat(sampled.rows()).hasSize(1);
    assertThat(sampled.refused()).isEqualTo(2);
    assertThat(sampled.reasons()).hasSize(2).allMatch(reason -> reason.contains("no elevation at"));
  }

  private static Path shared(String name) {
    Path file = Path.of(System.getProperty("skywatt.shared", "absent"), "dem", name);
    assumeTrue(Files.exists(file), "needs the shared file dem/" + name);
    return file;
  }
}
