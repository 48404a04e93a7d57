package org.skywatt.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.sample.CapacityChange;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.WindSite;

class CapacityChangesCsvReaderTest {
  private static final Instant KNOWN = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant FROM = Instant.parse("2026-08-01T22:00:00Z");
  private static final WindSite SITE =
      new WindSite(
          new SiteId("ridge"), "Ridge", "demo", new Location(29, 1, 800), 8000, 80, 90, "V90");

  @TempDir Path folder;

  private CapacityChangesCsvReader.Result read(String text) throws IOException {
    return CapacityChangesCsvReader.read(
        Files.writeString(folder.resolve("changes.csv"), text), List.of(SITE), KNOWN);
  }

  @Test
  void aChangeIsAPartOfTheStatedCapacity() throws IOException {
    var result = read("site_id,effective_from,capacity_kw\nridge,2026-08-02T00:00:00+02:00,6000\n");
    assertThat(result.changes())
        .containsExactly(new CapacityChange("ridge", FROM, KNOWN, 0.75, 1, "stated"));
    assertThat(result.rejections().count()).isZero();
  }

  @Test
  void whenItWasKnownMayBeTold() throws IOException {
    var result =
        read(
            """
            site_id,effective_from,capacity_kw,available_at,reason
            ridge,2026-08-01T22:00:00Z,4000,2026-08-05T00:00:00Z,a turbine is out
            """);
    assertThat(result.changes())
        .containsExactly(
            new CapacityChange(
                "ridge", FROM, Instant.parse("2026-08-05T00:00:00Z"), 0.5, 1, "a turbine is out"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "valley,2026-08-01T22:00:00Z,6000 | not known",
        "ridge,2026-08-01T22:00:00,6000 | effective_from",
        "ridge,soon,6000 | effective_from",
        "ridge,2026-08-01T22:00:00Z,-1 | level",
        "ridge,2026-08-01T22:00:00Z,0 | level",
        "ridge,2026-08-01T22:00:00Z,9000 | at most 1",
        "ridge,2026-08-01T22:00:00Z,much | capacity_kw",
        "ridge,2026-08-01T22:00:00Z | fields"
      })
  void whatCannotBeIsRefusedAndTheRestIsTaken(String row, String why) throws IOException {
    var result =
        read("site_id,effective_from,capacity_kw\n" + row + "\nridge,2026-08-01T22:00:00Z,4000\n");
    assertThat(result.changes()).hasSize(1);
    assertThat(result.rejections().first()).singleElement().asString().contains(why);
  }
}
