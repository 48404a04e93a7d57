package org.skywatt.ingest.bangkok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BangkokFilesTest {
  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".csv.gz")))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @BeforeEach
  void aQuarterHour() throws IOException {
    String time = "2023-01-01 07:00:00,";
    write("pv_2023", "datetime,Ptot (kW)\n" + time + "1.5\n");
    write("irradiance_2023", "Datetime,Irradiance (W/m2)\n" + time + "300\n");
    write("cloudindex_2023", "Datetime,CI_CM,CI_RGB\n" + time + "10,20\n");
    write("nwp_2023", "Datetime,Inwp,Tnwp\n" + time + "310,25\n");
    write("clearsky_2023", "Datetime,Iclr\n" + time + "320\n");
    write("temperature_2023", "Datetime,Temp (degree C)\n" + time + "26\n");
  }

  @Test
  void localTimesBecomeUtcAndGapsAreMissing() throws IOException {
    write("pv_2024", "datetime,Ptot (kW)\n2023-01-01 07:45:00,2.5\n2023-01-01 07:15:00,2\n");
    BangkokFiles files = BangkokFiles.read(folder);
    assertThat(files.start()).isEqualTo(Instant.parse("2023-01-01T00:00:00Z"));
    assertThat(files.values().get(Series.POWER_KW)).containsExactly(1.5, 2, Double.NaN, 2.5);
    assertThat(files.values().get(Series.BRIGHTNESS)[0]).isEqualTo(20);
    assertThat(files.values().get(Series.TEMPERATURE_C)).hasSize(4);
    assertThat(files.refused()).isEmpty();
  }

  @Test
  void badRowsAreRefusedAndTheRestIsKept() throws IOException {
    write(
        "pv_2024",
        """
        datetime,Ptot (kW)
        2023-01-01 07:00:00,9
        2023-01-01 07:07:00,1
        01/01/2023 07:15,1
        2023-01-01 07:30:00,1500
        2023-01-01 07:45:00,x
        2023-01-01 08:00:00,1
        """);
    BangkokFiles files = BangkokFiles.read(folder);
    assertThat(files.refused()).hasSize(5);
    assertThat(files.refused().get(0)).isEqualTo("pv_2024.csv.gz line 2, datetime: is there twice");
    assertThat(files.refused().get(3)).contains("line 5, ptot (kw): 1500.0 is out of range");
    assertThat(files.values().get(Series.POWER_KW)[4]).isEqualTo(1);
  }

  @Test
  void whatCannotBeUsedIsRefused() throws IOException {
    write("pv_2024", "datetime,Ptot (kW)\n2123-01-01 07:00:00,1\n");
    assertThatThrownBy(() -> BangkokFiles.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("over 20 years");
    Files.write(folder.resolve("pv_2024.csv.gz"), new byte[] {31, -117, 8, 0, 1});
    assertThatThrownBy(() -> BangkokFiles.read(folder)).isInstanceOf(IOException.class);
    Files.delete(folder.resolve("pv_2024.csv.gz"));
    Files.delete(folder.resolve("nwp_2023.csv.gz"));
    assertThatThrownBy(() -> BangkokFiles.read(folder))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("nwp_YEAR.csv.gz");
  }
}
