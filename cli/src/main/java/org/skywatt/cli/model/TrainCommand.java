package org.skywatt.cli.model;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Progress;
import org.skywatt.cli.Sessions;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.pipeline.HorizonOptions;
import org.skywatt.cli.pipeline.OpenHistories;
import org.skywatt.cli.pipeline.PeriodOptions;
import org.skywatt.cli.pipeline.SkillTable;
import org.skywatt.cli.pipeline.Training;
import org.skywatt.core.site.Site;
import org.skywatt.models.bundle.BundleStore;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.energy.Grid;
import org.skywatt.models.job.TrainJob;
import org.skywatt.models.tune.RecipeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skywatt train}. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Trains a model for each technology and tells how good it is and what it cost.",
    footer = {"", "Example:", "  skywatt train --from 2026-04-01T00:00:00Z --horizon 36h"})
public final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;
  @Mixin private PeriodOptions period;
  @Mixin private HorizonOptions ahead;

  @Option(
      names = "--grid-intensity",
      paramLabel = "GRAMS",
      description =
          "CO2-equivalents of a kWh, for the card (default: 436, the world's mean of 2022).")
  private Double gridIntensity;

  @Option(
      names = "--if-drifted",
      description = {
        "Train only technologies without a model, and those whose model has surely become worse",
        "than its card says: its CRPS since it was fitted, in 97.5%% of draws of days (at least five)."
      })
  private boolean ifDrifted;

  @Option(
      names = "--recipe",
      paramLabel = "FILE",
      description = "Train its technology by a recipe of 'skywatt tune'; may be repeated.")
  private List<Path> recipes = List.of();

  @Option(
      names = "--distributed",
      paramLabel = "TASKS",
      defaultValue = "1",
      description = {
        "Tasks that learn every booster together, each from its share of the rows (2 to 16; at",
        "least 200 rows a task). They must all run at once (default: 1, a task a booster)."
      })
  private int distributed;

  @Override
  public Integer call() throws Exception {
    Instant until = period.until();
    Instant first = period.from(until);
    Grid grid = grid();
    Map<String, RecipeFile> tuned = tuned();
    if (distributed < 1 || distributed > TrainJob.MOST_TOGETHER) {
      throw new UsageException(
          "--distributed " + distributed + " is not within 1 and " + TrainJob.MOST_TOGETHER);
    }
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out);
    DataHome home = dir.open();
    Set<String> technologies = ifDrifted ? technologies(home, until) : Set.of();
    Set<String> kept = kept(home, technologies, until, out);
    // Without any site the training itself says what is wrong.
    if (!technologies.isEmpty() && kept.containsAll(technologies)) {
      out.println("nothing is trained");
      out.flush();
      return 0;
    }
    try (SparkSession spark = Sessions.open(home)) {
      Map<String, ModelBundle> bundles =
          new Training(spark, home, progress::say, grid)
              .without(kept)
              .by(tuned)
              .together(distributed)
              .run(first, until, period.every(), ahead.horizon(), ahead.step(), false);
      bundles.values().forEach(bundle -> SkillTable.print(bundle.card(), out));
      bundles.values().forEach(b -> out.println(home.bundles().resolve(b.card().id())));
    }
    return 0;
  }

  private static Set<String> technologies(DataHome home, Instant until) throws Exception {
    return OpenHistories.use(
        home,
        until,
        histories ->
            histories.sites(until).stream().map(Site::technology).collect(Collectors.toSet()));
  }

  /** Technologies whose models are good enough; says why. */
  private Set<String> kept(DataHome home, Set<String> technologies, Instant until, PrintWriter out)
      throws Exception {
    BundleStore store = new BundleStore(home.bundles());
    Set<String> kept = new TreeSet<>();
    for (String technology : technologies) {
      Optional<ModelBundle> bundle = store.find(technology, until);
      if (bundle.isPresent()) {
        Drift drift =
            OpenHistories.use(
                home,
                until,
                histories ->
                    Drift.of(histories, bundle.get(), until, ahead.horizon(), ahead.step()));
        out.println(drift);
        if (!drift.isSure()) {
          kept.add(technology);
        }
      }
    }
    out.flush();
    return kept;
  }

  private Map<String, RecipeFile> tuned() throws IOException {
    Map<String, RecipeFile> tuned = new TreeMap<>();
    for (Path file : recipes) {
      RecipeFile read = RecipeFile.read(file);
      if (tuned.put(read.technology(), read) != null) {
        throw new UsageException("--recipe " + file + ": a second one of " + read.technology());
      }
    }
    return tuned;
  }

  private Grid grid() {
    if (gridIntensity == null) {
      return Grid.WORLD;
    }
    try {
      return new Grid("as stated", gridIntensity);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--grid-intensity " + gridIntensity + " is no intensity");
    }
  }
}
