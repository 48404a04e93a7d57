package org.skywatt.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;

class SitesCsvReaderTest {
  private static final String HEADER =
      "id,name,organisation,technology,latitude,longitude,elevation_m,capacity_kw,dc_capacity_kw,"
          + "tilt_deg,azimuth_deg,hub_height_m,rotor_diameter_m,turbine\n";
  private static final String WIND =
      "ridge,\"Ridge, upper\",demo,wind,29,1,800,9000,,,,80,90,V90\n";

  @TempDir Path folder;

  private SitesCsvReader.Result read(String text) throws IOException {
    return SitesCsvReader.read(Files.writeString(folder.resolve("sites.csv"), text));
  }

  @Test
  void readsBothKinds() throws IOException {
    SitesCsvReader.Result result =
        read(HEADER + WIND + "farm,Farm,demo,Solar,28.5,-0.5,20,5000,6000,25,180,,,\n");
    assertThat(result.rejections().count()).isZero();
    assertThat(result.sites())
        .containsExactly(
            new SolarSite(
                new SiteId("farm"),
                "Farm",
                "demo",
                new Location(28.5, -0.5, 20),
                5000,
                6000,
                new Mount.Fixed(25, 180)),
            new WindSite(
                new SiteId("ridge"),
                "Ridge, upper",
                "demo",
                new Location(29, 1, 800),
                9000,
                80,
                90,
                "V90"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Farm 1,Farm,demo,solar,28.5,-0.5,20,5000,6000,25,180,,, | site id 'Farm 1' must be",
        "farm,Farm,demo,solar,98.5,-0.5,20,5000,6000,25,180,,, | latitude 98.5 is outside",
        "farm,Farm,demo,solar,28.5,-0.5,20,,6000,25,180,,, | AC capacity NaN must be positive",
        "farm,Farm,demo,solar,28.5,-0.5,20,5000,6000,,180,,, | tilt NaN is outside",
        "farm,Farm,,solar,28.5,-0.5,20,5000,6000,25,180,,, | organisation is missing",
        "farm,Farm,demo,tidal,28.5,-0.5,20,5000,6000,25,180,,, | 'tidal' is unknown",
        "farm,Farm,demo,wind,28.5,-0.5,20,5000,,,,3,90,V90 | hub height 3.0 is outside",
        "ridge,Ridge,demo,wind,29,1,800,9000,,,,80,90,V90 | site ridge is there twice",
      })
  void refusesRowsThatMakeNoSite(String row, String reason) throws IOException {
    SitesCsvReader.Result result = read(HEADER + WIND + row + "\n");
    assertThat(result.sites()).hasSize(1);
    assertThat(result.rejections().first()).hasSize(1);
    assertThat(result.rejections().first().get(0).line()).isEqualTo(3);
    assertThat(result.rejections().first().get(0).reason()).contains(reason);
  }

  @Test
  void refusesAnotherTable() {
    assertThatThrownBy(() -> read("site,lat,lon\n")).hasMessageContaining("missing column id");
  }
}
