package org.skywatt.cli.model;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Json;
import org.skywatt.cli.Progress;
import org.skywatt.cli.Sessions;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.pipeline.HorizonOptions;
import org.skywatt.cli.pipeline.PeriodOptions;
import org.skywatt.cli.pipeline.Tuning;
import org.skywatt.models.job.TuneJob;
import org.skywatt.models.train.Recipe;
import org.skywatt.models.tune.RecipeFile;
import org.skywatt.models.tune.RecipeSearch;
import org.skywatt.models.tune.Try;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skywatt tune}. */
@Command(
    name = "tune",
    mixinStandardHelpOptions = true,
    description = {
      "Searches a better recipe for the trees of a technology until a budget of energy is spent:",
      "fitted to the first three quarters of the period, judged on the last, by pinball loss. Takes",
      "the smallest within 0.5% of the best, and writes it for 'train --recipe' and",
      "'backtest --bundle'."
    },
    footer = {
      "",
      "Example:",
      "  skywatt tune --technology solar --budget 2kJ --from 2026-04-01T00:00:00Z --out solar.json",
      "  skywatt train --recipe solar.json --from 2026-04-01T00:00:00Z"
    })
public final class TuneCommand implements Callable<Integer> {
  private static final double HELD_SHARE = 0.25;
  private static final Pattern ENERGY =
      Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?) ?(J|kJ|Wh)");

  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;
  @Mixin private PeriodOptions period;
  @Mixin private HorizonOptions ahead;

  @Option(
      names = "--technology",
      required = true,
      paramLabel = "NAME",
      description = "solar or wind.")
  private String technology;

  @Option(
      names = "--budget",
      required = true,
      paramLabel = "ENERGY",
      description =
          "Energy for the search, such as 500J, 2kJ or 1Wh; no try is begun once it is spent.")
  private String budget;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the recipes that are drawn (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the recipe goes (default: TECHNOLOGY-recipe.json).")
  private Path file;

  @Option(names = "--json", paramLabel = "FILE", description = "Write all tries as JSON.")
  private Path json;

  @Override
  public Integer call() throws Exception {
    double joules = joules(budget);
    if (!technology.equals("solar") && !technology.equals("wind")) {
      throw new UsageException("--technology must be solar or wind: " + technology);
    }
    Instant until = period.until();
    Instant first = period.from(until);
    Duration between = period.every();
    ahead.horizon(); // a wrong one is told before Spark starts
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out);
    Instant origin =
        until.minusSeconds((long) (Duration.between(first, until).toSeconds() * HELD_SHARE));
    TuneJob.Found found;
    try (SparkSession spark = Sessions.open(dir.open())) {
      found =
          new Tuning(spark, progress::say)
              .run(technology, first, until, origin, between, ahead, joules, seed);
    }
    Try chosen = RecipeSearch.chosen(found.tries());
    RecipeFile recipe =
        new RecipeFile(
            technology,
            chosen.recipe(),
            found.tries().size(),
            found.energy().joules(),
            found.energy().tier().text(),
            chosen.pinball());
    Path target = file == null ? Path.of(technology + "-recipe.json") : file;
    recipe.write(target);
    print(found.tries(), chosen, out);
    out.printf(
        Locale.ROOT,
        "%s: try %d, pinball %+.1f%% beside the recipe that it began with; %d tries, %.0f J (%s)%n",
        target,
        chosen.number(),
        100 * (chosen.pinball() / found.tries().get(0).pinball() - 1),
        found.tries().size(),
        found.energy().joules(),
        found.energy().tier().text());
    out.flush();
    if (json != null) {
      Json.write(json, json(found, chosen, joules, origin));
    }
    return 0;
  }

  /**
   * @throws UsageException if {@code text} is no energy
   */
  static double joules(String text) {
    Matcher parts = ENERGY.matcher(text.strip());
    double value = parts.matches() ? Double.parseDouble(parts.group(1)) : 0;
    if (!(value > 0)) {
      throw new UsageException("--budget '" + text + "' must be an energy like 500J, 2kJ or 1Wh");
    }
    return switch (parts.group(2)) {
      case "kJ" -> 1000 * value;
      case "Wh" -> 3600 * value;
      default -> value;
    };
  }

  private static void print(List<Try> tries, Try chosen, PrintWriter out) {
    out.println(
        "    try issues  rounds depth  rate   rows  columns child masked  nodes pinball     J");
    for (Try each : tries) {
      Recipe recipe = each.recipe();
      out.printf(
          Locale.ROOT,
          "  %s %3d %5.0f%%  %6d %5d %.4f %4.0f%% %6.0f%% %6.0f %5.0f%% %6d %6.3f%% %5.0f%n",
          each.number() == chosen.number() ? "*" : " ",
          each.number(),
          100 * each.share(),
          recipe.rounds(),
          recipe.depth(),
          recipe.learningRate(),
          100 * recipe.rowShare(),
          100 * recipe.columnShare(),
          recipe.minChildWeight(),
          100 * recipe.maskedShare(),
          each.nodes(),
          100 * each.pinball(),
          each.joules());
    }
  }

  private Map<String, Object> json(
      TuneJob.Found found, Try chosen, double budgetJoules, Instant origin) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("technology", technology);
    json.put("heldFrom", origin.toString());
    json.put("budgetJoules", budgetJoules);
    json.put("joules", found.energy().joules());
    json.put("energyTier", found.energy().tier().text());
    json.put("chosen", chosen.number());
    json.put("tries", found.tries());
    return json;
  }
}
