package org.skywatt.models.reference;

import java.util.ArrayList;
import java.util.List;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.GenerationFeatures;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.train.Learner;

/** The baselines of each schema: all whose inputs it has. */
public final class References {
  private static final String YESTERDAY = "generation_days_ago";
  private static final String PHYSICAL = "physical_power";

  private References() {}

  /**
   * Baselines over the rows of a schema. They learn as models do; their percentiles of a row about
   * which they know nothing are null.
   *
   * @throws IllegalArgumentException if there is no such schema
   */
  public static List<Learner> of(String schema, boolean solar) {
    FeatureSchema features = Schemas.get(schema);
    List<Learner> references = new ArrayList<>();
    if (has(features, MixtureReference.LATEST)) {
      references.add(feature("persistence", schema, solar, MixtureReference.LATEST));
    }
    if (has(features, GenerationFeatures.SMART_PERSISTENCE)) {
      references.add(
          feature("smart-persistence", schema, solar, GenerationFeatures.SMART_PERSISTENCE));
    }
    if (has(features, solar ? MixtureReference.RATIO : MixtureReference.LATEST)) {
      references.add(new MixtureReference(schema, solar));
    }
    if (has(features, YESTERDAY)) {
      references.add(feature("yesterday", schema, solar, YESTERDAY));
    }
    references.add(new SeasonalReference(schema, solar, true));
    references.add(new SeasonalReference(schema, solar, false));
    if (has(features, PHYSICAL)) {
      references.add(feature("physical", schema, solar, PHYSICAL));
    } else if (has(features, PlaneReference.PLANE)) {
      references.add(new PlaneReference(schema));
    }
    if (has(features, CurveReference.SPEED)) {
      references.add(new CurveReference(schema));
    }
    return references;
  }

  private static boolean has(FeatureSchema schema, String feature) {
    return schema.indexOf(feature) >= 0;
  }

  private static Learner feature(String name, String schema, boolean solar, String feature) {
    return new FeatureReference(name, schema, solar, feature);
  }
}
