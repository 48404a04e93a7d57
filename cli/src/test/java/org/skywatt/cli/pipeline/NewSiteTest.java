package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.skywatt.cli.DataHome;
import org.skywatt.core.site.Site;
import org.skywatt.core.time.Steps;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.FeatureRows;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.features.view.SiteView;
import org.skywatt.models.score.Pinball;
import org.skywatt.models.train.ModelSize;
import org.skywatt.models.train.Recipe;
import org.skywatt.models.train.Recipes;
import org.skywatt.models.train.SiteModel;
import org.skywatt.models.train.SiteModelTrainer;
import org.skywatt.models.train.TrainingRow;

/**
 * Sites that a model never learned from, forecast with as many days of readings as a plant has that
 * is as old: the simulated world's last week. With {@code -Dskywatt.demo=DIR} it prints the curve
 * of docs/models.md instead: all sites of a demo's folder, its last two weeks, models of full size.
 */
class NewSiteTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** What a forecast knows of the plant, and which model makes it. */
  private static final String LEARNED = "learned from";

  /** Sums over steps that are not dark. */
  private static final class Score {
    private double crps;
    private double width;
    private long held;
    private long count;

    void add(double[] percentiles, double power) {
      crps += Pinball.crps(percentiles, power);
      width += percentiles[89] - percentiles[9];
      held += power >= percentiles[9] && power <= percentiles[89] ? 1 : 0;
      count++;
    }

    double meanCrps() {
      return crps / count;
    }

    double coverage() {
      return (double) held / count;
    }

    double meanWidth() {
      return width / count;
    }
  }

  /** What is trained and scored. */
  private record Trial(
      RecordedSites recorded,
      Recipe recipe,
      Instant from,
      Instant origin,
      Instant until,
      int steps,
      int newSites) {

    Map<String, Score> run(List<Integer> days) {
      List<Site> sites = recorded.sites(recipe.solar() ? "solar" : "wind");
      List<TrainingRow> past = new ArrayList<>();
      for (Site site : sites) {
        past.addAll(rows(recorded.history(site), origin, from, origin, 5));
      }
      SiteModel known = new SiteModelTrainer(recipe).train(past);
      Map<String, Score> scores = new TreeMap<>();
      for (Site site : sites.subList(0, newSites)) {
        List<TrainingRow> others = new ArrayList<>(past);
        others.removeIf(row -> row.siteId().equals(site.id().value()));
        SiteModel stranger = new SiteModelTrainer(recipe).train(others);
        for (int each : days) {
          score(stranger, site, Duration.ofDays(each), name(each), scores);
        }
        score(known, site, Duration.ofDays(30), LEARNED, scores);
      }
      return scores;
    }

    private void score(
        SiteModel model, Site site, Duration metered, String name, Map<String, Score> scores) {
      Score score = scores.computeIfAbsent(name, any -> new Score());
      SiteView truth = recorded.history(site).at(until);
      for (Issue issue : issues(origin, until, 7)) {
        Instant since = issue.issueTime().minus(metered);
        SiteHistory young =
            recorded.history(
                site,
                recorded
                    .records(site)
                    .generation(reading -> !reading.start().isBefore(since))
                    .nwp(sample -> sample.validTime().isAfter(origin.minus(DAY))),
                records -> records);
        List<TrainingRow> rows =
            RecordedSites.rows(young, truth, issue, new FeatureRows(Schemas.get(recipe.schema())));
        double[][] percentiles = model.percentiles(rows);
        for (int i = 0; i < percentiles.length; i++) {
          TrainingRow row = rows.get(i);
          if (!(recipe.solar() && row.sunDown()) && !Double.isNaN(row.truth())) {
            score.add(percentiles[i], row.truth());
          }
        }
      }
    }

    private List<TrainingRow> rows(
        SiteHistory history, Instant knownAt, Instant first, Instant end, int everyHours) {
      SiteView truth = history.at(knownAt);
      FeatureRows features = new FeatureRows(Schemas.get(recipe.schema()));
      List<TrainingRow> rows = new ArrayList<>();
      for (Issue issue : issues(first, end, everyHours)) {
        rows.addAll(RecordedSites.rows(history, truth, issue, features));
      }
      return rows;
    }

    private List<Issue> issues(Instant first, Instant end, int everyHours) {
      Duration horizon = HOUR.multipliedBy(steps);
      return Issue.every(first, end.minus(horizon), HOUR.multipliedBy(everyHours), horizon, HOUR);
    }
  }

  private static String name(int days) {
    return String.format(Locale.ROOT, "%2d days", days);
  }

  private static Map<String, Score> tell(Recipe recipe, Map<String, Score> scores) {
    scores.forEach(
        (name, score) ->
            System.out.printf(
                Locale.ROOT,
                "SIMULATED new %s site | %s | %.2f%% | %.1f%% | %.3f | %d%n",
                recipe.schema(),
                name,
                100 * score.meanCrps(),
                100 * score.coverage(),
                score.meanWidth(),
                score.count));
    return scores;
  }

  @Test
  void aNewSiteIsForecastAtOnceWithWiderBands() throws IOException {
    String demo = System.getProperty("skywatt.demo");
    if (demo != null) {
      curve(DataHome.open(Path.of(demo)));
      return;
    }
    RecordedSites recorded = RecordedSites.read(World.get().home(), World.NOW);
    Trial trial =
        new Trial(
            recorded,
            ModelSize.SMALL.of(Recipes.SOLAR),
            World.TRAIN_FROM,
            World.NOW.minus(Duration.ofDays(7)),
            World.NOW,
            12,
            2);
    Map<String, Score> scores = tell(trial.recipe(), trial.run(List.of(0, 1, 7)));
    Score unread = scores.get(name(0));
    Score learned = scores.get(LEARNED);
    // Of two sites and a week: known within ten points.
    assertThat(unread.coverage()).isBetween(0.65, 0.97);
    assertThat(unread.meanWidth()).isGreaterThan(0.95 * scores.get(name(7)).meanWidth());
    assertThat(unread.meanCrps()).isBetween(0.9 * learned.meanCrps(), 1.4 * learned.meanCrps());
    for (int days : List.of(1, 7)) {
      assertThat(scores.get(name(days)).count).isEqualTo(unread.count).isGreaterThan(100);
      assertThat(scores.get(name(days)).meanCrps()).isLessThan(1.05 * unread.meanCrps());
    }
  }

  private static void curve(DataHome home) throws IOException {
    RecordedSites recorded = RecordedSites.read(home, Instant.now());
    Instant end =
        recorded.records(recorded.sites("wind").get(0)).generation().stream()
            .map(reading -> reading.end())
            .max(Instant::compareTo)
            .orElseThrow();
    Instant until = Steps.floor(end, HOUR);
    for (Recipe recipe : List.of(Recipes.SOLAR, Recipes.WIND)) {
      Trial trial =
          new Trial(
              recorded,
              recipe,
              until.minus(Duration.ofDays(44)),
              until.minus(Duration.ofDays(14)),
              until,
              36,
              recorded.sites(recipe.schema()).size());
      Map<String, Score> unused = tell(recipe, trial.run(List.of(0, 1, 7, 30)));
    }
  }
}
