package org.skywatt.core.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against PROJ 9 (pyproj 3.7.2): {@code Proj("…")(longitude, latitude)} with the definition beside
 * each case; space view is divided by {@code h}, rotated degrees are PROJ's radians × 180 / π.
 */
class ProjectionTest {
  private static final Ellipsoid NCEP = Ellipsoid.sphere(6371229);
  private static final Ellipsoid GRS80 = new Ellipsoid(6378137, 6356752.314140347);
  private static final Ellipsoid AIRY = new Ellipsoid(6377563.396, 6356256.909);
  private static final Ellipsoid CLARKE = new Ellipsoid(6378206.4, 6356583.8);
  private static final Ellipsoid MSG = new Ellipsoid(6378169, 6356583.8);

  static Stream<Arguments> golden() {
    // +proj=lcc +lat_0=25 +lon_0=-95 +lat_1=25 +lat_2=25 +R=6371229
    Projection tangent = new LambertConformal(NCEP, 25, -95, 25, 25);
    // +proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=44 +lat_2=49 +ellps=WGS84
    Projection secant = new LambertConformal(Ellipsoid.WGS84, 46.5, 3, 44, 49);
    // +proj=lcc +lat_0=-30 +lon_0=20 +lat_1=-20 +lat_2=-40 +R=6371200
    Projection south = new LambertConformal(Ellipsoid.sphere(6371200), -30, 20, -20, -40);
    // +proj=stere +lat_0=90 +lon_0=-105 +lat_ts=60 +R=6371229
    Projection polar = new PolarStereographic(NCEP, true, -105, 60);
    // +proj=stere +lat_0=-90 +lon_0=15 +lat_ts=-60 +ellps=WGS84
    Projection antarctic = new PolarStereographic(Ellipsoid.WGS84, false, 15, -60);
    // +proj=stere +lat_0=90 +lon_0=0 +lat_ts=90 +ellps=WGS84
    Projection atPole = new PolarStereographic(Ellipsoid.WGS84, true, 0, 90);
    // +proj=tmerc +lat_0=49 +lon_0=-2 +k_0=0.9996012717 +a=6377563.396 +b=6356256.909
    Projection britain = new TransverseMercator(AIRY, 49, -2, 0.9996012717);
    // +proj=tmerc +lat_0=0 +lon_0=9 +k_0=0.9996 +ellps=WGS84
    Projection utm = new TransverseMercator(Ellipsoid.WGS84, 0, 9, 0.9996);
    // +proj=laea +lat_0=54.9 +lon_0=-2.5 +ellps=WGS84
    Projection ukv = new LambertAzimuthalEqualArea(Ellipsoid.WGS84, 54.9, -2.5);
    // +proj=geos +lon_0=0 +h=35785831 +a=6378169 +b=6356583.8 +sweep=y
    Projection meteosat = new SpaceView(MSG, 0, 42164000, SpaceView.Sweep.Y);
    // +proj=geos +lon_0=-75 +h=35786023 +ellps=GRS80 +sweep=x
    Projection goes = new SpaceView(GRS80, -75, 42164160, SpaceView.Sweep.X);
    double deg = 180 / Math.PI;
    // +proj=ob_tran +o_proj=longlat +o_lon_p=0 +o_lat_p=52.5 +lon_0=-2.5
    Projection rotated = new RotatedLatLon(-52.5, -2.5, 0);
    // +proj=ob_tran +o_proj=longlat +o_lon_p=0 +o_lat_p=30 +lon_0=-15
    Projection hirlam = new RotatedLatLon(-30, -15, 0);
    return Stream.of(
        arguments(tangent, 40, -105, -882493.25032, 1720592.47769),
        arguments(tangent, 21.138, -122.72, -2861472.23398, -136214.49118),
        arguments(tangent, 48, 300, 2815977.79030, 2998795.67821),
        arguments(secant, 48.85, 2.35, -47698.43517, 261302.72590),
        arguments(secant, 38, -12, -1322186.38462, -820670.00359),
        arguments(secant, 53, 16, 873834.51467, 795951.29973),
        arguments(south, -33, 18, -183897.76099, -330261.44381),
        arguments(south, -10, 40, 2277090.23935, 2034717.99213),
        arguments(polar, 40, -105, 0, -5543873.53737),
        arguments(polar, 20, -145, -5351001.16696, -6377074.86470),
        arguments(polar, 89, 10, 94031.82716, 43847.76111),
        arguments(antarctic, -40, 15, 0, 5555528.90964),
        arguments(antarctic, -70, -100, -1907718.20692, -889583.60949),
        arguments(atPole, 70, 30, 1127962.66047, -1953688.63698),
        // +proj=merc +lon_0=0 +lat_ts=20 +R=6371229
        arguments(new Mercator(NCEP, 0, 20), -10, 150, 15673921.17059, -1050273.89421),
        // +proj=merc +lon_0=10 +lat_ts=0 +ellps=WGS84
        arguments(new Mercator(Ellipsoid.WGS84, 10, 0), 60, -120, -14471533.80313, 8362698.54850),
        arguments(britain, 52.65757, 1.71792, 251409.79764, 413177.23082),
        arguments(britain, 58, -7, -295352.67704, 1012106.24408),
        arguments(utm, -33, 30, 1979345.46085, -3854394.95341),
        arguments(utm, 70, 9, 0, 7765873.13548),
        arguments(ukv, 50, -5, -179346.14195, -541963.21287),
        arguments(ukv, 60, 3, 306863.90379, 579982.58414),
        arguments(ukv, 54.9, -2.5, 0, 0),
        // +proj=laea +lat_0=-90 +lon_0=0 +R=6371228
        arguments(
            new LambertAzimuthalEqualArea(Ellipsoid.sphere(6371228), -90, 0),
            -60,
            40,
            2119907.29797,
            2526407.13832),
        // +proj=laea +lat_0=0 +lon_0=20 +ellps=GRS80
        arguments(
            new LambertAzimuthalEqualArea(GRS80, 0, 20), 5, -20, -4350007.42392, 588108.13423),
        // +proj=aea +lat_0=23 +lon_0=-96 +lat_1=29.5 +lat_2=45.5 +ellps=GRS80
        arguments(
            new AlbersEqualArea(GRS80, 23, -96, 29.5, 45.5), 35, -75, 1885428.39054, 1535969.28580),
        // +proj=aea +lat_0=0 +lon_0=132 +lat_1=-18 +lat_2=-36 +R=6371000
        arguments(
            new AlbersEqualArea(Ellipsoid.sphere(6371000), 0, 132, -18, -36),
            -35,
            150,
            1629539.04902,
            -3953701.79938),
        arguments(meteosat, 51, 0, 0, 0.128628036608),
        arguments(meteosat, -30, 25, 0.062801391486, -0.084953996939),
        arguments(meteosat, 60, -40, -0.051700784735, 0.137437639191),
        arguments(goes, 18, -66, 0.026198502630, 0.054089644355),
        arguments(goes, 45, -100, -0.049764456646, 0.117330120638),
        arguments(rotated, 50, 10, 0.143300092 * deg, 0.227677005 * deg),
        arguments(hirlam, 45, -5, 0.127140597 * deg, -0.252180137 * deg),
        arguments(hirlam, 60, 25, 0.328956669 * deg, 0.101479814 * deg));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void agreesWithProj(
      Projection projection, double latitude, double longitude, double x, double y) {
    double tolerance =
        projection instanceof SpaceView ? 1e-11 : projection instanceof RotatedLatLon ? 1e-7 : 2e-3;
    PlanePoint point = projection.toPlane(latitude, longitude);
    assertThat(point.x()).isCloseTo(x, within(tolerance));
    assertThat(point.y()).isCloseTo(y, within(tolerance));
    EarthPoint back = projection.toEarth(point.x(), point.y());
    assertThat(back.latitude()).isCloseTo(latitude, within(1e-9));
    assertThat(Math.IEEEremainder(back.longitude() - longitude, 360)).isCloseTo(0, within(1e-9));
  }

  /** {@code Proj("…").get_factors(longitude, latitude).meridian_convergence}. */
  @Test
  void northIsTheMeridianConvergence() {
    assertThat(new LambertConformal(NCEP, 25, -95, 25, 25).northDeg(40, -105))
        .isCloseTo(-4.2261826, within(1e-6));
    assertThat(new TransverseMercator(AIRY, 49, -2, 0.9996012717).northDeg(52.65757, 1.71792))
        .isCloseTo(2.9573754, within(1e-6));
    assertThat(new PolarStereographic(Ellipsoid.WGS84, true, 0, 90).northDeg(70, 30))
        .isCloseTo(30, within(1e-6));
    assertThat(new LambertAzimuthalEqualArea(Ellipsoid.WGS84, 54.9, -2.5).northDeg(50, -5))
        .isCloseTo(-1.9510559, within(1e-6));
    assertThat(new AlbersEqualArea(GRS80, 23, -96, 29.5, 45.5).northDeg(35, -75))
        .isCloseTo(12.6609582, within(1e-6));
    assertThat(new Mercator(NCEP, 0, 20).northDeg(45, -30)).isCloseTo(0, within(1e-9));
    // On its own equator and meridian the rotated grid's north is true north.
    assertThat(new RotatedLatLon(-40, 10, 0).northDeg(50, 10)).isCloseTo(0, within(1e-9));
  }

  @Test
  void whatAPlaneDoesNotShowIsNowhere() {
    Projection meteosat = new SpaceView(MSG, 0, 42164000, SpaceView.Sweep.Y);
    assertThat(meteosat.toPlane(0, 100).x()).isNaN();
    assertThat(meteosat.toPlane(85, 0).x()).isNaN();
    assertThat(meteosat.toEarth(0.2, 0).latitude()).isNaN();
    assertThat(new PolarStereographic(NCEP, true, 0, 60).toPlane(-90, 0).x()).isNaN();
    assertThat(new Mercator(NCEP, 0, 0).toPlane(90, 0).y()).isNaN();
    assertThat(new TransverseMercator(AIRY, 49, -2, 1).toPlane(0, 100).x()).isNaN();
  }

  @Test
  void refusesPlanesThatAreNone() {
    assertThatThrownBy(() -> new LambertConformal(NCEP, 0, 0, 30, -30))
        .hasMessageContaining("parallels 30.0 and -30.0");
    assertThatThrownBy(() -> new Ellipsoid(0, 0)).hasMessageContaining("not the earth");
    assertThatThrownBy(() -> new Mercator(NCEP, 0, 90)).hasMessageContaining("latitude 90");
    assertThatThrownBy(() -> new SpaceView(MSG, 0, 6e6, SpaceView.Sweep.Y))
        .hasMessageContaining("from the centre");
  }

  @Test
  void shiftsDatumsAsProjDoes() {
    Projection britain = new TransverseMercator(AIRY, 49, -2, 0.9996012717);
    Projection nebraska = new TransverseMercator(CLARKE, 0, -105, 0.9996);
    // cs2cs 9.1.1 from WGS 84 to +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 and to
    // +proj=utm +zone=13 +ellps=clrk66 +towgs84=-8,160,176, less the false origins
    shifted(DatumShift.osgb36(britain, AIRY), 52, -1.5, 34423.0072, 333624.3750);
    shifted(DatumShift.osgb36(britain, AIRY), 55.95, -3.2, -74839.7031, 773646.5633);
    shifted(DatumShift.osgb36(britain, AIRY), 51.5, 0.1, 145860.3511, 279986.2156);
    shifted(DatumShift.nad27(nebraska, CLARKE), 44, -103.5, 120310.1732, 4872755.5315);
  }

  private static void shifted(
      Projection shift, double latitude, double longitude, double x, double y) {
    PlanePoint there = shift.toPlane(latitude, longitude);
    assertThat(there.x()).isCloseTo(x, within(0.002));
    assertThat(there.y()).isCloseTo(y, within(0.002));
    EarthPoint back = shift.toEarth(there.x(), there.y());
    assertThat(back.latitude()).isCloseTo(latitude, within(2e-8)); // 2 mm
    assertThat(back.longitude()).isCloseTo(longitude, within(2e-8));
  }
}
