package org.skywatt.models.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForestReaderTest {
  private static byte[] binary;
  private static String text;

  @BeforeAll
  static void train() throws XGBoostError {
    List<float[]> rows = RandomForests.rows(new Random(1), 200, 4, 0.1);
    Booster booster = RandomForests.train(rows, new double[] {0.1, 0.9}, 3, 3, 1);
    binary = booster.toByteArray("ubj");
    text = new String(booster.toByteArray("json"), StandardCharsets.UTF_8);
    booster.dispose();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          reg:quantileerror | binary:logistic | objective binary:logistic is unknown
          "name":"gbtree" | "name":"dart" | booster dart is unknown
          "split_type":[0 | "split_type":[1 | tree 0 splits by category
          "size_leaf_vector":"1" | "size_leaf_vector":"2" | tree 0 has leaves of several values
          "num_feature":"4","num_target" | "num_feature":"1","num_target" | splits feature
          "num_feature":"4","num_target" | "num_feature":"4000000","num_target" | not within 0 and
          "tree_info":[0 | "tree_info":[2 | tree 0 adds to output 2 of 2
          "tree_info":[0, | "tree_info":[ | 6 trees are announced, 6 are there, of which 5
          "left_children":[1 | "left_children":[0 | tree 0 is no tree: node 0 has child 0
          "left_children":[1 | "left_children":[999 | tree 0 is no tree: node 0 has child 999
          "left_children":[1 | "left_children":["x" | holds 'x', not a number
          "right_children" | "wrong_children" | tree 0.right_children is missing
          "base_score":"[ | "base_score":"[1, | 3 base scores for 2 outputs
          "learner":{ | "teacher":{ | model.learner is missing
          """)
  void whatIsNotKnownIsRefusedByName(String good, String bad, String reason) {
    assertThat(text).contains(good);
    byte[] broken = text.replaceFirst(quote(good), bad).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> ForestReader.read(broken))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(reason)
        .hasMessageNotContaining("\n");
  }

  private static String quote(String literal) {
    return Pattern.quote(literal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not a model", "{", "{}", "[]", "null", "{\"learner\":", "{L"})
  void whatIsNoModelIsRefused(String bytes) {
    assertThatThrownBy(() -> ForestReader.read(bytes.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("not an XGBoost model that can be read: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void damagedFilesNeverHangOrThrowAnythingElse() {
    Random random = new Random(5);
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = binary.clone();
      if (i % 3 == 0) {
        damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
      } else {
        for (int j = 0; j <= i % 4; j++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
      }
      byte[] bytes = damaged;
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> {
            try {
              ForestReader.read(bytes).predict(new float[4]);
            } catch (IOException | IllegalArgumentException e) {
              assertThat(e.getMessage()).doesNotContain("\n");
            }
          });
    }
  }

  @Test
  void deepNestingIsRefused() {
    byte[] deep = new byte[1_000_000];
    Arrays.fill(deep, (byte) '[');
    assertThatThrownBy(() -> ForestReader.read(deep))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nested more than 64 deep");
  }
}
