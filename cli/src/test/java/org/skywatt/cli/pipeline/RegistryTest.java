package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Sessions;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.time.Interval;
import org.skywatt.features.job.Histories;
import org.skywatt.models.bundle.BundleStore;
import org.skywatt.models.bundle.Card;
import org.skywatt.models.bundle.Ladder;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.calibrate.Calibration;
import org.skywatt.models.calibrate.LevelMap;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.energy.Footprint;
import org.skywatt.models.job.ExplainJob;
import org.skywatt.models.predict.Explanation;
import org.skywatt.models.train.QuantileBooster;

/**
 * Models that are compared, promoted, rolled back and explained, on the tables of the simulated
 * world. The models say that they were fitted days before the world ends, so that there is
 * something to compare them on; the worse one is always sure of much power.
 */
class RegistryTest {
  private static final Instant FITTED = World.NOW.minus(Duration.ofDays(5));
  private static final String GOOD = BundleStore.id("solar", FITTED);
  private static final String BAD = BundleStore.id("solar", FITTED.plusSeconds(3600));
  private static final String SAME = BundleStore.id("solar", FITTED.plusSeconds(7200));

  @TempDir private Path root;
  private DataHome home;
  private BundleStore store;

  @BeforeEach
  void forge() throws IOException {
    home = DataHome.open(root.resolve("home"));
    Files.createDirectories(home.folder());
    Files.createSymbolicLink(home.warehouse(), World.get().home().warehouse());
    store = new BundleStore(home.bundles());
    ModelBundle real =
        new BundleStore(World.get().home().bundles()).find("solar", World.NOW).orElseThrow();
    store.save(forged(real, FITTED, real.calibration()));
    store.save(forged(real, FITTED.plusSeconds(3600), sureOfMuch()));
    store.save(forged(real, FITTED.plusSeconds(7200), real.calibration()));
  }

  private static ModelBundle forged(ModelBundle real, Instant fitted, Calibration calibration) {
    Card card = real.card();
    Card other =
        new Card(
            BundleStore.id("solar", fitted),
            card.technology(),
            card.recipe(),
            fitted.toString(),
            card.dataFrom(),
            card.snapshotIds(),
            card.sites(),
            card.rows(),
            card.trials(),
            card.sizeBytes(),
            card.validation(),
            card.joules(),
            card.energyTier(),
            card.joulesPerForecast(),
            card.licence(),
            card.simulated(),
            null,
            1,
            1,
            null,
            null,
            null);
    return new ModelBundle(other, real.schema(), real.levels(), real.model(), calibration);
  }

  private static Calibration sureOfMuch() {
    double[] levels = LevelMap.identity().levels();
    for (int i = 0; i < levels.length; i++) {
      levels[i] = 0.9 + 0.0009 * i;
    }
    Map<String, LevelMap> maps = new HashMap<>();
    for (InputTier tier : InputTier.values()) {
      for (int bucket = 0; bucket < 7; bucket++) {
        maps.put(tier.text() + "/" + bucket, new LevelMap(levels));
      }
    }
    return new Calibration(maps);
  }

  private Command.Outcome run(String verb, Object... words) {
    Object[] all = new Object[words.length + 4];
    all[0] = "models";
    all[1] = verb;
    System.arraycopy(words, 0, all, 2, words.length);
    all[words.length + 2] = "--dir";
    all[words.length + 3] = home.folder();
    return Command.run(all);
  }

  private String forecastsAt(Instant time) throws IOException {
    return store.find("solar", time).orElseThrow().card().id();
  }

  @Test
  void aWorseModelIsNotPromotedAndAnotherIs() throws IOException {
    assertThat(forecastsAt(World.NOW)).isEqualTo(SAME); // the newest, as nothing was chosen
    Command.Outcome worse =
        run("promote", BAD, "--at", World.NOW, "--every", "12h", "--horizon", "12h");
    assertThat(worse.exitCode()).isEqualTo(1);
    assertThat(worse.line()).contains(BAD + " is not promoted", "higher than that of " + SAME);
    assertThat(store.promotions().list()).isEmpty();

    Command.Outcome good =
        run("promote", GOOD, "--at", World.NOW, "--every", "12h", "--horizon", "12h");
    assertThat(good.exitCode()).as(good.err()).isZero();
    assertThat(good.out()).contains(GOOD + " forecasts solar from " + World.NOW, "CRPS +0.0%");
    assertThat(forecastsAt(World.NOW)).isEqualTo(GOOD);
    assertThat(forecastsAt(World.NOW.minusSeconds(1))).isEqualTo(SAME); // the past stays

    Instant later = World.NOW.plusSeconds(60);
    assertThat(run("promote", BAD, "--force", "--at", later).exitCode()).isZero();
    assertThat(forecastsAt(later)).isEqualTo(BAD);
    assertThat(run("list").out()).contains("* " + BAD).doesNotContain("* " + GOOD);
    assertThat(run("rollback", "solar", "--at", later.plusSeconds(60)).out()).startsWith(GOOD);
    assertThat(forecastsAt(later.plusSeconds(60))).isEqualTo(GOOD);
    assertThat(forecastsAt(later)).isEqualTo(BAD);
    assertThat(run("promote", GOOD).out()).contains("forecasts already");
    assertThat(run("rollback", "solar").out()).startsWith("the newest model");
    assertThat(run("rollback", "solar").line()).contains("no promotion");

    run("promote", BAD, "--force");
    World.delete(home.bundles().resolve(BAD));
    assertThat(run("list").exitCode()).isZero();
    assertThat(run("promote", GOOD).line()).contains("nothing to compare with", "--force");
    assertThat(run("promote", GOOD, "--force").exitCode()).isZero();
    assertThat(run("promote", SAME, "--at", "2999-01-01T00:00:00Z").err())
        .contains("in the future");
  }

  @Test
  void aComparisonTellsHowSureItIs() throws IOException {
    Command.Outcome outcome =
        run(
            "compare",
            GOOD,
            BAD,
            "--to",
            World.NOW,
            "--every",
            "12h",
            "--horizon",
            "12h",
            "--json");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(outcome.out());
    JsonNode all = json.get("leads").get("all");
    assertThat(json.get("n").asLong()).isGreaterThan(100);
    assertThat(all.get("days").asInt()).isBetween(4, 6);
    assertThat(all.get("change").asDouble()).isGreaterThan(0.2);
    assertThat(all.get("lower").asDouble())
        .isGreaterThan(0)
        .isLessThan(all.get("upper").asDouble());
    assertThat(all.get("crpsFirst").asDouble()).isBetween(0.005, 0.1);
  }

  /** The model of solar is as good as its card says; that of wind has no day to be judged by. */
  @Test
  void nothingIsTrainedUnlessAModelHasDrifted() throws Exception {
    ModelBundle wind =
        new BundleStore(World.get().home().bundles()).find("wind", World.NOW).orElseThrow();
    store.save(wind);
    Object[] train = {
      "train",
      "--if-drifted",
      "--from",
      World.TRAIN_FROM,
      "--as-of",
      World.NOW,
      "--horizon",
      "6h",
      "--dir",
      home.folder()
    };
    Command.Outcome kept = Command.run(train);
    assertThat(kept.exitCode()).as(kept.err()).isZero();
    assertThat(kept.out())
        .contains(SAME + " is kept: CRPS", "on its card")
        .contains(wind.card().id() + " is kept: 0 days since it was fitted are too few")
        .contains("nothing is trained");
    assertThat(store.list()).hasSize(4);

    assertThat(Command.run(with(train, "--grid-intensity", "-1")).err())
        .contains("--grid-intensity -1.0");
    assertThat(Command.run(with(train, "--distributed", "17")).err())
        .contains("--distributed 17 is not within 1 and 16");
  }

  private static Object[] with(Object[] words, String option, String value) {
    Object[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = option;
    all[words.length + 1] = value;
    return all;
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    assertThat(run("compare", GOOD, "solar-nothing").line()).contains("no model 'solar-nothing'");
    assertThat(run("compare", GOOD, SAME, "--to", FITTED.plusSeconds(9000)).line())
        .contains("nothing to compare on");
    assertThat(
            run("compare", GOOD, SAME, "--to", World.NOW, "--from", FITTED.minusSeconds(60)).line())
        .contains("learned from until");
    assertThat(run("rollback", "solar").line()).contains("no promotion of a model of solar");
  }

  /**
   * The plants are as they were, so hardly a site may be moved, and none by much. The model is one
   * that says it was fitted twelve days ago; what it says of those days is made again.
   */
  @Test
  void aForecastIsMovedByItsErrorsOnlyWhereTheyAreSure() throws Exception {
    ModelBundle real =
        new BundleStore(World.get().home().bundles()).find("solar", World.NOW).orElseThrow();
    World.delete(home.bundles());
    store.save(forged(real, World.NOW.minus(Duration.ofDays(12)), real.calibration()));
    Object[] words = {"forecast", "--dir", home.folder(), "--as-of", World.NOW, "--horizon", "24h"};
    Path moved = root.resolve("moved");
    Path plain = root.resolve("plain");
    Command.succeed(with(words, "--out", moved));
    Command.succeed(with(words, "--out", plain, "--no-adjust"));
    String name = RunHeader.stamp(World.NOW) + ".arrow";
    try (RunFile one = RunFile.open(moved.resolve(name));
        RunFile other = RunFile.open(plain.resolve(name))) {
      assertThat(one.header().joules()).isGreaterThan(other.header().joules());
      int adjusted = 0;
      for (int i = 0; i < one.siteCount(); i++) {
        SiteForecast site = one.get(i);
        assertThat(other.get(i).site().adjustment()).isEmpty();
        if (site.site().adjustment().isEmpty()) {
          assertThat(site.mean(9)).isEqualTo(other.get(i).mean(9));
          assertThat(site.quantiles(9)).isEqualTo(other.get(i).quantiles(9));
        } else {
          adjusted++;
          assertThat(site.site().adjustment().get().days()).isBetween(10, 15);
          assertThat(site.site().adjustment().get().change()).isBetween(-0.1, 0.1);
        }
      }
      assertThat(adjusted).isLessThanOrEqualTo(2);
    }
  }

  /** {@link #BAD} is surely worse than the others, which are the same. */
  @Test
  void generationsAreBlendedByTheirSkill() throws Exception {
    Object[] words = {"forecast", "--dir", home.folder(), "--as-of", World.NOW, "--horizon", "24h"};
    Path alone = root.resolve("alone");
    Path blend = root.resolve("blend");
    Path again = root.resolve("again");
    Command.succeed(with(words, "--no-adjust", "--out", alone));
    Object[] blending = with(words, "--no-adjust", "--blend-generations", 3, "--out");
    Command.succeed(with(blending, blend));
    Command.succeed(with(blending, again));
    String name = RunHeader.stamp(World.NOW) + ".arrow";
    assertThat(again.resolve(name)).hasSameBinaryContentAs(blend.resolve(name));
    try (RunFile one = RunFile.open(alone.resolve(name));
        RunFile other = RunFile.open(blend.resolve(name))) {
      String[] models = other.header().model().split("[*+]");
      assertThat(RunHeader.names(other.header().model())).contains(SAME, BAD, GOOD);
      assertThat(List.of(models[0], models[2], models[4])).containsExactly(SAME, BAD, GOOD);
      double same = Double.parseDouble(models[1]);
      double bad = Double.parseDouble(models[3]);
      double good = Double.parseDouble(models[5]);
      assertThat(same + bad + good).isCloseTo(1, within(1e-9));
      assertThat(same).isCloseTo(good, within(0.011)).isGreaterThan(3 * bad);
      // Three models make today's forecast and those of the four days since all were fitted; the
      // three wind farms are forecast by physics.
      double physical = 3 * 24 * 100e-6 * EnergyMeter.WATTS_A_CORE;
      assertThat((other.header().joules() - physical) / (one.header().joules() - physical))
          .isCloseTo(15, within(0.1));
      RunSite site = other.get(0).site();
      assertThat(site).isEqualTo(one.get(0).site());
      for (int step = 0; step < 24; step++) {
        double[] quantiles = other.get(0).quantiles(step);
        assertThat(quantiles).isSorted();
        assertThat(quantiles[0]).isGreaterThanOrEqualTo(0);
        assertThat(quantiles[quantiles.length - 1]).isLessThanOrEqualTo(1);
      }
    }
    assertThat(Command.run(with(words, "--blend-generations", 0)).line())
        .contains("--blend-generations 0");
    // Before the second was fitted there is one generation, and the option changes nothing.
    Object[] early = {"forecast", "--dir", home.folder(), "--as-of", FITTED, "--no-adjust"};
    Command.succeed(with(early, "--blend-generations", 3, "--out", blend));
    Command.succeed(with(early, "--out", alone));
    String first = RunHeader.stamp(FITTED) + ".arrow";
    assertThat(blend.resolve(first)).hasSameBinaryContentAs(alone.resolve(first));
  }

  private static Object[] with(Object[] words, Object... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray();
  }

  @Test
  void everyTrainingMakesThreeSizesOfWhichOneForecastsAndTheSmallestIsExported() throws Exception {
    BundleStore trained = new BundleStore(World.get().home().bundles());
    Card full = trained.getCard(BundleStore.id("solar", World.NOW));
    Ladder ladder = full.ladder();
    assertThat(ladder.rungs())
        .extracting(Ladder.Rung::size)
        .containsExactly("nano", "small", "full");
    assertThat(trained.findId("solar", World.NOW)).contains(ladder.chosen());
    for (Ladder.Rung rung : ladder.rungs()) {
      Card card = trained.getCard(rung.id());
      assertThat(card.ladder()).isEqualTo(ladder);
      assertThat(card.size()).isEqualTo(rung.size());
      assertThat(card.validation().overall().pinball()).isCloseTo(rung.pinball(), within(1e-12));
      assertThat(card.joules()).isCloseTo(rung.joules() + ladder.sharedJoules(), within(1e-6));
    }
    Ladder.Rung nano = ladder.rungs().get(0);
    assertThat(nano.joules()).isLessThan(0.5 * ladder.get(full.id()).joules());
    assertThat(nano.saved()).isBetween(0.3, 1.0);

    Footprint footprint = full.footprint();
    assertThat(footprint.examples()).isEqualTo(full.rows());
    assertThat(footprint.trials()).isEqualTo(full.trials()).isEqualTo(6);
    assertThat(footprint.runs()).isEqualTo(10);
    assertThat(footprint.whPer1000Lowest())
        .isPositive()
        .isLessThanOrEqualTo(footprint.whPer1000())
        .isLessThanOrEqualTo(footprint.whPer1000Highest());
    assertThat(footprint.sciGramsPer1000()).isGreaterThan(footprint.gramsPer1000());
    Object[] show = {"models", "show", full.id(), "--dir", World.get().home().folder()};
    assertThat(Command.succeed(show).out())
        .contains("E x D x H", "SCI ", "Stars ", "known limits", "436 g a kWh (world", "nano ");

    Path file = root.resolve("nano.jar");
    Object[] words = {"models", "export", "--nano", "--model", nano.id(), "--out", file, "--dir"};
    Object[] all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = World.get().home().folder();
    assertThat(Command.succeed(all).out()).contains(nano.id(), "java -jar " + file);
    assertThat(file.toFile().length()).isBetween(10_000L, 200_000L);
    assertThat(run("export", "--nano", "--model", "nothing", "--out", file).line())
        .contains("no model 'nothing'");
  }

  @Test
  void anExplanationIsOfTheForecastWhoeverReadsTheTables() throws Exception {
    String site = store.getCard(GOOD).sites().get(0);
    Object[] asked = {"--site", site, "--as-of", World.NOW, "--lead", "5h"};
    Command.Outcome text = run("explain", asked);
    assertThat(text.exitCode()).as(text.err()).isZero();
    assertThat(text.out()).contains(site, "on average", "other inputs", "% of capacity");
    Object[] json = Arrays.copyOf(asked, asked.length + 1);
    json[asked.length] = "--json";
    JsonNode told = new ObjectMapper().readTree(run("explain", json).out());
    ModelBundle bundle = store.get(SAME);
    float[] row = new float[bundle.schema().size()];
    double previous = Double.POSITIVE_INFINITY;
    for (JsonNode part : told.get("parts")) {
      double size = Math.abs(part.get("adds").asDouble());
      assertThat(size).isLessThanOrEqualTo(previous);
      assertThat(part.get("why").asText()).isNotBlank();
      JsonNode value = part.get("value");
      row[bundle.schema().indexOf(part.get("feature").asText())] =
          value == null || value.isNull() ? Float.NaN : (float) value.asDouble();
      previous = size;
    }
    assertThat(told.path("weather")).hasSize(1);
    assertThat(told.path("weather").path(0).path("source").asText()).isEqualTo("simulated-nwp");
    assertThat(told.path("weather").path(0).path("weight").asDouble()).isEqualTo(1);
    QuantileBooster booster =
        QuantileBooster.load(bundle.model(), QuantileLevels.of(bundle.levels()));
    assertThat(Math.max(0, Math.min(1, told.get("raw").asDouble()))) // forecasts are bounded
        .isCloseTo(booster.predict(List.of(row))[0].at(told.get("level").asDouble()), within(1e-4));

    Instant start = Instant.parse(told.get("start").asText());
    Interval interval = new Interval(start, start.plus(Duration.ofHours(1)));
    try (SparkSession spark = Sessions.open(home)) {
      Explanation again =
          new ExplainJob(new Histories(spark, Namespace.LIVE))
              .run(site, store, World.NOW, interval);
      assertThat(again.raw()).isEqualTo(told.get("raw").asDouble());
    }
    assertThat(run("explain", "--site", "nowhere").line()).contains("no site 'nowhere'");
    assertThat(run("explain", "--site", site, "--top", -1).err()).contains("--top -1");
    assertThat(run("explain", "--site", site, "--lead", "400d").err()).contains("--lead 400d");
    assertThat(run("explain", "--site", site, "--step", "PT0.5S").err()).contains("whole minutes");
  }
}
