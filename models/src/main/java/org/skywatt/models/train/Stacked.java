package org.skywatt.models.train;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.skywatt.core.forecast.QuantileLevels;

/**
 * A booster a site that also sees what networks over all sites foretell (Wolpert 1992): the site's
 * own quantiles and its neighbours' medians. In training these come from networks that did not see
 * the row nor its neighbours in time, so that the booster learns how far to trust them.
 *
 * @param networks their quantiles are averaged
 * @param booster one is learned a site
 * @param folds sets of blocks of ten days that are held out in turn, at least 2
 */
public record Stacked(String name, List<NetworkRecipe> networks, Recipe booster, int folds)
    implements Learner {
  private static final Duration BLOCK = Duration.ofDays(10);
  private static final Duration WEATHER_LASTS = Duration.ofDays(1);

  public Stacked {
    networks = List.copyOf(networks);
  }

  @Override
  public String schema() {
    return booster.schema();
  }

  @Override
  public boolean solar() {
    return booster.solar();
  }

  @Override
  public boolean pooled() {
    return true;
  }

  @Override
  public Stacked quicker(int times) {
    return new Stacked(
        name,
        networks.stream().map(network -> network.quicker(times)).toList(),
        booster.quicker(times),
        folds);
  }

  @Override
  public PercentileModel learn(List<TrainingRow> rows) {
    List<TrainingRow> usable = UsableRows.of(this, rows);
    List<TimeBlocks.Fold> divided = new TimeBlocks(folds, BLOCK, WEATHER_LASTS).divide(usable);
    double[][] foretold = new double[usable.size()][];
    List<PercentileModel> fitted =
        IntStream.range(0, folds)
            .parallel()
            .mapToObj(fold -> foretell(divided.get(fold), fold, foretold))
            .flatMap(List::stream)
            .toList();
    List<String> sites = rows.stream().map(TrainingRow::siteId).distinct().sorted().toList();
    Map<String, List<TrainingRow>> bySite = new TreeMap<>();
    for (TrainingRow row : new Foretold(usable, foretold, sites).added()) {
      bySite.computeIfAbsent(row.siteId(), site -> new ArrayList<>()).add(row);
    }
    Map<String, PercentileModel> models =
        bySite.entrySet().parallelStream()
            .collect(
                Collectors.toConcurrentMap(
                    Map.Entry::getKey, site -> booster.learn(site.getValue())));
    return asked -> percentiles(asked, fitted, models, sites);
  }

  /** Learns from all other folds, and tells what that foretells for the rows of this one. */
  private List<PercentileModel> foretell(TimeBlocks.Fold fold, int number, double[][] foretold) {
    List<PercentileModel> learned = new ArrayList<>();
    for (NetworkRecipe network : networks) {
      int seed = network.seed() + number * networks.size();
      learned.add(network.withSeed(seed).learn(fold.outside()));
    }
    double[][] own = mean(learned, fold.inside());
    for (int i = 0; i < own.length; i++) {
      foretold[fold.places().get(i)] = own[i];
    }
    return learned;
  }

  private double[][] percentiles(
      List<TrainingRow> asked,
      List<PercentileModel> networks,
      Map<String, PercentileModel> models,
      List<String> sites) {
    List<TrainingRow> added = new Foretold(asked, mean(networks, asked), sites).added();
    Map<String, List<Integer>> places = new TreeMap<>();
    for (int i = 0; i < asked.size(); i++) {
      places.computeIfAbsent(asked.get(i).siteId(), site -> new ArrayList<>()).add(i);
    }
    double[][] percentiles = new double[asked.size()][];
    places.forEach(
        (site, own) -> {
          if (!models.containsKey(site)) {
            throw new IllegalArgumentException(name + " has learned nothing of site " + site);
          }
          double[][] some = models.get(site).percentiles(own.stream().map(added::get).toList());
          for (int i = 0; i < some.length; i++) {
            percentiles[own.get(i)] = some[i];
          }
        });
    return percentiles;
  }

  private static double[][] mean(List<PercentileModel> models, List<TrainingRow> rows) {
    List<double[][]> all =
        models.parallelStream().map(model -> model.percentiles(rows)).collect(Collectors.toList());
    double[][] mean = new double[rows.size()][QuantileLevels.PERCENTILES.size()];
    for (double[][] each : all) {
      for (int i = 0; i < mean.length; i++) {
        for (int level = 0; level < mean[i].length; level++) {
          mean[i][level] += each[i][level] / all.size();
        }
      }
    }
    return mean;
  }
}
