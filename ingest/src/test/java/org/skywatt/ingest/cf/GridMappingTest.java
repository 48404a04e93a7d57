package org.skywatt.ingest.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.projection.PlanePoint;

/** Golden points are PROJ's (pyproj 3.7), of the same parameters. */
class GridMappingTest {
  private static final String SPHERE = ";earth_radius=6371229";
  private static final String WGS84 = ";semi_major_axis=6378137;inverse_flattening=298.257223563";

  @ParameterizedTest
  @CsvSource({
    "lambert_conformal_conic;standard_parallel=38.5;longitude_of_central_meridian=-97.5"
        + ";latitude_of_projection_origin=38.5"
        + SPHERE
        + ", -100, 40, -213005.61442389796, 169710.58432483498",
    "lambert_conformal_conic;standard_parallel=40 50;longitude_of_central_meridian=5"
        + ";latitude_of_projection_origin=45;false_easting=500000"
        + WGS84
        + ", 7, 48, 648865.9453986415, 334199.4195676269",
    "lambert_azimuthal_equal_area;latitude_of_projection_origin=54.9"
        + ";longitude_of_projection_origin=-2.5"
        + WGS84
        + ", -5, 51, -175542.77523203456, -430854.92931023985",
    "transverse_mercator;latitude_of_projection_origin=49;longitude_of_central_meridian=-2"
        + ";scale_factor_at_central_meridian=0.9996012717;false_easting=400000"
        + ";false_northing=-100000;semi_major_axis=6377563.396;semi_minor_axis=6356256.909"
        + ", -5, 51, 189531.3267639305, 126633.92353272851",
    "mercator;standard_parallel=20;longitude_of_projection_origin=-80"
        + WGS84
        + ", -75, 15, 523235.4315493091, 1577560.6476196917",
    "mercator;scale_factor_at_projection_origin=0.94;longitude_of_projection_origin=-80"
        + WGS84
        + ", -75, 15, 523201.6067283852, 1577458.6654082723",
    "polar_stereographic;latitude_of_projection_origin=90;standard_parallel=60"
        + ";straight_vertical_longitude_from_pole=-105"
        + SPHERE
        + ", -75, 45, 2462266.667834005, -4264770.970471816",
    "stereographic;latitude_of_projection_origin=90;longitude_of_projection_origin=-60"
        + ";scale_factor_at_projection_origin=0.9330127018922193"
        + SPHERE
        + ", -75, 45, -1274563.0155131258, -4756733.931343181",
    "polar_stereographic;latitude_of_projection_origin=-90;longitude_of_projection_origin=0"
        + ";scale_factor_at_projection_origin=0.97"
        + WGS84
        + ", -75, -65, -2656923.6836292967, 711920.5553795936",
    "albers_conical_equal_area;standard_parallel=29.5 45.5;longitude_of_central_meridian=-96"
        + ";latitude_of_projection_origin=23;semi_major_axis=6378137"
        + ";inverse_flattening=298.257222101"
        + ", -90, 40, 507398.5368986664, 1903000.4016519657",
    "rotated_latitude_longitude;grid_north_pole_latitude=37.5;grid_north_pole_longitude=177.5"
        + ", -5, 51, -1.5735193905, -1.4727640115",
    "rotated_latitude_longitude;grid_north_pole_latitude=39.25;grid_north_pole_longitude=-162"
        + ";north_pole_grid_longitude=20"
        + ", 10, 51, 14.9751325, 0.5217471"
  })
  void putsPlacesWhereProjDoes(
      String mapping, double longitude, double latitude, double x, double y) throws CfException {
    GridMappings.Plane plane = GridMapping.plane(attributes(mapping));
    PlanePoint point = plane.projection().toPlane(latitude, longitude);
    assertThat(point.x() + plane.falseEasting()).isCloseTo(x, within(1e-3));
    assertThat(point.y() + plane.falseNorthing()).isCloseTo(y, within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({
    "35786023, -75, x, 6378137, 6356752.31414, -80, 30, -468595.77315508184, 3087367.4762363513",
    "35785831, 9.5, y, 6378169, 6356583.8, -3, 52, -795200.6858377256, 4644107.204281953"
  })
  void seesTheEarthAsProjDoes(
      double height,
      double below,
      String sweep,
      double a,
      double b,
      double longitude,
      double latitude,
      double x,
      double y)
      throws CfException {
    GridMappings.Plane plane =
        GridMapping.plane(
            attributes(
                "geostationary;perspective_point_height=%s;longitude_of_projection_origin=%s"
                        .formatted(height, below)
                    + ";sweep_angle_axis=%s;semi_major_axis=%s;semi_minor_axis=%s"
                        .formatted(sweep, a, b)));
    PlanePoint point = plane.projection().toPlane(latitude, longitude);
    assertThat(point.x() * height).isCloseTo(x, within(0.05));
    assertThat(point.y() * height).isCloseTo(y, within(0.05));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> GridMapping.plane(attributes("sinusoidal" + WGS84)))
        .hasMessageContaining("'sinusoidal' is not read");
    assertThatThrownBy(() -> GridMapping.plane(attributes("mercator" + WGS84)))
        .hasMessageContaining("has no longitude_of_projection_origin");
    assertThatThrownBy(
            () -> GridMapping.plane(attributes("mercator;longitude_of_projection_origin=0")))
        .hasMessageContaining("tells no shape of the earth");
  }

  /** {@code name;attribute=numbers;…}. */
  private static Attributes attributes(String mapping) {
    Map<String, Object> values = new HashMap<>();
    for (String each : mapping.split(";")) {
      String[] pair = each.split("=");
      if (pair.length == 1) {
        values.put("grid_mapping_name", each);
        continue;
      }
      String[] numbers = pair[1].split(" ");
      boolean text = !numbers[0].matches("[-0-9.]+");
      double[] parsed = new double[numbers.length];
      for (int i = 0; !text && i < parsed.length; i++) {
        parsed[i] = Double.parseDouble(numbers[i]);
      }
      values.put(pair[0], text ? pair[1] : parsed);
    }
    return new Attributes(values);
  }
}
