package org.skywatt.core.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
  private static final SiteId ID = new SiteId("farm-1");
  private static final Location PLACE = new Location(29, 1, 800);
  private static final Mount MOUNT = new Mount.Fixed(30, 180);

  @ParameterizedTest
  @CsvSource({
    "90.1, 0, 0, 'latitude 90.1 is outside -90.0 to 90.0 degrees north'",
    "NaN, 0, 0, 'latitude NaN is outside'",
    "0, -180.5, 0, 'longitude -180.5 is outside -180.0 to 180.0 degrees east'",
    "0, 0, 9500, 'elevation 9500.0 is outside -500.0 to 9000.0 m'",
  })
  void places(double latitude, double longitude, double elevationM, String message) {
    assertThatThrownBy(() -> new Location(latitude, longitude, elevationM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "5000, 6000, 'Farm', 'demo', 'none'",
    "0, 6000, 'Farm', 'demo', 'AC capacity 0.0 must be positive and finite (kW)'",
    "Infinity, 6000, 'Farm', 'demo', 'AC capacity Infinity must be positive'",
    "5000, NaN, 'Farm', 'demo', 'DC capacity NaN must be positive'",
    "5000, -1, 'Farm', 'demo', 'DC capacity -1.0 must be positive'",
    "5000, 6000, ' ', 'demo', 'site name is missing'",
    "5000, 6000, , 'demo', 'site name is missing'",
    "5000, 6000, 'Farm', '', 'organisation is missing'",
  })
  void solarSites(double ac, double dc, String name, String organisation, String message) {
    check(() -> new SolarSite(ID, name, organisation, PLACE, ac, dc, MOUNT), message);
  }

  @ParameterizedTest
  @CsvSource({
    "9000, 80, 90, 'V90', 'none'",
    "-9000, 80, 90, 'V90', 'capacity -9000.0 must be positive and finite (kW)'",
    "9000, 9.9, 90, 'V90', 'hub height 9.9 is outside 10.0 to 300.0 m'",
    "9000, NaN, 90, 'V90', 'hub height NaN is outside'",
    "9000, 80, 0, 'V90', 'rotor diameter 0.0 must be positive'",
    "9000, 80, 90, '', 'turbine is missing'",
  })
  void windSites(double capacity, double hub, double rotor, String turbine, String message) {
    check(() -> new WindSite(ID, "Ridge", "demo", PLACE, capacity, hub, rotor, turbine), message);
  }

  @ParameterizedTest
  @CsvSource({
    "-0.1, 180, 'tilt -0.1 is outside 0.0 to 90.0 degrees'",
    "91, 180, 'tilt 91.0 is outside'",
    "30, 360.1, 'azimuth 360.1 is outside 0.0 to 360.0 degrees clockwise from north'",
    "30, NaN, 'azimuth NaN is outside'",
  })
  void fixedMounts(double tilt, double azimuth, String message) {
    check(() -> new Mount.Fixed(tilt, azimuth), message);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 60, 0.4, 'none'",
    "-1, 60, 0.4, 'axis azimuth -1.0 is outside'",
    "0, 91, 0.4, 'greatest tracker angle 91.0 is outside 0.0 to 90.0 degrees'",
    "0, 60, 0, 'ground cover ratio 0.0 must be positive'",
    "0, 60, 1.1, 'ground cover ratio 1.1 is outside 0.0 to 1.0 fraction'",
  })
  void trackers(double axis, double angle, double cover, String message) {
    check(() -> new Mount.SingleAxisTracker(axis, angle, cover), message);
  }

  private interface Construction {
    Object run();
  }

  private static void check(Construction construction, String message) {
    if (message.equals("none")) {
      assertThat(construction.run()).isNotNull();
    } else {
      assertThatThrownBy(construction::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(message);
    }
  }

  @Test
  void partsAreNeeded() {
    assertThatThrownBy(() -> new SolarSite(null, "a", "b", PLACE, 1, 1, MOUNT))
        .hasMessage("a solar site needs an id, a location and a mount");
    assertThatThrownBy(() -> new SolarSite(ID, "a", "b", PLACE, 1, 1, null))
        .hasMessage("a solar site needs an id, a location and a mount");
    assertThatThrownBy(() -> new WindSite(ID, "a", "b", null, 1, 80, 90, "V90"))
        .hasMessage("a wind site needs an id and a location");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Farm", "farm 1", ".farm", "-farm", "../farm", "farm/1", "fàrm"})
  void idsThatNeedEscapingAreRefused(String id) {
    assertThatThrownBy(() -> new SiteId(id)).hasMessageContaining("site id '" + id + "' must be");
  }

  @Test
  void idsHaveAtMost64Characters() {
    assertThat(new SiteId("a".repeat(64)).value()).hasSize(64);
    assertThatThrownBy(() -> new SiteId("a".repeat(65))).hasMessageContaining("1 to 64");
    assertThatThrownBy(() -> new SiteId(null)).hasMessageContaining("1 to 64");
  }
}
