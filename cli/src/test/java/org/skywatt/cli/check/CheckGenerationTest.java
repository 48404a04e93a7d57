package org.skywatt.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.cli.Failures;
import picocli.CommandLine;

/** A month of a plant in Bangkok's local time, sunny every day, a value stuck on the tenth. */
class CheckGenerationTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path folder;

  private int run(Object... arguments) {
    CommandLine command = new CommandLine(new CheckCommand());
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    command.setExecutionExceptionHandler(new Failures());
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    return command.execute(words);
  }

  private Path file() throws IOException {
    StringBuilder text = new StringBuilder("datetime,Ptot (kW)\n");
    LocalDateTime start = LocalDateTime.parse("2023-03-01T00:00");
    for (int i = 0; i < 30 * 48; i++) {
      LocalDateTime time = start.plusMinutes(30L * i);
      double hours = time.getHour() + (time.getMinute() + 15) / 60.0;
      double power = Math.max(0, 4 * Math.sin(Math.PI * (hours - 6.4) / 12)) + 1e-6 * i;
      boolean stuck = time.getDayOfMonth() == 10 && hours > 8 && hours < 13;
      text.append(time.toString().replace('T', ' ')).append(',');
      text.append(stuck ? 2.125 : power < 0.01 ? 0 : power).append('\n');
    }
    return Files.writeString(folder.resolve("roof.csv"), text);
  }

  @Test
  void saysInJsonWhatIsWrong() throws IOException {
    int code =
        run(
            "generation",
            file(),
            "--latitude",
            13.737,
            "--longitude",
            100.533,
            "--capacity-kw",
            5,
            "--json");
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode series = new ObjectMapper().readTree(out.toString()).get(0);
    assertThat(series.get("rows").asInt()).isEqualTo(1440);
    assertThat(series.get("stepSeconds").asInt()).isEqualTo(1800);
    assertThat(series.get("findings").findValuesAsText("kind")).containsExactly("clock", "stuck");
    JsonNode clock = series.get("findings").get(0);
    assertThat(clock.get("size").asInt()).isEqualTo(7 * 3600);
    assertThat(series.get("findings").get(1).get("rows").asInt()).isEqualTo(10);
    assertThat(series.get("findings").get(1).get("spans").get(0).get("from").asText())
        .isEqualTo("2023-03-10T08:00:00Z");
  }

  @Test
  void theRightTimeZoneLeavesOnlyTheStuckValue() throws IOException {
    int code =
        run(
            "generation",
            file(),
            "--latitude",
            13.737,
            "--longitude",
            100.533,
            "--time-zone",
            "Asia/Bangkok");
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("1440 rows of 30M from 2023-02-28T17:00:00Z")
        .contains("stuck: the same value")
        .doesNotContain("clock");
  }

  @Test
  void wrongUsageAndUnreadableFilesAreOneLine() throws IOException {
    assertThat(run("generation", file(), "--latitude", 13)).isEqualTo(2);
    assertThat(run("generation", file(), "--time-zone", "Bangkok")).isEqualTo(2);
    assertThat(run("generation", folder.resolve("absent.csv"))).isEqualTo(1);
    assertThat(run("generation", file(), "--column", "power")).isEqualTo(1);
    assertThat(err.toString().lines())
        .hasSize(4)
        .allMatch(line -> line.startsWith("check generation: "));
    assertThat(err.toString()).contains("belong together").contains("no column 'power'");
  }
}
