package org.skywatt.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.sample.GenerationFlag;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.ingest.file.UnreadableFileException;

class GenerationCsvReaderTest {
  private static final SolarSite SITE =
      new SolarSite(
          new SiteId("roof"),
          "Roof",
          "demo",
          new Location(29, 0, 100),
          1000,
          1200,
          new Mount.Fixed(20, 180));
  private static final String HEADER = "site_id,start,end,power_kw,status\n";

  @TempDir Path folder;

  private GenerationCsvReader.Result read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private GenerationCsvReader.Result read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("generation.csv"), bytes);
    return new GenerationCsvReader(
            List.of(SITE), Duration.ofMinutes(15), Optional.of(Duration.ofHours(1)))
        .read(file);
  }

  @Test
  void keepsGoodRowsInOrderOfTime() throws IOException {
    GenerationCsvReader.Result result =
        read(
            """
            # SIMULATED
            END,Start,power_kw,Site_Id,Status
            2026-03-29T03:00:00+02:00,2026-03-29T02:00:00+02:00,5.5,roof,ok
            2026-03-29T00:00:00Z,2026-03-28T23:00:00Z,4,roof,
            """);
    assertThat(result.rejections().count()).isZero();
    assertThat(result.accepted())
        .containsExactly(
            new GenerationSample(
                "roof",
                Instant.parse("2026-03-28T23:00:00Z"),
                Instant.parse("2026-03-29T00:00:00Z"),
                Instant.parse("2026-03-29T00:15:00Z"),
                4,
                0),
            new GenerationSample(
                "roof",
                Instant.parse("2026-03-29T00:00:00Z"),
                Instant.parse("2026-03-29T01:00:00Z"),
                Instant.parse("2026-03-29T01:15:00Z"),
                5.5,
                0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "roof,2026-03-29T01:30:00,2026-03-29T02:30:00,5,ok | start | has no UTC offset",
        "roof,yesterday,2026-03-29T02:30:00Z,5,ok | start | is not a time",
        "roof,2026-03-29T01:30:00Z,2026-03-29T01:30:00Z,5,ok | end | not after its start",
        "roof,2026-03-29T01:30:00Z,2026-03-29T01:45:00Z,5,ok | end | PT15M long instead of PT1H",
        "shed,2026-03-29T01:30:00Z,2026-03-29T02:30:00Z,5,ok | site_id | unknown site 'shed'",
        "roof,2026-03-29T01:30:00Z,2026-03-29T02:30:00Z,five,ok | power_kw | 'five' is not a number",
        "roof,2026-03-29T01:30:00Z,2026-03-29T02:30:00Z,1e999,ok | power_kw | is not a number",
        "roof,2026-03-29T01:30:00Z,2026-03-29T02:30:00Z,5,broken | status | 'broken' is unknown",
        "roof,2026-03-29T01:30:00Z,2026-03-29T02:30:00Z,5,4,ok | '' | has 6 fields",
      })
  void refusesBadRowsOneByOne(String row, String field, String reason) throws IOException {
    GenerationCsvReader.Result result =
        read(HEADER + row + "\nroof,2026-03-29T05:00:00Z,2026-03-29T06:00:00Z,5,ok\n");
    assertThat(result.accepted()).hasSize(1);
    assertThat(result.rejections().count()).isEqualTo(1);
    Rejections.Row rejected = result.rejections().first().get(0);
    assertThat(rejected.line()).isEqualTo(2);
    assertThat(rejected.field()).isEqualTo(field);
    assertThat(rejected.reason()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "-3,ok,NEGATIVE",
    "1100.5,ok,ABOVE_CAPACITY",
    "'',ok,MISSING",
    "NaN,'',MISSING",
    "10,outage,OUTAGE",
    "10,Curtailed,CURTAILED"
  })
  void flagsTheImplausible(String power, String status, GenerationFlag flag) throws IOException {
    GenerationCsvReader.Result result =
        read(
            HEADER
                + "roof,2026-03-29T05:00:00Z,2026-03-29T06:00:00Z,"
                + power
                + ","
                + status
                + "\n");
    assertThat(result.accepted()).hasSize(1);
    assertThat(result.accepted().get(0).flags()).isEqualTo(flag.bit());
    assertThat(result.accepted().get(0).isTrainable()).isFalse();
    assertThat(result.flagged()).containsEntry(flag, 1L);
  }

  @Test
  void keepsARepeatedRowOnceAndRefusesAContradiction() throws IOException {
    String row = "roof,2026-03-29T05:00:00Z,2026-03-29T06:00:00Z,";
    GenerationCsvReader.Result result =
        read(HEADER + row + "5,ok\n" + row + "5,ok\n" + row + "6,ok");
    assertThat(result.accepted()).hasSize(1);
    assertThat(result.repeated()).isEqualTo(1);
    assertThat(result.rejections().first())
        .containsExactly(
            new Rejections.Row(4, "", "contradicts line 2, which has the same site and end"));
  }

  @Test
  void takesAStatedAvailabilityAndLaterCorrections() throws IOException {
    String row = "roof,2026-03-29T05:00:00Z,2026-03-29T06:00:00Z,";
    GenerationCsvReader.Result result =
        read(
            "site_id,start,end,power_kw,available_at\n"
                + row
                + "5,2026-03-29T06:05:00Z\n"
                + row
                + "6,2026-03-30T00:00:00Z\n"
                + row
                + "6,2026-03-29T05:30:00Z\n");
    assertThat(result.accepted()).extracting(GenerationSample::powerKw).containsExactly(5.0, 6.0);
    assertThat(result.rejections().first().get(0).reason()).contains("before the interval ends");
  }

  @Test
  void readsByteOrderMarksWindowsLinesAndGzip() throws IOException {
    String text =
        "\ufeff"
            + (HEADER + "roof,2026-03-29T05:00Z,2026-03-29T06:00Z,5,ok\n").replace("\n", "\r\n");
    assertThat(read(text).accepted()).hasSize(1);
    Path file = folder.resolve("generation.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(Files.readAllBytes(file)).accepted()).hasSize(1);
    byte[] cut = Arrays.copyOf(Files.readAllBytes(file), 40);
    assertThatThrownBy(() -> read(cut)).isInstanceOf(UnreadableFileException.class);
  }

  @Test
  void refusesFilesThatAreNoSuchTable() {
    assertThatThrownBy(() -> read("")).hasMessageContaining("the file is empty");
    assertThatThrownBy(() -> read("site_id;start;end;power_kw\n"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining(
            "generation.csv, header: missing column site_id, start, end, power_kw");
    assertThatThrownBy(() -> read("site_id,start,end,power_kw,END\n"))
        .hasMessageContaining("'END' is there twice");
    assertThatThrownBy(() -> read(new byte[] {'G', 'R', 'I', 'B', 0, 0, 0, 2}))
        .hasMessageContaining("not a text file");
    assertThatThrownBy(() -> read(new byte[] {'a', (byte) 0xe9, ',', 'b'}))
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> read(HEADER + "x".repeat(1 << 17)))
        .hasMessageContaining("longer than");
    assertThatThrownBy(() -> read(HEADER + "\"roof,2026-03-29T05:00Z"))
        .hasMessageContaining("broken quotes");
  }

  @Test
  void countsAllRefusedRowsButListsTheFirst() throws IOException {
    GenerationCsvReader.Result result = read(HEADER + "shed,,,,\n".repeat(1000));
    assertThat(result.rejections().count()).isEqualTo(1000);
    assertThat(result.rejections().first()).hasSize(Rejections.MOST_LISTED);
  }
}
