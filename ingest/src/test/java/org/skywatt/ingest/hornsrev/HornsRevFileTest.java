package org.skywatt.ingest.hornsrev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.variable.Variable;

class HornsRevFileTest {
  private static final String HEADER = "valid_time,power,u10,v10,u100,v100\n";

  @TempDir private Path folder;

  private HornsRevFile read(String rows) throws IOException {
    return HornsRevFile.read(Files.writeString(folder.resolve("hornsrev.csv"), HEADER + rows));
  }

  @Test
  void midnightIsTheLastHourOfTheDaysRun() throws IOException {
    HornsRevFile file = read("20150101 01:00,,6,3,9,4\n20150102 00:00,0.5,6,3,9,4\n");
    assertThat(file.nwp()).hasSize(2);
    assertThat(file.nwp())
        .allSatisfy(
            sample -> {
              assertThat(sample.initTime()).isEqualTo(Instant.parse("2015-01-01T00:00:00Z"));
              assertThat(sample.get(Variable.WIND_U_100M)).isEqualTo(9);
              assertThat(sample.get(Variable.GHI)).isNaN();
            });
    assertThat(file.generation()).hasSize(1);
    GenerationSample power = file.generation().get(0);
    assertThat(power.powerKw()).isCloseTo(80_000, within(1e-6));
    assertThat(power.start()).isEqualTo(Instant.parse("2015-01-01T23:00:00Z"));
    assertThat(power.availableAt()).isEqualTo(Instant.parse("2015-01-02T00:00:00Z"));
  }

  @Test
  void badRowsAreRefusedAndTheRestIsKept() throws IOException {
    HornsRevFile file =
        read(
            """
            2015-01-01T01:00:00Z,0.1,6,3,9,4
            20150101 25:00,0.1,6,3,9,4
            20150101 03:00,160,6,3,9,4
            20150101 04:00,-0.1,6,3,9,4
            20150101 05:00,x,6,3,9,4
            20150101 06:00,0.1,6,3,9,4
            """);
    assertThat(file.nwp()).hasSize(1);
    assertThat(file.rejections().count()).isEqualTo(5);
    assertThat(file.rejections().reasons().get(0)).contains("line 2, valid_time", "20170131 23:00");
    assertThat(file.rejections().reasons().get(2))
        .isEqualTo("line 4, power: 160.0 is no fraction of capacity");
  }

  @Test
  void aFileWithoutItsColumnsIsRefused() throws IOException {
    Path other = Files.writeString(folder.resolve("other.csv"), "time,power\n1,2\n");
    assertThatThrownBy(() -> HornsRevFile.read(other)).isInstanceOf(IOException.class);
    assertThat(read("").nwp()).isEmpty();
  }
}
