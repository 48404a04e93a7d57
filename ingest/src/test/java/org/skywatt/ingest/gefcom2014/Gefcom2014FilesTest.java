package org.skywatt.ingest.gefcom2014;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.variable.Variable;
import org.skywatt.ingest.file.Sampled;
import org.skywatt.ingest.file.UnreadableFileException;

class Gefcom2014FilesTest {
  private static final String HEADER =
      "zone,valid_time,power,tclw,tciw,sp,r,tcc,u10,v10,t2m,ssrd,strd,tsr,tp\n";
  private static final Offset<Float> FLOAT_WM2 = within(1e-3f);

  @TempDir Path folder;

  private static Path shared(String name) {
    Path file = Path.of(System.getProperty("skywatt.shared", "absent"), "gefcom2014", name);
    Assumptions.assumeTrue(Files.isRegularFile(file), () -> file + " is not there");
    return file;
  }

  private static NwpSample nwp(List<NwpSample> samples, String site, String validTime) {
    Instant time = Instant.parse(validTime);
    return samples.stream()
        .filter(sample -> sample.siteId().equals(site) && sample.validTime().equals(time))
        .findFirst()
        .orElseThrow();
  }

  /** Rates by hand from the file's sums, as {@code (5612754 − 5027327) / 3600}. */
  @Test
  void solarSumsBecomeMeansOfTheHour() throws IOException {
    Sampled<NwpSample> sampled = Gefcom2014Files.nwp(shared("solar.csv.gz"), "solar");
    assertThat(sampled.rows()).hasSize(3 * 15360);
    assertThat(sampled.refused()).isZero();
    String zone2 = "gefcom2014-solar-02";
    NwpSample first = nwp(sampled.rows(), zone2, "2013-06-15T01:00:00Z");
    assertThat(first.get(Variable.GHI)).isCloseTo(1616200 / 3600f, FLOAT_WM2);
    NwpSample fifth = nwp(sampled.rows(), zone2, "2013-06-15T05:00:00Z");
    assertThat(fifth.get(Variable.GHI)).isCloseTo(585427 / 3600f, FLOAT_WM2);
    assertThat(fifth.get(Variable.LONGWAVE_DOWN)).isCloseTo(1204963 / 3600f, FLOAT_WM2);
    assertThat(fifth.get(Variable.TOA_NET_SHORTWAVE)).isCloseTo(901993 / 3600f, FLOAT_WM2);
    assertThat(fifth.get(Variable.RELATIVE_HUMIDITY)).isCloseTo(0.5691174f, within(1e-6f));
    NwpSample last = nwp(sampled.rows(), zone2, "2013-06-16T00:00:00Z");
    assertThat(last.get(Variable.GHI)).isCloseTo(1028734 / 3600f, FLOAT_WM2);
    assertThat(last.initTime()).isEqualTo("2013-06-01T00:00:00Z");
    assertThat(last.availableAt()).isEqualTo("2013-06-01T00:00:00Z");
  }

  @Test
  void powerIsKnownWhenItsMonthIsOver() throws IOException {
    Sampled<GenerationSample> solar = Gefcom2014Files.generation(shared("solar.csv.gz"), "solar");
    assertThat(solar.rows()).hasSize(3 * 15360);
    GenerationSample last =
        solar.rows().stream()
            .filter(sample -> sample.siteId().equals("gefcom2014-solar-02"))
            .filter(sample -> sample.end().equals(Instant.parse("2013-06-15T05:00:00Z")))
            .findFirst()
            .orElseThrow();
    assertThat(last.powerKw()).isCloseTo(0.532894736842105 * 4.94, within(1e-12));
    assertThat(last.start()).isEqualTo("2013-06-15T04:00:00Z");
    assertThat(last.availableAt()).isEqualTo("2013-07-01T00:00:00Z");
    assertThat(Gefcom2014Files.monthStart(Instant.parse("2013-07-01T00:00:00Z")))
        .isEqualTo("2013-06-01T00:00:00Z");
  }

  @Test
  void windHasNoSums() throws IOException {
    Path file = shared("wind.csv.gz");
    Sampled<NwpSample> nwp = Gefcom2014Files.nwp(file, "wind");
    assertThat(nwp.rows()).hasSize(146160);
    NwpSample first = nwp(nwp.rows(), "gefcom2014-wind-01", "2012-01-01T01:00:00Z");
    assertThat(first.get(Variable.WIND_U_100M)).isEqualTo((float) 2.86427959225713);
    assertThat(first.get(Variable.GHI)).isNaN();
    assertThat(Gefcom2014Files.generation(file, "wind").rows()).hasSize(146160 - 56);
  }

  private Path gzip(String content) throws IOException {
    Path file = folder.resolve("solar.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static String row(String zone, String time, String ssrd, String strd) {
    return zone + "," + time + ",0.5,0,0,90000,50,0.5,1,1,280," + ssrd + "," + strd + ",7200,0\n";
  }

  @Test
  void aMissingHourMakesTheNextOneUnknown() throws IOException {
    Path file =
        gzip(
            HEADER
                + row("1", "2012-04-01T01:00:00Z", "3600", "7200")
                + row("1", "2012-04-01T02:00:00Z", "7200", "14400")
                + row("1", "2012-04-01T04:00:00Z", "18000", "36000")
                + row("1", "2012-04-01T05:00:00Z", "", "43200")
                + row("1", "2012-04-01T06:00:00Z", "36000", "57600"));
    List<NwpSample> rows = Gefcom2014Files.nwp(file, "solar").rows();
    assertThat(rows)
        .extracting(sample -> sample.get(Variable.GHI))
        .containsExactly(1f, 1f, Float.NaN, Float.NaN, Float.NaN);
    assertThat(rows)
        .extracting(sample -> sample.get(Variable.LONGWAVE_DOWN))
        .containsExactly(2f, 2f, Float.NaN, 2f, 4f);
  }

  @Test
  void badRowsAreRefusedAndTheRestGoesOn() throws IOException {
    Path file =
        gzip(
            HEADER
                + row("1", "2012-04-01T01:00:00Z", "3600", "7200")
                + row("1", "2012-04-01T02:00:00Z", "7200", "much")
                + row("1", "2012-04-01T03:00:00Z", "10800", "21600")
                + row("4", "2012-04-01T01:00:00Z", "1", "1")
                + row("1.5", "2012-04-01T01:00:00Z", "1", "1")
                + row("2", "1 April 2012", "1", "1")
                + "2,2012-04-01T01:00:00Z\n"
                + row("2", "2012-04-01T01:00:00Z", "3600", "7200"));
    Sampled<NwpSample> sampled = Gefcom2014Files.nwp(file, "solar");
    assertThat(sampled.rows()).hasSize(3);
    assertThat(sampled.refused()).isEqualTo(5);
    assertThat(sampled.reasons().get(0))
        .isEqualTo("line 3, strd: 'much' is not a number; write one like 1234.5");
    assertThat(sampled.reasons().get(1)).isEqualTo("line 5, zone: '4' is not 1 to 3");
    assertThat(sampled.reasons().get(2)).isEqualTo("line 6, zone: '1.5' is not 1 to 3");
    assertThat(sampled.reasons().get(3)).startsWith("line 7, valid_time: '1 April 2012'");
    assertThat(sampled.reasons().get(4)).startsWith("line 8: has 2 fields");
    // The refused row of 02:00 leaves no half of itself behind: 03:00 is not two hours' sum.
    assertThat(sampled.rows().get(1).get(Variable.GHI)).isNaN();
    assertThat(sampled.rows().get(1).get(Variable.LONGWAVE_DOWN)).isNaN();
  }

  @Test
  void aMissingColumnIsNamed() throws IOException {
    Path file = gzip("zone,valid_time,power,u10,v10\n1,2012-01-01T01:00:00Z,0,1,1\n");
    assertThatThrownBy(() -> Gefcom2014Files.nwp(file, "wind"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("solar.csv.gz, header: missing column u100, v100")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    StringBuilder content = new StringBuilder(HEADER);
    for (int hour = 0; hour < 4000; hour++) {
      Instant time = Instant.parse("2012-04-01T01:00:00Z").plusSeconds(hour * 3600L);
      content.append(row("1", time.toString(), "" + hour * 7919 % 1000, "" + hour));
    }
    Path file = gzip(content.toString());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
    assertThatThrownBy(() -> Gefcom2014Files.nwp(file, "solar"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("cut off");
  }
}
