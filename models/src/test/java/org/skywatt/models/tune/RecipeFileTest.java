package org.skywatt.models.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.models.train.Recipes;

class RecipeFileTest {
  @TempDir private Path folder;

  private Path written() throws IOException {
    Path file = folder.resolve("sub/recipe.json");
    new RecipeFile("solar", Recipes.SOLAR, 12, 345.6, "modelled", 0.0123).write(file);
    return file;
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    RecipeFile read = RecipeFile.read(written());
    assertThat(read.recipe()).usingRecursiveComparison().isEqualTo(Recipes.SOLAR);
    assertThat(read.trials()).isEqualTo(12);
    assertThat(read.joules()).isEqualTo(345.6);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"rounds\" : 70', '\"rounds\" : 0', recipe.rounds",
    "'\"rounds\" : 70', '\"rounds\" : 2000000000', recipe.rounds",
    "'\"rounds\" : 70,', '', rounds",
    "'\"depth\" : 5', '\"depth\" : \"deep\"', deep",
    "'\"learningRate\" : 0.1', '\"learningRate\" : \"NaN\"', recipe.learningRate",
    "'\"rowShare\" : 0.5', '\"rowShare\" : 1.5', recipe.rowShare",
    "'\"pooled\" : true', '\"pooled\" : false', recipe.pooled",
    "'\"schema\" : \"solar\"', '\"schema\" : \"wind\"', recipe.schema",
    "'\"technology\" : \"solar\"', '\"technology\" : \"tide\"', technology",
    "'[ 0.02, 0.1,', '[ 0.1, 0.02,', recipe.levels",
    "'\"seed\" : 1', '\"seed\" : 1, \"speed\" : 2', speed",
    "'\"trials\" : 12', '\"trials\" : -1', trials",
  })
  void aBadFieldIsNamed(String was, String is, String named) throws IOException {
    Path file = written();
    String text = Files.readString(file);
    assertThat(text).contains(was);
    Files.writeString(file, text.replace(was, is == null ? "" : is));
    assertThatThrownBy(() -> RecipeFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("recipe.json")
        .hasMessageContaining(named)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void whatIsNoRecipeIsRefused() throws IOException {
    Path file = folder.resolve("recipe.json");
    assertThatThrownBy(() -> RecipeFile.read(file)).hasMessageContaining("no such recipe file");
    for (String text : new String[] {"", "{", "[]", "{}", "null", "\u0000", "{\"recipe\":null}"}) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> RecipeFile.read(file))
          .as(text)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("recipe.json");
    }
    Files.write(file, new byte[2 << 20]);
    assertThatThrownBy(() -> RecipeFile.read(file)).hasMessageContaining("2097152 bytes");
  }
}
