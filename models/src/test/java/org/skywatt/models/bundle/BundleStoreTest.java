package org.skywatt.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.calibrate.Calibration;
import org.skywatt.models.calibrate.LevelMap;
import org.skywatt.models.score.LeadScore;
import org.skywatt.models.train.ModelSize;

class BundleStoreTest {
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

  @TempDir Path folder;

  private static ModelBundle bundle(String technology, Instant fitUntil, byte... model) {
    return bundle(technology, fitUntil, ModelSize.FULL, null, model);
  }

  private static ModelBundle bundle(
      String technology, Instant fitUntil, ModelSize size, Ladder ladder, byte... model) {
    LeadScore score = new LeadScore(60, 10, 0.1, 0.2, 0.03, 0.06, 0.8, 0.25, Double.NaN);
    Card card =
        new Card(
            BundleStore.id(technology, fitUntil, size),
            technology,
            technology,
            fitUntil.toString(),
            "2026-01-01T00:00:00Z",
            Map.of("generation", 4711L),
            List.of("a", "b"),
            1000,
            4,
            model.length,
            new Card.Validation("2026-04-01T00:00:00Z", score, List.of(score)),
            12.5,
            "modelled",
            0.001,
            "CC-BY-4.0",
            true,
            size.text(),
            1,
            1,
            ladder,
            null,
            null);
    double[] moved = LevelMap.identity().levels();
    moved[49] = 0.505;
    return new ModelBundle(
        card,
        Schemas.get(technology),
        new double[] {0.1, 0.5, 0.9},
        model,
        new Calibration(Map.of("full/0", new LevelMap(moved))));
  }

  @Test
  void whatIsSavedIsFound() throws IOException {
    BundleStore store = new BundleStore(folder.resolve("bundles"));
    assertThat(store.list()).isEmpty();
    assertThat(store.find("wind", JULY)).isEmpty();
    ModelBundle saved = bundle("wind", MAY, (byte) 1, (byte) -2, (byte) 3);
    assertThat(store.save(saved).getFileName()).hasToString("wind-20260501t000000z");
    ModelBundle found = store.find("wind", JULY).orElseThrow();
    assertThat(found.card()).isEqualTo(saved.card());
    assertThat(found.schema()).isSameAs(Schemas.WIND);
    assertThat(found.levels()).containsExactly(0.1, 0.5, 0.9);
    assertThat(found.model()).containsExactly(1, -2, 3);
    assertThat(found.calibration().maps()).containsOnlyKeys("full/0");
    assertThat(found.calibration().maps().get("full/0").levels())
        .containsExactly(saved.calibration().maps().get("full/0").levels());
  }

  @Test
  void theNewestThatWasFittedByThenIsFound() throws IOException {
    BundleStore store = new BundleStore(folder);
    store.save(bundle("wind", JUNE, (byte) 6));
    store.save(bundle("wind", MAY, (byte) 5));
    store.save(bundle("solar", JULY, (byte) 7));
    assertThat(model(store.find("wind", JULY))).isEqualTo(6);
    assertThat(model(store.find("wind", JUNE))).isEqualTo(6);
    assertThat(model(store.find("wind", JUNE.minusNanos(1)))).isEqualTo(5);
    assertThat(store.find("wind", MAY.minusNanos(1))).isEmpty();
    assertThat(store.find("solar", JUNE)).isEmpty();
    assertThat(store.list()).extracting(Card::technology).containsExactly("solar", "wind", "wind");
    store.save(bundle("wind", JUNE, (byte) 66));
    assertThat(model(store.find("wind", JULY))).isEqualTo(66);
    assertThat(store.list()).hasSize(3);
  }

  /** The one that is chosen is saved last; until then the model before forecasts. */
  @Test
  void ofSeveralSizesTheChosenOneForecasts() throws IOException {
    BundleStore store = new BundleStore(folder);
    store.save(bundle("wind", MAY, (byte) 5));
    Ladder ladder = new Ladder("wind-20260601t000000z-nano", 0.02, 12, 1, 1, List.of());
    store.save(bundle("wind", JUNE, ModelSize.SMALL, ladder, (byte) 6));
    store.save(bundle("wind", JUNE, ModelSize.FULL, ladder, (byte) 7));
    assertThat(model(store.find("wind", JULY))).isEqualTo(5);
    store.save(bundle("wind", JUNE, ModelSize.NANO, ladder, (byte) 8));
    assertThat(model(store.find("wind", JULY))).isEqualTo(8);
    assertThat(store.find("wind", JULY).orElseThrow().card().ladder()).isEqualTo(ladder);
    assertThat(store.findId("wind", JULY)).contains("wind-20260601t000000z-nano");
    assertThat(store.get("wind-20260601t000000z").model()).containsExactly(7);
    assertThat(store.list()).hasSize(4);
  }

  private static int model(Optional<ModelBundle> bundle) {
    return bundle.orElseThrow().model()[0];
  }

  @Test
  void whatAKilledWriterLeftIsNotSeenAndIsCleared() throws IOException {
    BundleStore store = new BundleStore(folder);
    Path whole = store.save(bundle("wind", MAY, (byte) 5));
    Path unfinished = Files.createDirectories(folder.resolve(".unfinished-1"));
    String card = Files.readString(whole.resolve("card.json"));
    Files.writeString(
        unfinished.resolve("card.json"),
        card.replace("2026-05-01", "2026-06-01").replace("20260501", "20260601"));
    assertThat(store.list()).hasSize(1);
    assertThat(model(store.find("wind", JULY))).isEqualTo(5);
    store.save(bundle("wind", JUNE, (byte) 6));
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("wind-20260501t000000z", "wind-20260601t000000z");
    }
  }

  @Test
  void aBundleOfOtherFeaturesIsRefused() throws IOException {
    BundleStore store = new BundleStore(folder);
    Path saved = store.save(bundle("wind", MAY, (byte) 5));
    String schema = Files.readString(saved.resolve("schema.json"));
    Files.writeString(
        saved.resolve("schema.json"), schema.replace(Schemas.WIND.hash(), "0".repeat(64)));
    assertThatThrownBy(() -> store.find("wind", JULY))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("bundle wind-20260501t000000z was trained with other features")
        .hasMessageContaining("hash " + "0".repeat(64))
        .hasMessageContaining("train again with skywatt train");
  }

  @ParameterizedTest
  @CsvSource({
    "card.json, '{'",
    "card.json, ''",
    "schema.json, '[]'",
    "calibration.json, '{\"full/0\": \"all\"}'",
    "calibration.json, '{\"full/0\": [0.5]}'",
  })
  void damagedFilesAreNamed(String name, String content) throws IOException {
    BundleStore store = new BundleStore(folder);
    Path saved = store.save(bundle("wind", MAY, (byte) 5));
    Files.writeString(saved.resolve(name), content);
    assertThatThrownBy(() -> store.find("wind", JULY))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(saved.resolve(name) + " is damaged: ")
        .hasMessageNotContaining("\n");
  }
}
