package org.skywatt.core.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BandsTest {
  /** Satpy 0.60.0 on a real segment of Meteosat-9: radiance, then brightness temperature. */
  @Test
  void brightnessTemperatureIsSatpys() {
    ThermalBand band = SeviriBands.find(322).orElseThrow().thermal(9).orElseThrow();
    assertThat(band.brightnessTemperature(123.43147277832031)).isCloseTo(306.63464, within(1e-3));
    assertThat(band.brightnessTemperature(17.017959594726562)).isCloseTo(211.14093, within(1e-3));
  }

  /** The same with HRV, and the distance of the sun that Satpy takes. */
  @Test
  void reflectanceIsSatpys() {
    SolarBand band =
        SeviriBands.find(322).orElseThrow().solar(12, 0.9981144851977191).orElseThrow();
    assertThat(band.reflectance(2.274991512298584)).isCloseTo(0.09011584, within(1e-7));
    assertThat(band.reflectance(12.871663093566895)).isCloseTo(0.50986595, within(1e-7));
  }

  @Property
  void radianceAndTemperatureGoBothWays(
      @ForAll @IntRange(min = 321, max = 324) int spacecraft,
      @ForAll @IntRange(min = 4, max = 11) int channel,
      @ForAll @DoubleRange(min = 170, max = 340) double temperature) {
    ThermalBand band = SeviriBands.find(spacecraft).orElseThrow().thermal(channel).orElseThrow();
    double radiance = band.radiance(temperature);
    assertThat(band.brightnessTemperature(radiance)).isCloseTo(temperature, within(1e-8));
  }

  @Test
  void eachChannelIsOfOneKind() {
    SeviriBands bands = SeviriBands.find(323).orElseThrow();
    assertThat(bands.satelliteName()).isEqualTo("Meteosat-10");
    for (int channel = 1; channel <= 12; channel++) {
      assertThat(bands.solar(channel, 1).isPresent())
          .isNotEqualTo(bands.thermal(channel).isPresent());
    }
    assertThat(SeviriBands.find(320)).isEmpty();
    assertThat(SeviriBands.find(325)).isEmpty();
    assertThatThrownBy(() -> SeviriBands.channelName(13)).hasMessageContaining("no channel 13");
  }

  @Test
  void whatIsMissingStaysMissing() {
    ThermalBand band = ThermalBand.ofWavenumber(930, 0.998, 0.6);
    assertThat(band.brightnessTemperature(0)).isNaN();
    assertThat(band.brightnessTemperature(-1)).isNaN();
    assertThat(band.brightnessTemperature(Double.NaN)).isNaN();
    assertThat(SolarBand.bidirectional(0.5, Math.cos(Math.toRadians(60))))
        .isCloseTo(1, within(1e-9));
    assertThat(SolarBand.bidirectional(0.5, 0.01)).isNaN();
    assertThat(SolarBand.bidirectional(0.5, Double.NaN)).isNaN();
    assertThatThrownBy(() -> new SolarBand(-999)).hasMessageContaining("no solar band");
    assertThatThrownBy(() -> new ThermalBand(-999, 1, 0, 1)).hasMessageContaining("no infrared");
  }
}
