package org.skywatt.cli.backtest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import org.apache.commons.lang3.SerializationUtils;
import org.skywatt.cli.pipeline.Training;
import org.skywatt.core.hash.Sha256;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.bundle.BundleStore;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.job.RollingJob;
import org.skywatt.models.train.ModelSize;
import org.skywatt.models.train.Recipe;
import org.skywatt.models.tune.RecipeFile;

/** Where the models of a backtest come from: trained anew for each block, or one bundle for all. */
interface Forecaster {
  /** What {@code --bundle} names when models are trained. */
  String RECIPE = "recipe";

  /** How the name of a recipe's file ends. */
  String RECIPE_FILE = ".json";

  /** Whether sites of {@code technology} can be forecast. */
  boolean knows(String technology);

  /** Name of the feature schema for {@code technology}. */
  String schema(String technology);

  /** The model of a block that begins at {@code origin}. */
  ModelBundle.Shipped model(RollingJob job, String technology, Instant origin);

  /** Differs for whatever forecasts differently. */
  String fingerprint(String technology);

  /** For people. */
  String told();

  /** Whether a model is trained anew for each block. */
  default boolean trains() {
    return true;
  }

  /**
   * @param name {@link #RECIPE}, the same with a size like {@code recipe:small}, a file of a recipe
   *     that ends in {@link #RECIPE_FILE}, or the id of a bundle
   * @param from first issue time
   * @throws IOException if there is no such bundle, or it has learned from what is to be forecast
   */
  static Forecaster of(String name, BundleStore bundles, Instant from) throws IOException {
    for (ModelSize size : ModelSize.values()) {
      if (name.equals(RECIPE + ":" + size.text())) {
        return new Trained(size);
      }
    }
    if (name.equals(RECIPE)) {
      return new Trained(ModelSize.FULL);
    }
    if (name.endsWith(RECIPE_FILE)) {
      return new Tuned(RecipeFile.read(Path.of(name)));
    }
    ModelBundle bundle = bundles.get(name);
    Instant fitUntil = Instant.parse(bundle.card().fitUntil());
    if (from.isBefore(fitUntil)) {
      throw new IOException(
          "--from "
              + from
              + ": forecasts would be of what "
              + name
              + " has learned from, which goes to "
              + fitUntil);
    }
    return new Fixed(bundle);
  }

  /** Trains the technology's recipe. */
  record Trained(ModelSize size) implements Forecaster {
    @Override
    public boolean knows(String technology) {
      return true;
    }

    @Override
    public String schema(String technology) {
      return Training.recipe(technology).schema();
    }

    @Override
    public ModelBundle.Shipped model(RollingJob job, String technology, Instant origin) {
      return job.train(Training.recipe(technology), size, origin);
    }

    @Override
    public String fingerprint(String technology) {
      return hash(size.of(Training.recipe(technology)));
    }

    private static String hash(Recipe recipe) {
      Sha256 digest = new Sha256();
      digest.update(ByteBuffer.wrap(SerializationUtils.serialize(recipe)));
      return digest.finish() + Schemas.get(recipe.schema()).hash();
    }

    @Override
    public String told() {
      return size.text() + " models trained anew";
    }
  }

  /** Trains the recipe of a file. */
  record Tuned(RecipeFile file) implements Forecaster {
    @Override
    public boolean knows(String technology) {
      return technology.equals(file.technology());
    }

    @Override
    public String schema(String technology) {
      return file.recipe().schema();
    }

    @Override
    public ModelBundle.Shipped model(RollingJob job, String technology, Instant origin) {
      return job.train(file.recipe(), ModelSize.FULL, origin);
    }

    @Override
    public String fingerprint(String technology) {
      return Trained.hash(file.recipe());
    }

    @Override
    public String told() {
      return "models of recipe " + file.recipe().name() + " trained anew";
    }
  }

  /** Always the same. */
  record Fixed(ModelBundle bundle) implements Forecaster {
    @Override
    public boolean knows(String technology) {
      return bundle.card().technology().equals(technology);
    }

    @Override
    public String schema(String technology) {
      return bundle.schema().name();
    }

    @Override
    public ModelBundle.Shipped model(RollingJob job, String technology, Instant origin) {
      return bundle.shipped();
    }

    @Override
    public String fingerprint(String technology) {
      Sha256 digest = new Sha256();
      digest.update(bundle.card().id());
      digest.update(ByteBuffer.wrap(bundle.model()));
      new TreeMap<>(bundle.calibration().maps())
          .forEach((cell, map) -> digest.update(cell + java.util.Arrays.toString(map.levels())));
      return digest.finish() + bundle.schema().hash();
    }

    @Override
    public boolean trains() {
      return false;
    }

    @Override
    public String told() {
      return "bundle " + bundle.card().id();
    }
  }
}
