package org.skywatt.models.nano;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.Feature;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.schema.SourceMask;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.features.view.SiteView;
import org.skywatt.models.bundle.Card;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.predict.LearnedModel;
import org.skywatt.models.train.ModelSize;
import org.skywatt.models.train.Recipe;
import org.skywatt.models.train.Recipes;
import org.skywatt.models.train.SiteModel;
import org.skywatt.models.train.SiteModelTrainer;
import org.skywatt.models.train.TrainingRow;

/** The exported file, run as a program of its own, forecasts what the service's evaluator does. */
class NanoExportTest {
  private static final FeatureSchema SCHEMA = Schemas.SOLAR;
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final Recipe RECIPE = ModelSize.NANO.of(Recipes.SOLAR);

  private static final SourceMask UNREAD = SourceMask.of(SCHEMA, Set.of(Feature.Source.GENERATION));

  private static SiteModel model;
  private static byte[] file;

  @TempDir private Path folder;

  private record Outcome(int exitCode, List<String> out, String err) {}

  @BeforeAll
  static void export() throws IOException {
    model = new SiteModelTrainer(RECIPE).train(rows(3000, new Random(1)));
    file = NanoExport.of(bundle(RECIPE, model));
  }

  private static ModelBundle bundle(Recipe recipe, SiteModel model) {
    Card card =
        new Card(
            "solar-20260601t000000z-nano",
            "solar",
            recipe.name(),
            "2026-06-01T00:00:00Z",
            "2026-01-01T00:00:00Z",
            Map.of(),
            List.of("a"),
            1,
            1,
            1,
            null,
            1,
            "modelled",
            1,
            "none",
            true,
            "nano",
            1,
            1,
            null,
            null,
            null);
    return new ModelBundle(
        card, SCHEMA, recipe.levels(), model.booster().toBytes(), model.calibration());
  }

  /** Rows in which everything varies: features, missing ones, leads, tiers and nights. */
  private static List<TrainingRow> rows(int count, Random random) {
    List<TrainingRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] features = new float[SCHEMA.size()];
      for (int f = 0; f < features.length; f++) {
        features[f] = random.nextInt(10) == 0 ? Float.NaN : 100 * random.nextFloat() - 20;
      }
      Instant issue = NOON.plus(Duration.ofHours(5L * (i / 8)));
      Instant valid = issue.plus(Duration.ofMinutes(30 + 270L * (i % 8)));
      InputTier tier = InputTier.values()[i % InputTier.values().length];
      double power = random.nextDouble();
      boolean night = random.nextInt(8) == 0;
      float[] known = i % 7 == 0 ? UNREAD.apply(features) : features;
      rows.add(new TrainingRow("a", issue, valid, tier, night, known, power, power));
    }
    return rows;
  }

  private Outcome run(String input, String... words) throws IOException, InterruptedException {
    Path jar = folder.resolve("solar.jar");
    Files.write(jar, file);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", "nothing", "-jar", jar.toString()));
    command.addAll(List.of(words));
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), Files.readAllLines(out), Files.readString(err));
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void theFileAloneForecastsTheSameToTheBit() throws Exception {
    assertThat(file.length).isLessThanOrEqualTo(NanoExport.MOST_BYTES);
    List<TrainingRow> rows = rows(400, new Random(2));
    StringBuilder csv = new StringBuilder("lead_minutes,tier,night");
    SCHEMA.names().forEach(name -> csv.append(',').append(name));
    for (TrainingRow row : rows) {
      csv.append('\n').append(row.lead().toMinutes()).append(',').append(row.tier().text());
      csv.append(',').append(row.sunDown() ? 1 : 0);
      for (float value : row.features()) {
        csv.append(',').append(Float.isNaN(value) ? "" : Float.toString(value));
      }
    }
    Outcome outcome = run(csv.toString());
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    double[][] expected = model.percentiles(rows);
    assertThat(outcome.out()).hasSize(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      assertThat(numbers(outcome.out().get(i))).containsExactly(expected[i]);
    }
  }

  @Test
  void theServiceForecastsANewPlantWithItToTheBit() throws IOException {
    assertThat(model.calibration().maps()).containsKey("no-readings/3");
    SolarSite site =
        new SolarSite(
            new SiteId("new"),
            "New",
            "test",
            new Location(45, 0, 100),
            1000,
            1200,
            new Mount.Fixed(30, 180));
    SiteView view =
        new SiteHistory(site, List.of(), List.of(), List.of(), List.of(), List.of()).at(NOON);
    Issue issue = new Issue(NOON, Duration.ofMinutes(30), 20);
    List<InputTier> tiers = new ArrayList<>();
    for (int step = 0; step < issue.steps(); step++) {
      tiers.add(InputTier.values()[step % InputTier.values().length]);
    }
    NanoModel read = NanoModel.read(NanoExport.model(bundle(RECIPE, model)));
    assertThat(read.id()).isEqualTo("solar-20260601t000000z-nano");
    assertThat(read.technology()).isEqualTo("solar");
    assertThat(read.percentiles(view, issue, tiers))
        .isDeepEqualTo(new LearnedModel(SCHEMA, model).percentiles(view, issue, tiers));
  }

  @Test
  void oneStepIsForecastFromWords() throws Exception {
    String name = SCHEMA.names().get(0);
    float[] features = new float[SCHEMA.size()];
    Arrays.fill(features, Float.NaN);
    features[0] = 0.25f;
    TrainingRow row =
        new TrainingRow("a", NOON, NOON.plusSeconds(5400), InputTier.NO_NWP, false, features, 0, 0);
    Outcome outcome = run("", "lead_minutes=90", "tier=no-nwp", name + "=0.25");
    assertThat(numbers(outcome.out().get(0))).containsExactly(model.percentiles(List.of(row))[0]);
  }

  @Test
  void whatIsWrongIsToldInALine() throws Exception {
    assertThat(run("", "lead_minutes=60", "wind=3").err())
        .isEqualTo("nano: the model has no feature 'wind'" + System.lineSeparator());
    assertThat(run("", "clear_sky=1").exitCode()).isEqualTo(1);
    assertThat(run("", "lead_minutes=x").err()).startsWith("nano: lead_minutes=x is no number");
    assertThat(run("lead_minutes,tier\n60\n").err()).startsWith("nano: 1 values of 2 columns");
    assertThat(run("", "60").err()).startsWith("nano: '60' is not name=value");
    assertThat(run("").out()).isEmpty();
  }

  @Test
  void whatIsTooLargeOrDamagedIsRefused() {
    Recipe deep =
        new Recipe("deep", "solar", true, true, RECIPE.levels(), 30, 9, 0.3, 1, 1, 1, 64, 0, 0, 1);
    SiteModel large = new SiteModelTrainer(deep).train(rows(3000, new Random(3)));
    assertThatThrownBy(() -> NanoExport.of(bundle(deep, large)))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("solar-.* takes [2-9][0-9]{2} kB as one file, 200 kB are allowed.*");
    ModelBundle damaged =
        new ModelBundle(
            bundle(RECIPE, model).card(),
            SCHEMA,
            RECIPE.levels(),
            "{}".getBytes(StandardCharsets.UTF_8),
            model.calibration());
    assertThatThrownBy(() -> NanoExport.of(damaged))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not an XGBoost model");
  }
}
