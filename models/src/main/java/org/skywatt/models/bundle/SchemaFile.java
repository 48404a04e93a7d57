package org.skywatt.models.bundle;

import java.util.List;
import org.skywatt.features.schema.FeatureSchema;

/** {@code schema.json}: the features in order, and the hash that code and model must share. */
record SchemaFile(
    String name, int version, String hash, double[] levels, List<FeatureLine> features) {
  record FeatureLine(String name, String unit, List<String> sources) {}

  static SchemaFile of(FeatureSchema schema, double[] levels) {
    return new SchemaFile(
        schema.name(),
        schema.version(),
        schema.hash(),
        levels,
        schema.features().stream()
            .map(
                feature ->
                    new FeatureLine(
                        feature.name(),
                        feature.unit(),
                        feature.sources().stream().map(Enum::name).sorted().toList()))
            .toList());
  }
}
