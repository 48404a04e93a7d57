package org.skywatt.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.ingest.file.UnreadableFileException;

class PowerCsvReaderTest {
  @TempDir Path folder;

  private PowerCsvReader.Result read(String text, String zone) throws IOException {
    Path file = Files.writeString(folder.resolve("power.csv"), text);
    return PowerCsvReader.read(
        List.of(file),
        new PowerCsvReader.Layout(Optional.empty(), Optional.empty(), ZoneId.of(zone), false));
  }

  private PowerCsvReader.Series only(String text, String zone) throws IOException {
    List<PowerCsvReader.Series> series = read(text, zone).series();
    assertThat(series).hasSize(1);
    return series.get(0);
  }

  @Test
  void ourOwnColumnsGiveASeriesASite() throws IOException {
    PowerCsvReader.Result result =
        read(
            """
            site_id,start,end,power_kw
            b,2026-01-01T00:00:00Z,2026-01-01T00:30:00Z,1
            b,2026-01-01T00:30:00Z,2026-01-01T01:00:00Z,
            a,2026-01-01T01:00:00+01:00,2026-01-01T01:15:00+01:00,2
            a,2026-01-01T01:15:00+01:00,2026-01-01T01:30:00+01:00,3
            a,2026-01-01T02:15:00+01:00,2026-01-01T01:30:00+01:00,3
            """,
            "UTC");
    assertThat(result.series()).extracting(PowerCsvReader.Series::siteId).containsExactly("a", "b");
    assertThat(result.series().get(0).stepSeconds()).isEqualTo(900);
    assertThat(result.series().get(0).startSeconds()[0])
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z").getEpochSecond());
    assertThat(result.series().get(1).power()).containsExactly(1, Double.NaN);
    assertThat(result.rejections().reasons()).singleElement().asString().contains("line 6, end");
  }

  @ParameterizedTest
  @CsvSource({
    "datetime;Ptot (kW), 2023-03-10 00:15:00",
    "when;temperature;AC power, 2023-03-10T00:15",
    "power;time, 20230310 00:15"
  })
  void columnsAreFound(String header, String time) throws IOException {
    boolean first = header.startsWith("power");
    String middle = header.contains("temperature") ? ",20" : "";
    String row = first ? "5," + time : time + middle + ",5";
    String text = header.replace(';', ',') + "\n" + row + "\n" + row.replace("00:15", "00:30");
    PowerCsvReader.Series series = only(text + "\n", "+07:00");
    assertThat(series.power()).containsExactly(5, 5);
    assertThat(series.startSeconds()[0])
        .isEqualTo(Instant.parse("2023-03-09T17:15:00Z").getEpochSecond());
  }

  /** Berlin, 26 October 2025: the hour from 2 is there twice. */
  @Test
  void theRepeatedHourOfAutumnIsTwoHours() throws IOException {
    PowerCsvReader.Series series =
        only(
            """
            time,kw
            2025-10-26 01:00,1
            2025-10-26 02:00,2
            2025-10-26 02:00,3
            2025-10-26 03:00,4
            """,
            "Europe/Berlin");
    assertThat(series.power()).containsExactly(1, 2, 3, 4);
    assertThat(series.stepSeconds()).isEqualTo(3600);
    assertThat(series.repeated()).isEmpty();
  }

  @Test
  void ofRepeatedTimesTheFirstCounts() throws IOException {
    PowerCsvReader.Series series =
        only("time,kw\n2025-01-01 01:00,1\n2025-01-01 02:00,2\n2025-01-01 01:00,9\n", "UTC");
    assertThat(series.power()).containsExactly(1, 2);
    assertThat(series.repeated()).containsExactly(Instant.parse("2025-01-01T01:00:00Z"));
  }

  @Test
  void whatCannotBeToldIsAskedFor() {
    assertThatThrownBy(() -> read("time,a,b\n2025-01-01 01:00,1,2\n", "UTC"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("--column");
    assertThatThrownBy(() -> read("a,b\n1,2\n", "UTC")).hasMessageContaining("--time-column");
    assertThatThrownBy(() -> read("time,kw\n2025-01-01 01:00,1\n", "UTC"))
        .hasMessageContaining("one time only");
    assertThatThrownBy(() -> read("", "UTC")).hasMessageContaining("empty");
    assertThatThrownBy(() -> read("time,kw\n", "UTC")).hasMessageContaining("--time-column");
  }
}
