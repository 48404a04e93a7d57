package org.skywatt.models.tune;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.models.train.Recipe;

/**
 * A recipe as a file, with what finding it took. Whoever writes one by hand leaves the rest out.
 *
 * @param technology {@code solar} or {@code wind}
 * @param trials trainings made to find it; 0 if none
 * @param joules spent on them; null if none
 * @param energyTier how the joules are known; null if none
 * @param pinball of the recipe on the held-out issues; null if none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecipeFile(
    String technology,
    Recipe recipe,
    int trials,
    Double joules,
    String energyTier,
    Double pinball) {
  private static final int MOST_ROUNDS = 2000;
  private static final int MOST_DEPTH = 10;
  private static final int MOST_BINS = 1024;
  private static final int MOST_FOLDS = 20;
  private static final long MOST_BYTES = 1 << 20;

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

  /** Writes it to {@code file}, making its folder. */
  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    JSON.writeValue(file.toFile(), this);
  }

  /**
   * Reads a file and checks that its recipe can be trained.
   *
   * @throws IOException in one line with file and field, if it cannot be read or is no recipe
   */
  public static RecipeFile read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": no such recipe file");
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException(file + ": no recipe file: it has " + Files.size(file) + " bytes");
    }
    try {
      RecipeFile read = JSON.readValue(file.toFile(), RecipeFile.class);
      require(read != null, "a recipe", "is needed");
      read.check();
      return read;
    } catch (JsonProcessingException e) {
      throw new IOException(
          file + ": no recipe file: " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private void check() {
    require(recipe != null && technology != null, "technology and recipe", "are needed");
    require(
        technology.equals("solar") || technology.equals("wind"),
        "technology",
        "must be solar or wind: " + technology);
    require(
        technology.equals(recipe.schema()) && recipe.solar() == technology.equals("solar"),
        "recipe.schema",
        "and solar must be those of " + technology);
    require(recipe.name() != null && !recipe.name().isBlank(), "recipe.name", "is needed");
    require(recipe.pooled(), "recipe.pooled", "must be true: one model for all sites");
    range("rounds", recipe.rounds(), 1, MOST_ROUNDS);
    range("depth", recipe.depth(), 1, MOST_DEPTH);
    range("learningRate", recipe.learningRate(), 1e-4, 1);
    range("rowShare", recipe.rowShare(), 0.01, 1);
    range("columnShare", recipe.columnShare(), 0.01, 1);
    range("minChildWeight", recipe.minChildWeight(), 0, 1e6);
    range("maxBins", recipe.maxBins(), 2, MOST_BINS);
    range("calibrationFolds", recipe.calibrationFolds(), 0, MOST_FOLDS);
    range("maskedShare", recipe.maskedShare(), 0, 1);
    range("trials", trials, 0, 1e9);
    require(recipe.levels() != null, "recipe.levels", "are needed");
    try {
      require(QuantileLevels.of(recipe.levels()).size() > 1, "recipe.levels", "must be several");
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("recipe.levels: " + e.getMessage(), e);
    }
  }

  private static void range(String field, double value, double least, double most) {
    require(
        value >= least && value <= most,
        (field.equals("trials") ? "" : "recipe.") + field,
        "must be " + least + " to " + most + ": " + value);
  }

  private static void require(boolean fits, String field, String what) {
    if (!fits) {
      throw new IllegalArgumentException(field + " " + what);
    }
  }
}
