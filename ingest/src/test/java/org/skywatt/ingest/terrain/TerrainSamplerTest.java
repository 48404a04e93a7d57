package org.skywatt.ingest.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.sample.TerrainSample;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.ingest.file.Sampled;

/** Shapes whose slope and horizon geometry gives, and real rasters. */
class TerrainSamplerTest {
  private static final LatLonGrid GRID = new LatLonGrid(1, -0.005, 401, -1, 0.005, 401);
  private static final double METRES = ElevationModel.METRES_A_DEGREE;

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

  @Test
  void levelGroundHasNoSlopeAndSeesTheWholeSky() {
    TerrainSample flat = TerrainSampler.sample(shape((east, north) -> 250), "a", 0, 0);
    assertThat(flat.elevationM()).isEqualTo(250);
    assertThat(flat.slopeDeg()).isZero();
    assertThat(flat.aspectDeg()).isNaN();
    assertThat(flat.relativeElevationM()).isCloseTo(0, within(1e-6));
    assertThat(flat.horizonDeg()).containsOnly(0f);
    assertThat(flat.skyView()).isEqualTo(1);
  }

  @Test
  void aPlaneThatRisesNorthEastFacesSouthWest() {
    double slope = Math.tan(Math.toRadians(10)) / Math.sqrt(2);
    TerrainSample plane =
        TerrainSampler.sample(shape((east, north) -> slope * (east + north)), "a", 0.001, 0.002);
    assertThat(plane.slopeDeg()).isCloseTo(10, within(0.01));
    assertThat(plane.aspectDeg()).isCloseTo(225, within(0.05));
    assertThat(plane.horizonAt(45)).isCloseTo(10, within(0.05));
    assertThat(plane.horizonAt(225)).isZero();
  }

  @Test
  void theTopOfAConeStandsAboveItsSurroundings() {
    double slope = 0.1;
    TerrainSample top =
        TerrainSampler.sample(
            shape((east, north) -> 2000 - slope * Math.hypot(east, north)), "a", 0, 0);
    // The mean distance from the middle of a disk is 2/3 of its radius.
    assertThat(top.relativeElevationM()).isCloseTo(slope * 5000 * 2 / 3, within(10.0));
    assertThat(top.horizonDeg()).containsOnly(0f);
    TerrainSample flank =
        TerrainSampler.sample(
            shape((east, north) -> 2000 - slope * Math.hypot(east, north)), "a", 0, 0.1);
    assertThat(flank.slopeDeg()).isCloseTo(Math.toDegrees(Math.atan(slope)), within(0.02));
    assertThat(flank.aspectDeg()).isCloseTo(90, within(0.1));
    assertThat(flank.horizonAt(270)).isCloseTo(Math.toDegrees(Math.atan(slope)), within(0.05));
  }

  @Test
  void aWallRaisesTheHorizonLessTheEarthsCurvature() {
    double wall = 0.2 * METRES;
    TerrainSample sample =
        TerrainSampler.sample(shape((east, north) -> east >= wall - 1 ? 1000 : 0), "a", 0, 0);
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
  void readsBackWhatItWrites() throws IOException {
    LatLonGrid grid = new LatLonGrid(29.75, -0.25, 3, -1.5, 0.5, 4);
    float[] heights = {1, 2, 3, 4, 5.5f, 6, Float.NaN, 8, 9, -10, 11, 1234.5f};
    Path file = folder.resolve("dem.tif");
    GeoTiffWriter.write(file, grid, heights, "SIMULATED");
    ElevationModel model = GeoTiffReader.read(file);
    assertThat(model.grid()).isEqualTo(grid);
    assertThat(model.elevations()).containsExactly(heights);
    assertThat(new String(Files.readAllBytes(file), 0, 300, StandardCharsets.ISO_8859_1))
        .contains("SIMULATED");
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

  @Test
  void readsARealRaster() throws IOException {
    ElevationModel model = GeoTiffReader.read(shared("terra_luxembourg_elev.tif"));
    // As the R package terra documents its elev.tif: 90 rows, 95 columns, extent 5.741667 to
    // 6.533333 E and 49.44167 to 50.19167 N, heights from 141 to 547 m.
    LatLonGrid grid = model.grid();
    assertThat(grid.columns()).isEqualTo(95);
    assertThat(grid.rows()).isEqualTo(90);
    assertThat(grid.firstLongitude() - grid.longitudeStep() / 2).isCloseTo(5.741667, within(1e-5));
    assertThat(grid.firstLatitude() - grid.latitudeStep() / 2).isCloseTo(50.19167, within(1e-5));
    float min = Float.POSITIVE_INFINITY;
    float max = 0;
    for (float elevation : model.elevations()) {
      min = Float.isNaN(elevation) ? min : Math.min(min, elevation);
      max = Float.isNaN(elevation) ? max : Math.max(max, elevation);
    }
    assertThat(min).isEqualTo(141);
    assertThat(max).isEqualTo(547);
  }

  @Test
  void refusesOtherFilesInOneLine() throws IOException {
    Path projected = shared("ukv_orography_osgb_2km.tif");
    assertThatThrownBy(() -> GeoTiffReader.read(projected))
        .hasMessageContaining("not in longitude and latitude");
    Path cut = folder.resolve("cut.tif");
    byte[] whole = Files.readAllBytes(shared("terra_luxembourg_elev.tif"));
    Files.write(cut, Arrays.copyOf(whole, 3000));
    assertThatThrownBy(() -> GeoTiffReader.read(cut)).hasMessageContaining("cut.tif: truncated");
    Path text = Files.writeString(folder.resolve("text.tif"), "hello");
    assertThatThrownBy(() -> GeoTiffReader.read(text)).hasMessageContaining("not a TIFF");
  }
}
