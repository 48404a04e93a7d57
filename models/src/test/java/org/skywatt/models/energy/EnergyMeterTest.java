package org.skywatt.models.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.run.EnergyTier;

class EnergyMeterTest {
  @TempDir Path powercap;

  private void counter(String zone, long microjoules) throws IOException {
    Path folder = Files.createDirectories(powercap.resolve(zone));
    Files.writeString(folder.resolve("energy_uj"), microjoules + "\n");
    Files.writeString(folder.resolve("max_energy_range_uj"), "262143328850\n");
  }

  @Test
  void countersAreReadByDifferenceOverAllPackages() throws IOException {
    counter("intel-rapl:0", 1_000_000);
    counter("intel-rapl:0:0", 500_000); // a part of package 0, counted in it
    counter("intel-rapl:1", 7_000_000);
    EnergyMeter meter = EnergyMeter.start(new RaplCounters(powercap));
    counter("intel-rapl:0", 3_500_000);
    counter("intel-rapl:0:0", 9_000_000);
    counter("intel-rapl:1", 8_000_000);
    assertThat(meter.stop()).isEqualTo(new Energy(3.5, EnergyTier.MEASURED));
    counter("intel-rapl:1", 9_000_000);
    assertThat(meter.stop().joules()).isEqualTo(4.5);
  }

  @Test
  void aCounterThatWentBackHasWrapped() throws IOException {
    counter("intel-rapl:0", 262_143_328_850L - 2_000_000);
    EnergyMeter meter = EnergyMeter.start(new RaplCounters(powercap));
    counter("intel-rapl:0", 1_000_000);
    assertThat(meter.stop().joules()).isCloseTo(3, within(1e-9));
  }

  @Test
  void withoutCountersProcessorTimeIsModelled() throws IOException {
    for (Path folder : new Path[] {powercap, powercap.resolve("absent")}) {
      assertModelled(EnergyMeter.start(new RaplCounters(folder)));
    }
    counter("intel-rapl:0", 1);
    Files.writeString(powercap.resolve("intel-rapl:0/energy_uj"), "not a number");
    assertModelled(EnergyMeter.start(new RaplCounters(powercap)));
  }

  @Test
  void countersThatVanishAreNotBelieved() throws IOException {
    counter("intel-rapl:0", 1_000_000);
    EnergyMeter meter = EnergyMeter.start(new RaplCounters(powercap));
    Files.delete(powercap.resolve("intel-rapl:0/energy_uj"));
    assertModelled(meter);
  }

  @Test
  void workOfOtherProcessesIsModelledUnlessTheCountersTellIt() throws IOException {
    counter("intel-rapl:0", 1_000_000);
    long[] seconds = {10, 100}; // on this machine, and on others
    EnergyMeter.OtherProcesses others =
        here -> 1_000_000_000L * (seconds[1] + (here ? seconds[0] : 0));
    EnergyMeter measured = EnergyMeter.start(new RaplCounters(powercap), others);
    EnergyMeter modelled = EnergyMeter.start(new RaplCounters(powercap.resolve("no")), others);
    counter("intel-rapl:0", 3_000_000);
    assertThat(measured.stop()).isEqualTo(new Energy(2, EnergyTier.MEASURED));
    seconds[0] = 12;
    seconds[1] = 103;
    double far = 3 * EnergyMeter.WATTS_A_CORE;
    assertThat(measured.stop()).isEqualTo(new Energy(2 + far, EnergyTier.MODELLED));
    assertThat(modelled.stop().joules()).isGreaterThanOrEqualTo(5 * EnergyMeter.WATTS_A_CORE);
  }

  private static void assertModelled(EnergyMeter meter) {
    // The processor clock ticks in hundredths of a second, or slower on a busy machine.
    long start = System.nanoTime();
    while (meter.stop().joules() == 0 && System.nanoTime() - start < 20_000_000_000L) {
      Thread.onSpinWait();
    }
    Energy energy = meter.stop();
    assertThat(energy.tier()).isEqualTo(EnergyTier.MODELLED);
    assertThat(energy.joules()).isPositive();
  }

  @Test
  void aSumIsKnownAsWellAsItsWorsePart() {
    Energy measured = new Energy(2, EnergyTier.MEASURED);
    Energy constant = new Energy(3, EnergyTier.CONSTANT);
    assertThat(measured.plus(constant)).isEqualTo(new Energy(5, EnergyTier.CONSTANT));
    assertThat(constant.plus(measured)).isEqualTo(new Energy(5, EnergyTier.CONSTANT));
    assertThat(measured.plus(measured)).isEqualTo(new Energy(4, EnergyTier.MEASURED));
  }
}
