package org.skywatt.models.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.schema.SourceMask;
import org.skywatt.models.calibrate.Situation;

/**
 * What a booster learns from: the features and labels of rows, some of them a second time without
 * some inputs. Which ones hangs on nothing but the row.
 */
public final class LearningSet {
  private static final List<Situation> MASKED =
      List.of(Situation.values()).subList(1, Situation.values().length);

  private final List<float[]> features;
  private final float[] labels;
  private final long[] names;

  private LearningSet(List<float[]> features, float[] labels, long[] names) {
    this.features = features;
    this.labels = labels;
    this.names = names;
  }

  /**
   * @param rows with a label each
   */
  public static LearningSet of(Recipe recipe, List<TrainingRow> rows) {
    Map<Situation, SourceMask> masks = new EnumMap<>(Situation.class);
    for (Situation situation : MASKED) {
      masks.put(situation, SourceMask.of(Schemas.get(recipe.schema()), situation.missing()));
    }
    List<float[]> features = new ArrayList<>(rows.size());
    List<TrainingRow> sources = new ArrayList<>(rows.size());
    List<Long> names = new ArrayList<>(rows.size());
    for (TrainingRow row : rows) {
      features.add(row.features());
      sources.add(row);
      names.add(IssueDraw.name(row));
      // Of a step and not of an issue, though inputs fail for a whole one: more weather is seen.
      int draw = IssueDraw.ofStep(row, recipe.seed(), 1000);
      if (draw < recipe.maskedShare() * 1000) {
        features.add(masks.get(MASKED.get(draw % MASKED.size())).apply(row.features()));
        sources.add(row);
        names.add(IssueDraw.name(row) + 1);
      }
    }
    float[] labels = new float[sources.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (float) sources.get(i).label();
    }
    return new LearningSet(features, labels, names.stream().mapToLong(Long::longValue).toArray());
  }

  public int size() {
    return labels.length;
  }

  /** One row each; NaN is missing. */
  public List<float[]> features() {
    return features;
  }

  /** Fractions of capacity. */
  public float[] labels() {
    return labels.clone();
  }

  /**
   * A number in [0, 1) that looks random, always the same one for a row and seed, wherever the row
   * is.
   */
  public double draw(int row, long seed) {
    long h = (names[row] + seed * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 30)) * 0x94D049BB133111EBL;
    return ((h ^ (h >>> 31)) >>> 11) * 0x1p-53;
  }
}
