package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.cli.Json;
import org.skywatt.models.tune.RecipeFile;

/** A search with a tiny budget, on the simulated world. */
class TuneTest {
  @TempDir private Path folder;

  @Test
  void findsARecipeWithinItsBudget() throws Exception {
    Path recipe = folder.resolve("solar.json");
    Path json = folder.resolve("tries.json");
    Command.Outcome outcome =
        Command.run(
            "tune",
            "--technology",
            "solar",
            "--budget",
            "12J",
            "--dir",
            World.get().home().folder(),
            "--from",
            "2026-06-17T00:00:00Z",
            "--as-of",
            World.NOW,
            "--every",
            "11h",
            "--horizon",
            "12h",
            "--out",
            recipe,
            "--json",
            json);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("pinball", "solar.json: try");
    JsonNode told = Json.MAPPER.readTree(json.toFile());
    assertThat(told.path("joules").asDouble()).isPositive();
    assertThat(told.path("budgetJoules").asDouble()).isEqualTo(12);
    RecipeFile found = RecipeFile.read(recipe);
    assertThat(found.trials()).isEqualTo(told.path("tries").size()).isPositive();
    JsonNode chosen = told.path("tries").path(told.path("chosen").asInt() - 1);
    assertThat(chosen.path("pinball").asDouble()).isEqualTo(found.pinball());
    assertThat(chosen.path("recipe").path("rounds").asInt()).isEqualTo(found.recipe().rounds());
  }

  @ParameterizedTest
  @CsvSource({
    "0J",
    "-5J",
    "5",
    "5 apples",
    "1e9J",
    "NaNJ",
    "''",
    "99999999999J",
  })
  void aBudgetThatIsNoneIsRefused(String budget) {
    Command.Outcome outcome =
        Command.run(
            "tune", "--technology", "solar", "--from", "2026-06-17T00:00:00Z", "--budget", budget);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("--budget");
  }

  @Test
  void aBadRecipeFileIsRefusedBeforeAnythingIsDone() throws Exception {
    Path file = Files.writeString(folder.resolve("bad.json"), "{\"technology\":\"solar\"}");
    Command.Outcome train =
        Command.run("train", "--dir", folder, "--from", "2026-06-17T00:00:00Z", "--recipe", file);
    assertThat(train.exitCode()).isEqualTo(1);
    assertThat(train.line()).contains("bad.json");
    Command.Outcome backtest =
        Command.run(
            "backtest",
            "--dir",
            folder,
            "--bundle",
            folder.resolve("none.json"),
            "--from",
            "2026-06-17T00:00:00Z",
            "--to",
            "2026-06-18T00:00:00Z");
    assertThat(backtest.exitCode()).isEqualTo(1);
    assertThat(backtest.line()).contains("none.json: no such recipe file");
  }
}
