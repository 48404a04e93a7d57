package org.skywatt.ingest.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.skywatt.ingest.reader.NetcdfExample.range;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.grid.CurvilinearGrid;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.grid.RowsGrid;
import org.skywatt.ingest.field.CfCode;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldLevel;
import org.skywatt.ingest.field.Member;
import org.skywatt.ingest.field.StepType;

/** What files say by the CF conventions, as small files that say it. */
class CfMeaningTest {
  private static final Instant RUN = Instant.parse("2024-06-01T00:00:00Z");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("example.nc");
  }

  private NetcdfExample gridded() throws IOException {
    return new NetcdfExample(file)
        .dimension("lat", 2)
        .dimension("lon", 3)
        .variable("lat", "lat", range(50, 1, 2), "units=degrees_north")
        .variable("lon", "lon", range(5, 1, 3), "units=degrees_east")
        .variable(
            "time", "", new double[] {5}, "units=hours since 2024-06-01", "standard_name=time")
        .variable(
            "forecast_reference_time",
            "",
            new double[] {0},
            "units=hours since 2024-06-01",
            "standard_name=forecast_reference_time");
  }

  @Test
  void aSumWithBoundsEndsWhereItsPeriodEnds() throws IOException {
    gridded()
        .dimension("bnds", 2)
        .dimension("hour", 1)
        .variable(
            "hour",
            "hour",
            new double[] {3.5},
            "units=hours since 2024-06-01",
            "standard_name=time",
            "bounds=hour_bnds")
        .variable("hour_bnds", "hour bnds", new double[] {3, 4})
        .variable(
            "rain",
            "hour lat lon",
            range(0, 1, 6),
            "cell_methods=area: mean hour: sum",
            "units=kg m-2",
            "long_name=Rain",
            "standard_name=precipitation_amount",
            "institution=DWD")
        .write();
    Field field = Collected.of(file).field("rain");
    assertThat(field.header().code())
        .isEqualTo(new CfCode("rain", "precipitation_amount", "kg m-2", "DWD", "Rain"));
    assertThat(field.header().stepType()).isEqualTo(StepType.ACCUMULATION);
    assertThat(field.header().period()).isEqualTo(Duration.ofHours(1));
    assertThat(field.header().initTime()).isEqualTo(RUN);
    assertThat(field.header().validTime()).isEqualTo(RUN.plus(Duration.ofHours(4)));
  }

  @Test
  void membersAndLevelsAreToldApart() throws IOException {
    gridded()
        .dimension("realization", 2)
        .dimension("pressure", 2)
        .variable("realization", "realization", range(0, 1, 2), "standard_name=realization")
        .variable("pressure", "pressure", new double[] {85000, 50000}, "units=Pa")
        .variable("t", "realization pressure lat lon", range(0, 1, 24), "units=K")
        .write();
    Collected read = Collected.of(file);
    assertThat(read.fields).hasSize(4);
    assertThat(read.fields.get(0).header().member()).isEqualTo(Member.CONTROL);
    assertThat(read.fields.get(3).header().member())
        .isEqualTo(new Member(Member.Kind.PERTURBED, 1));
    assertThat(read.fields.get(3).header().level())
        .isEqualTo(new FieldLevel("isobaricInhPa", 500, Double.NaN));
    assertThat(read.fields.get(3).values()[0]).isEqualTo(18);
    assertThat(read.fields.get(3).header().validTime()).isEqualTo(RUN.plus(Duration.ofHours(5)));
  }

  @Test
  void dimensionsInAnyOrderAndLongitudesInAnyDirection() throws IOException {
    new NetcdfExample(file)
        .dimension("lon", 3)
        .dimension("lat", 2)
        .variable("lon", "lon", new double[] {-178, -179, 180}, "units=degrees_east")
        .variable("lat", "lat", range(50, -1, 2), "units=degrees_north")
        .variable("time", "", new double[] {0}, "units=days since 2024-06-01")
        .variable("t", "lon lat", range(0, 1, 6), "missing_value=5")
        .write();
    Field field = Collected.of(file).field("t");
    assertThat(field.grid()).isEqualTo(new LatLonGrid(50, -1, 2, -180, 1, 3));
    // Columns were 180, -179, -178 from the last to the first; 5 was missing.
    assertThat(field.values()).containsExactly(4, 2, 0, Float.NaN, 3, 1);
    assertThat(field.header().initTime()).isEqualTo(RUN);
  }

  @Test
  void parallelsOfAnySpacing() throws IOException {
    new NetcdfExample(file)
        .dimension("lat", 3)
        .dimension("lon", 4)
        .variable("lat", "lat", new double[] {60, 30, -10}, "units=degrees_north")
        .variable("lon", "lon", range(0, 90, 4), "units=degrees_east")
        .variable("time", "", new double[] {0}, "units=days since 2024-06-01")
        .variable("t", "lat lon", range(0, 1, 12))
        .write();
    Field field = Collected.of(file).field("t");
    assertThat(field.grid()).isInstanceOf(RowsGrid.class);
    // Half way from 30 to 60, a quarter of the way from 270 over the seam to 0.
    assertThat(field.grid().findWeights(45, 292.5).orElseThrow().interpolate(field.values()))
        .isCloseTo((0.75 * 3 + 0.25 * 0 + 0.75 * 7 + 0.25 * 4) / 2, within(1e-6));
  }

  @Test
  void pointsWithPlacesOfTheirOwn() throws IOException {
    new NetcdfExample(file)
        .dimension("south_north", 2)
        .dimension("west_east", 3)
        .variable(
            "XLAT",
            "south_north west_east",
            new double[] {50, 50.1, 50.2, 51, 51.1, 51.2},
            "units=degree_north")
        .variable(
            "XLONG", "south_north west_east", new double[] {5, 6, 7, 5, 6, 7}, "units=degree_east")
        .variable("time", "", new double[] {0}, "units=days since 2024-06-01")
        .variable("t", "south_north west_east", range(0, 1, 6), "coordinates=XLAT XLONG")
        .write();
    Field field = Collected.of(file).field("t");
    assertThat(field.grid()).isInstanceOf(CurvilinearGrid.class);
    assertThat(field.gridType()).isEqualTo("curvilinear");
    assertThat(field.grid().findWeights(50.55, 5.5).orElseThrow().interpolate(field.values()))
        .isCloseTo(2, within(0.01));
  }

  @Test
  void windsAlongARotatedGrid() throws IOException {
    new NetcdfExample(file)
        .dimension("rlat", 2)
        .dimension("rlon", 2)
        .variable("rlat", "rlat", range(0, 1, 2), "standard_name=grid_latitude", "units=degrees")
        .variable("rlon", "rlon", range(0, 1, 2), "standard_name=grid_longitude", "units=degrees")
        .variable(
            "pole",
            "",
            new double[] {0},
            "grid_mapping_name=rotated_latitude_longitude",
            "grid_north_pole_latitude=37.5",
            "grid_north_pole_longitude=177.5")
        .variable("time", "", new double[] {0}, "units=days since 2024-06-01")
        .variable("u", "rlat rlon", range(0, 1, 4), "grid_mapping=pole", "standard_name=x_wind")
        .variable(
            "e", "rlat rlon", range(0, 1, 4), "grid_mapping=pole", "standard_name=eastward_wind")
        .write();
    Collected read = Collected.of(file);
    Field field = read.field("u");
    assertThat(field.gridType()).isEqualTo("rotated_ll");
    assertThat(field.gridRelativeWind()).isTrue();
    assertThat(read.field("e").gridRelativeWind()).isFalse();
    assertThat(field.grid().pointLatitude(0)).isCloseTo(52.5, within(1e-9));
    assertThat(field.grid().pointLongitude(0)).isCloseTo(-2.5, within(1e-9));
  }

  @Test
  void whatCannotBeToldIsRefusedByName() throws IOException {
    gridded()
        .dimension("bin", 2)
        .dimension("x", 2)
        .dimension("y", 2)
        .variable("x", "x", range(0, 1000, 2), "units=m", "standard_name=projection_x_coordinate")
        .variable("y", "y", range(0, 1000, 2), "units=m", "standard_name=projection_y_coordinate")
        .variable("plane", "y x", range(0, 1, 4))
        .variable("bins", "bin lat lon", range(0, 1, 12))
        .variable("good", "lat lon", range(0, 1, 6))
        .write();
    Collected read = Collected.of(file);
    assertThat(read.fields).hasSize(1);
    assertThat(read.refusals)
        .anyMatch(each -> each.contains("variable plane") && each.contains("grid_mapping"))
        .anyMatch(each -> each.contains("variable bins") && each.contains("dimension bin"));
  }
}
