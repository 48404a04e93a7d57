package org.skywatt.ingest.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.solar.ClearSky;
import org.skywatt.core.solar.GeocentricSun;
import org.skywatt.core.solar.SolarPosition;

class InstantMeansTest {
  private static final Location PLACE = new Location(48, 11, 500);
  private static final SolarSite SITE =
      new SolarSite(new SiteId("a"), "a", "demo", PLACE, 100, 120, new Mount.Fixed(30, 180));

  private static double clear(Instant time) {
    return ClearSky.ineichen(
            SolarPosition.of(time, PLACE), GeocentricSun.at(time), PLACE.elevationM(), 3)
        .ghi();
  }

  /** Sun through an even veil: the mean must be what minutes add up to, at noon and at dawn. */
  @Test
  void followsTheSunBetweenInstants() {
    TreeMap<Instant, float[]> instants = new TreeMap<>();
    Instant day = Instant.parse("2026-06-21T00:00:00Z");
    for (int hour = 0; hour <= 24; hour++) {
      Instant time = day.plusSeconds(3600L * hour);
      instants.put(time, new float[] {(float) (0.6 * clear(time))});
    }
    var means = new InstantMeans(List.of(SITE)).shortwave(instants, new Steps(instants.keySet()));
    assertThat(means).hasSize(24);
    means.forEach(
        (end, mean) -> {
          double sum = 0;
          for (int minute = 0; minute < 60; minute++) {
            sum += 0.6 * clear(end.minusSeconds(3570 - 60L * minute));
          }
          assertThat((double) mean[0]).as(end.toString()).isCloseTo(sum / 60, within(1.5));
        });
  }

  @Test
  void makesUpNothing() {
    TreeMap<Instant, float[]> instants = new TreeMap<>();
    Instant noon = Instant.parse("2026-06-21T11:00:00Z");
    instants.put(noon, new float[] {500});
    instants.put(noon.plusSeconds(3600), new float[] {Float.NaN});
    instants.put(noon.plusSeconds(7200), new float[] {500});
    instants.put(noon.plusSeconds(4 * 3600), new float[] {500}); // an hour is missing
    instants.put(noon.plusSeconds(5 * 3600), new float[] {500});
    Steps steps = new Steps(instants.keySet());
    var shortwave = new InstantMeans(List.of(SITE)).shortwave(instants, steps);
    assertThat(shortwave.keySet())
        .containsExactly(
            noon.plusSeconds(3600), noon.plusSeconds(7200), noon.plusSeconds(5 * 3600));
    assertThat(shortwave.get(noon.plusSeconds(3600))[0]).isNaN();
    assertThat(InstantMeans.linear(instants, steps).get(noon.plusSeconds(5 * 3600))[0])
        .isEqualTo(500);
  }
}
