package org.skywatt.cli.green.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.cli.Failures;
import org.skywatt.cli.Json;
import picocli.CommandLine;

/** The published figures, and those to beat, on the real data. */
class ReplayTest {
  private static final Path SHARED = Path.of(System.getProperty("skywatt.shared", ""));

  @TempDir Path folder;

  @Test
  void paperModeGivesEveryPublishedFigure() throws IOException {
    JsonNode cells = replay("lets-wait-awhile", "lets_wait_awhile", "--mode", "paper");
    JsonNode golden = Json.MAPPER.readTree(SHARED.resolve("lets_wait_awhile/golden.json").toFile());
    int compared = 0;
    for (JsonNode cell : cells) {
      double published = published(golden, cell);
      assertThat(cell.path("savingsPct").asDouble())
          .as(cell.toString())
          .isCloseTo(published, within(0.01));
      compared++;
    }
    assertThat(compared).isEqualTo(3 * (2 * 17 + 12));
  }

  /** One country, for time's sake; docs/benchmarks.md has all three. */
  @Test
  void strictModeBeatsWhatWasReachedBefore() throws IOException {
    JsonNode cells =
        replay("lets-wait-awhile", "lets_wait_awhile", "--mode", "strict", "--regions", "ger");
    JsonNode golden = Json.MAPPER.readTree(SHARED.resolve("lets_wait_awhile/golden.json").toFile());
    JsonNode known =
        golden.path("extensions_recomputed_here_semi_weekly_int_vs_run_now_strict_deadline");
    int capped = 0;
    for (JsonNode cell : cells) {
      String region = cell.path("region").asText();
      double savings = cell.path("savingsPct").asDouble();
      if (!cell.path("deadline").asText().equals("semi_weekly")) {
        continue;
      }
      if (cell.path("forecast").asText().equals("ours")) {
        assertThat(savings).isGreaterThan(12.84);
      } else if (cell.has("capJobs")) {
        double linearProgramme =
            known
                .path("oracle_capacity_LP")
                .path("cap" + cell.path("capJobs").asInt())
                .path(region)
                .asDouble();
        assertThat(savings).as(cell.toString()).isCloseTo(linearProgramme, within(0.01));
        capped++;
      } else if (!cell.has("restartMinutes")) {
        assertThat(savings).isCloseTo(known.path("oracle").path(region).asDouble(), within(0.01));
      } else if (cell.path("restartMinutes").asInt() == 30) {
        assertThat(savings).isGreaterThan(16.8);
        assertThat(cell.path("startsPerJob").asDouble()).isLessThan(2.0);
      }
    }
    assertThat(capped).isEqualTo(4);
    JsonNode planning =
        Json.MAPPER.readTree(folder.resolve("figures.json").toFile()).path("planning").path(0);
    assertThat(planning.path("joules").asDouble()).isPositive();
    // The planner takes less than a thousandth of what it saves.
    assertThat(planning.path("sharePct").asDouble()).isPositive().isLessThan(0.1);
  }

  @Test
  void admissionTakesMoreWorkThanThePapers() throws IOException {
    JsonNode cells = replay("cucumber", "cucumber");
    assertThat(mean(cells, "conservative", "acceptedPct")).isGreaterThan(31.9);
    assertThat(mean(cells, "conservative", "greenPct")).isGreaterThanOrEqualTo(99.9);
    assertThat(mean(cells, "expected", "acceptedPct")).isGreaterThan(37.8);
    assertThat(mean(cells, "expected", "greenPct")).isGreaterThanOrEqualTo(97.0);
    for (JsonNode cell : cells) {
      assertThat(cell.path("missed").asInt()).as(cell.toString()).isZero();
    }
  }

  /** One farm, for time's sake; docs/benchmarks.md has all ten sites. */
  @Test
  void promisesAreKeptAsOftenAsTheySay() throws IOException {
    JsonNode cells = replay("promises", "gefcom2012_wind", "--farms", "3", "--regions", "none");
    assertThat(cells.size()).isEqualTo(6);
    for (JsonNode cell : cells) {
      double probability = cell.path("probability").asDouble();
      int made = cell.path("made").asInt();
      assertThat(made).isGreaterThan(1500);
      double error = 100 * Math.sqrt(probability * (1 - probability) / made);
      assertThat(cell.path("keptPct").asDouble())
          .as(cell.toString())
          .isCloseTo(100 * probability, within(2 + 2 * error));
    }
  }

  @Test
  void saysWhatIsWrongWithItsFiles() throws IOException {
    Path data = Files.createDirectories(folder.resolve("gaia"));
    assertThat(error("gaia", data)).contains("pai_1k.csv: no such file; --data names the folder");
    Files.writeString(data.resolve("pai_1k.csv"), "arrival_time,length,cpus\n0,-5,1\n");
    assertThat(error("gaia", data)).contains("pai_1k.csv, line 2").contains("above 0");
    Files.writeString(data.resolve("pai_1k.csv"), "arrival_time,length\n");
    assertThat(error("gaia", data)).contains("missing column cpus");
  }

  private static double published(JsonNode golden, JsonNode cell) {
    String region = cell.path("region").asText();
    int error = cell.path("errorPct").asInt();
    if (cell.path("scenario").asText().equals("nightly")) {
      return golden
          .path(
              error == 0
                  ? "scenarioI_savings_pct_error0_recomputed"
                  : "scenarioI_savings_pct_by_window_steps_0_to_16_error5")
          .path(region)
          .path(cell.path("windowSteps").asInt())
          .asDouble(Double.NaN);
    }
    String kind =
        cell.path("deadline").asText()
            + (cell.path("interruptible").asBoolean() ? "_int" : "_nonint");
    return golden
        .path("scenarioII_savings_pct")
        .path(kind)
        .path("e" + error)
        .path(region)
        .asDouble(Double.NaN);
  }

  private static double mean(JsonNode cells, String admission, String field) {
    double sum = 0;
    int count = 0;
    for (JsonNode cell : cells) {
      if (cell.path("admission").asText().equals(admission)
          && !cell.path("case").asText().endsWith("berlin")) {
        sum += cell.path(field).asDouble();
        count++;
      }
    }
    assertThat(count).isEqualTo(4);
    return sum / count;
  }

  private JsonNode replay(String name, String data, String... more) throws IOException {
    assumeTrue(Files.isDirectory(SHARED.resolve(data)), "the data of " + name + " are not here");
    Path json = folder.resolve("figures.json");
    String[] arguments = {name, "--data", SHARED.toString(), "--json", json.toString()};
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    assertThat(command().execute(all)).isZero();
    return Json.MAPPER.readTree(json.toFile()).path("cells");
  }

  private static String error(String name, Path data) {
    StringWriter error = new StringWriter();
    CommandLine command = command();
    command.setErr(new PrintWriter(error));
    assertThat(command.execute(name, "--data", data.toString())).isEqualTo(1);
    return error.toString();
  }

  private static CommandLine command() {
    return new CommandLine(new ReplayCommand())
        .setExecutionExceptionHandler(new Failures())
        .setCaseInsensitiveEnumValuesAllowed(true);
  }
}
