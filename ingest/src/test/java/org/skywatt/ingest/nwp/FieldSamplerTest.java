package org.skywatt.ingest.nwp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.WindSite;
import org.skywatt.ingest.assembly.SampledField;
import org.skywatt.ingest.field.CfCode;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.field.FieldLevel;
import org.skywatt.ingest.field.Member;
import org.skywatt.ingest.field.StepType;
import org.skywatt.ingest.file.Reasons;
import org.skywatt.ingest.meaning.UnknownUnitException;
import org.skywatt.ingest.sampling.Method;

class FieldSamplerTest {
  private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
  private static final LatLonGrid GRID = new LatLonGrid(50, -1, 2, 8, 1, 2);
  private static final List<WindSite> SITES =
      List.of(
          new WindSite(
              new SiteId("a"), "a", "demo", new Location(49.5, 8.5, 900), 1000, 80, 90, "any"));

  private final Reasons reasons = new Reasons();

  private static Field field(String standardName, String units, float... values) {
    FieldHeader header =
        new FieldHeader(
            new CfCode("x", standardName, units),
            FieldLevel.SURFACE,
            NOON,
            NOON,
            StepType.INSTANT,
            Duration.ZERO,
            Member.CONTROL);
    return new Field(0, "x", header, GRID, false, "regular_ll", "none", values);
  }

  private float sample(boolean siteHeight, Grounds grounds, Field field)
      throws UnknownUnitException {
    SamplingOptions options = new SamplingOptions(Method.BILINEAR, siteHeight);
    SampledField sampled =
        new FieldSampler("test", SITES, options, grounds, reasons).sample(field).orElseThrow();
    return sampled.values()[0];
  }

  @Test
  void movesTemperatureAndPressureToTheSitesHeight() throws UnknownUnitException {
    Grounds grounds = new Grounds();
    grounds.add(field("surface_altitude", "m", 400, 400, 600, 600));
    Field celsius = field("air_temperature", "degC", 10, 10, 12, 12);
    // 11 °C at 500 m, 400 m lower than the site: 2.6 K warmer than there.
    assertThat(sample(true, grounds, celsius)).isCloseTo(281.55f, within(1e-3f));
    assertThat(sample(false, grounds, celsius)).isCloseTo(284.15f, within(1e-3f));
    // ISO 2533: 95461 Pa at 500 m, 90971 Pa at 900 m.
    Field pressure = field("surface_air_pressure", "hPa", 954.61f, 954.61f, 954.61f, 954.61f);
    assertThat(sample(true, grounds, pressure)).isCloseTo(90971f, within(3f));
    assertThat(reasons.list()).isEmpty();
  }

  @Test
  void saysSoWhereTheGroundIsNotKnown() throws UnknownUnitException {
    assertThat(sample(true, new Grounds(), field("air_temperature", "K", 280, 280, 280, 280)))
        .isEqualTo(280);
    assertThat(reasons.list()).singleElement().asString().contains("ground of test is not known");
  }

  @Test
  void wantsWhatIsUsedAndWhatMustBeRefused() {
    assertThat(FieldSampler.wants(field("air_temperature", "K").header())).isTrue();
    assertThat(FieldSampler.wants(field("sea_water_temperature", "K").header())).isFalse();
    Field odd = field("air_temperature", "furlong", 1, 1, 1, 1);
    assertThat(FieldSampler.wants(odd.header())).isTrue();
    FieldSampler sampler = new FieldSampler("test", SITES, reasons);
    assertThatThrownBy(() -> sampler.sample(odd)).hasMessageContaining("'furlong'");
  }
}
