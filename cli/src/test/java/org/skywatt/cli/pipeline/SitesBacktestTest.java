package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.cli.Json;
import org.skywatt.models.bundle.BundleStore;

/** The analyst's backtest, on the simulated world. */
class SitesBacktestTest {
  @TempDir Path folder;

  private Command.Outcome backtest(String name, Object... more) throws IOException {
    List<Object> words =
        new ArrayList<>(
            List.of("backtest", "--dir", World.get().home().folder(), "--horizon", "24h"));
    words.addAll(List.of("--every", "13h", "--history", "12d"));
    for (String kind : List.of("json", "forecasts", "scores", "html")) {
      words.addAll(List.of("--" + kind, file(name, kind)));
    }
    words.addAll(List.of(more));
    return Command.run(words.toArray());
  }

  private Path file(String name, String kind) {
    return folder.resolve(name + "." + kind);
  }

  private static final Object[] THREE_BLOCKS = {
    "--from", "2026-06-18T00:00:00Z", "--to", "2026-06-22T12:00:00Z", "--retrain", "2d"
  };

  private JsonNode scores(String name) throws IOException {
    ObjectNode json = (ObjectNode) Json.MAPPER.readTree(file(name, "json").toFile());
    json.remove(List.of("joules", "seconds"));
    return json;
  }

  /** Newest first. */
  private static List<Path> blocks(String technology) throws IOException {
    try (Stream<Path> all = Files.walk(World.get().home().backtests(), 2)) {
      return all.filter(path -> path.getParent().getFileName().toString().startsWith(technology))
          .filter(path -> Character.isDigit(path.getFileName().toString().charAt(0)))
          .sorted((one, other) -> other.compareTo(one))
          .toList();
    }
  }

  @Test
  void goesOnWhereItWasStopped() throws Exception {
    Command.Outcome whole = backtest("whole", THREE_BLOCKS);
    assertThat(whole.exitCode()).as(whole.err()).isZero();
    JsonNode scores = scores("whole");
    assertThat(scores.path("overall").path("n").asLong()).isPositive();
    assertThat(scores.path("leads")).hasSize(24);
    assertThat(scores.path("leads").path(0).path("leadMinutes").asInt()).isEqualTo(60);
    assertThat(scores.path("baselines")).hasSize(8);
    assertThat(scores.path("evaluation").path("slices").path("site")).hasSize(9);
    assertThat(scores.path("evaluation").path("flipFlop")).hasSize(9);
    assertThat(Files.readString(file("whole", "html"))).contains("Backtest of 9 sites");
    assertThat(blocks("solar")).hasSize(3);

    // Killed in the last block: what it had not finished is not there, or half.
    Path last = blocks("solar").get(0);
    FileUtils.moveDirectory(
        last.toFile(), last.resolveSibling(".unfinished-" + last.getFileName()).toFile());
    Command.Outcome again = backtest("again", THREE_BLOCKS);
    assertThat(again.out()).contains("solar: 2 of 3 blocks are there already");
    assertThat(again.out()).contains("wind: 3 of 3 blocks are there already");
    assertThat(scores("again")).isEqualTo(scores);
    assertThat(file("again", "forecasts")).hasSameBinaryContentAs(file("whole", "forecasts"));
    assertThat(file("again", "scores")).hasSameBinaryContentAs(file("whole", "scores"));
  }

  @Test
  void aBundleForecastsOnlyWhatItHasNotLearned() throws Exception {
    String bundle = BundleStore.id("wind", World.NOW);
    Command.Outcome early = backtest("early", withBundle(bundle, THREE_BLOCKS));
    assertThat(early.exitCode()).isEqualTo(1);
    assertThat(early.line()).contains("--from").contains(bundle).contains(World.NOW.toString());

    Command.Outcome later =
        backtest("later", "--bundle", bundle, "--from", World.NOW, "--to", "2026-06-23T12:00:00Z");
    assertThat(later.exitCode()).as(later.err()).isZero();
    assertThat(later.out()).contains("forecast by bundle " + bundle);
    assertThat(Files.size(file("later", "forecasts"))).isPositive();

    Command.Outcome wrong =
        backtest(
            "wrong",
            "--bundle",
            bundle,
            "--from",
            World.NOW,
            "--to",
            "2026-06-23T12:00:00Z",
            "--sites",
            World.SIMULATED.sites().stream()
                .filter(site -> site.technology().equals("solar"))
                .findFirst()
                .orElseThrow()
                .id()
                .value());
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.line()).contains("cannot forecast");
    Command.Outcome none = backtest("none", withBundle("solar-of-nobody", THREE_BLOCKS));
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.line()).contains("solar-of-nobody");
  }

  private static Object[] withBundle(String bundle, Object[] words) {
    return Stream.concat(Stream.of("--bundle", bundle), Stream.of(words)).toArray();
  }
}
