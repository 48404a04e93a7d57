package org.skywatt.core.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.projection.EarthPoint;
import org.skywatt.core.projection.Ellipsoid;
import org.skywatt.core.projection.PlanePoint;
import org.skywatt.core.projection.SpaceView;

class ViewGeometryTest {
  private static SpaceView view(double longitude, double height) {
    return new SpaceView(
        Ellipsoid.WGS84, longitude, Ellipsoid.WGS84.semiMajor() + height, SpaceView.Sweep.Y);
  }

  /** GOES-R Product User's Guide, volume 3, 5.1.2.8: its worked example. */
  @Test
  void navigatesAsTheGoesGuideDoes() {
    SpaceView goes =
        new SpaceView(new Ellipsoid(6378137, 6356752.31414), -75, 42164160, SpaceView.Sweep.X);
    EarthPoint place = goes.toEarth(-0.024052, 0.095340);
    assertThat(place.latitude()).isCloseTo(33.846162, within(2e-6));
    assertThat(place.longitude()).isCloseTo(-84.690932, within(2e-6));
    PlanePoint seen = goes.toPlane(33.846162, -84.690932);
    // A tenth of a pixel of 2 km is 5.6e-6.
    assertThat(seen.x()).isCloseTo(-0.024052, within(1e-7));
    assertThat(seen.y()).isCloseTo(0.095340, within(1e-7));
  }

  /**
   * {@code pyproj.Transformer.from_crs(4979, 4978)} of the cloud's top, the direction to it from
   * the satellite by its angles, and {@code +proj=geos +ellps=WGS84 +sweep=y} back (PROJ 9).
   */
  @ParameterizedTest
  @CsvSource({
    "0, 35785831, 50, 10, 8000, 50.1127046, 10.0403708",
    "0, 35785831, -35, 25, 12000, -35.0951298, 25.0942205",
    "-75.2, 35786023, 40, -105, 10000, 40.0978580, -105.1136980",
    "140.7, 35785863, 35, 135, 14000, 35.1085214, 134.9769995",
    "9.5, 35785831, 56, -3, 5000, 56.0921419, -3.0441052"
  })
  void cloudsAreSeenBeforeGroundFartherAway(
      double below, double up, double lat, double lon, double height, double toLat, double toLon) {
    EarthPoint seen = Parallax.apparentPlace(view(below, up), lat, lon, height);
    assertThat(seen.latitude()).isCloseTo(toLat, within(1e-6));
    assertThat(seen.longitude()).isCloseTo(toLon, within(1e-6));
  }

  /**
   * {@code satpy.modifiers.parallax.get_parallax_corrected_lonlats} (0.60.0), which takes the earth
   * for a sphere and the slant for straight: their shifts are within 3% of each other.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 35786000, 50, 10, 8000, 49.8876968, 9.9598810",
    "0, 35786000, -35, 25, 12000, -34.9053902, 24.9062468",
    "-75.2, 35786023, 40, -105, 10000, 39.9025742, -104.8869111",
    "140.7, 35786000, 35, 135, 14000, 34.8921565, 135.0228795",
    "9.5, 35785831, 56, -3, 5000, 55.9080582, -2.9561405"
  })
  void cloudsStandNearerThanTheGroundBehindThem(
      double below, double up, double lat, double lon, double height, double toLat, double toLon) {
    EarthPoint stands = Parallax.truePlace(view(below, up), lat, lon, height);
    assertThat(stands.latitude() - lat)
        .isCloseTo(toLat - lat, within(0.03 * Math.abs(toLat - lat)));
    assertThat(stands.longitude() - lon)
        .isCloseTo(toLon - lon, within(0.03 * Math.abs(toLon - lon)));
  }

  @Property
  void parallaxGoesBothWays(
      @ForAll @DoubleRange(min = -65, max = 65) double latitude,
      @ForAll @DoubleRange(min = -65, max = 65) double longitude,
      @ForAll @DoubleRange(min = 0, max = 20_000) double height) {
    SpaceView meteosat = view(0, 35785831);
    EarthPoint stands = Parallax.truePlace(meteosat, latitude, longitude, height);
    if (Double.isNaN(stands.latitude())) {
      return; // beyond the limb
    }
    EarthPoint seen =
        Parallax.apparentPlace(meteosat, stands.latitude(), stands.longitude(), height);
    assertThat(seen.latitude()).isCloseTo(latitude, within(2e-4));
    assertThat(seen.longitude()).isCloseTo(longitude, within(2e-4));
  }

  @Test
  void nothingIsSeenBeyondTheLimb() {
    SpaceView meteosat = view(0, 35785831);
    assertThat(Parallax.truePlace(meteosat, 0, 100, 5000).latitude()).isNaN();
    assertThat(Parallax.apparentPlace(meteosat, 85, 0, 5000).latitude()).isNaN();
    assertThat(ViewAngle.of(meteosat, 0, 100).zenithDeg()).isNaN();
    assertThat(ViewAngle.of(meteosat, 0, 81.2).zenithDeg()).isCloseTo(89.9, within(0.2));
  }

  /**
   * {@code pyorbital.orbital.get_observer_look} (1.13.0) with the satellite at 35,786 km, and
   * {@code 90 − elevation}. Its rounded constants and its equinox are worth a hundredth of a
   * degree.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 50, 10, 192.97077887, 58.07344067",
    "0, -35, 25, 320.86377874, 48.55263798",
    "-75.2, 40, -105, 138.27438627, 55.47409534",
    "140.7, 35, 135, 170.1202106, 41.08064118",
    "9.5, 56, -3, 165.02039918, 64.74515953"
  })
  void anglesOfTheSatellite(double below, double lat, double lon, double azimuth, double zenith) {
    ViewAngle angle = ViewAngle.of(view(below, 35786000), lat, lon);
    assertThat(angle.azimuthDeg()).isCloseTo(azimuth, within(0.01));
    assertThat(angle.zenithDeg()).isCloseTo(zenith, within(0.01));
  }

  @Test
  void scatteringBackAndForth() {
    assertThat(ScatteringAngle.angleDeg(30, 140, 30, 140)).isCloseTo(180, within(1e-5));
    assertThat(ScatteringAngle.angleDeg(30, 140, 40, 320)).isCloseTo(110, within(1e-9));
    assertThat(ScatteringAngle.angleDeg(90, 10, 0, 77)).isCloseTo(90, within(1e-9));
    assertThat(ScatteringAngle.angleDeg(Double.NaN, 10, 0, 77)).isNaN();
  }
}
