package org.skywatt.features.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.skywatt.features.schema.Feature.Source;

class FeatureSchemaTest {
  private static final Feature SPEED =
      new Feature("speed", "m s-1", Source.NWP, Formula.sun((sun, step) -> 1));
  private static final Feature SLOPE =
      new Feature("slope", "deg", Source.TERRAIN, Formula.sun((sun, step) -> 2));
  private static final Feature UPSTREAM =
      new Feature(
          "upstream", "1", Set.of(Source.SATELLITE, Source.NWP), Formula.sun((sun, step) -> 3));

  private static String hash(Feature... features) {
    return new FeatureSchema("one", 1, List.of(features)).hash();
  }

  @Test
  void theHashTellsWhatAModelMustShare() {
    String hash = hash(SPEED, SLOPE);
    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(hash(SPEED, SLOPE)).isEqualTo(hash);
    Feature inKnots = new Feature("speed", "kn", Source.NWP, Formula.sun((sun, step) -> 1));
    Feature fromSite = new Feature("speed", "m s-1", Source.SITE, Formula.sun((sun, step) -> 1));
    Feature renamed = new Feature("gust", "m s-1", Source.NWP, Formula.sun((sun, step) -> 1));
    assertThat(
            List.of(
                hash,
                hash(SLOPE, SPEED),
                hash(SPEED),
                hash(SPEED, SLOPE, UPSTREAM),
                hash(inKnots, SLOPE),
                hash(fromSite, SLOPE),
                hash(renamed, SLOPE),
                new FeatureSchema("one", 2, List.of(SPEED, SLOPE)).hash(),
                new FeatureSchema("two", 1, List.of(SPEED, SLOPE)).hash()))
        .doesNotHaveDuplicates();
  }

  @Test
  void namesAreDistinct() {
    assertThatThrownBy(() -> hash(SPEED, SLOPE, SPEED)).hasMessage("feature speed is there twice");
  }

  @Test
  void withoutBlanksWhatNeedsAMissingInput() {
    FeatureSchema schema = new FeatureSchema("one", 1, List.of(SPEED, SLOPE, UPSTREAM));
    float[] row = {1, 2, 3};
    assertThat(schema.without(row, Set.of())).containsExactly(1, 2, 3);
    assertThat(schema.without(row, Set.of(Source.NWP))).containsExactly(Float.NaN, 2, Float.NaN);
    assertThat(schema.without(row, Set.of(Source.SATELLITE))).containsExactly(1, 2, Float.NaN);
    assertThat(schema.without(row, Set.of(Source.TERRAIN, Source.SATELLITE)))
        .containsExactly(1, Float.NaN, Float.NaN);
    assertThat(row).containsExactly(1, 2, 3);
  }

  @Test
  void withoutBlanksNothingElseInAnySchema() {
    for (FeatureSchema schema :
        List.of(Schemas.SOLAR, Schemas.WIND, Schemas.GEFCOM2014_SOLAR, Schemas.GEFCOM2014_WIND)) {
      for (Source source : Source.values()) {
        float[] masked = schema.without(new float[schema.size()], Set.of(source));
        for (int i = 0; i < masked.length; i++) {
          boolean uses = schema.features().get(i).sources().contains(source);
          assertThat(Float.isNaN(masked[i])).as(schema.names().get(i)).isEqualTo(uses);
        }
      }
      assertThat(Schemas.get(schema.name())).isSameAs(schema);
      assertThat(schema.indexOf(schema.names().get(3))).isEqualTo(3);
      assertThat(schema.indexOf("nothing")).isEqualTo(-1);
    }
    assertThatThrownBy(() -> Schemas.get("tidal"))
        .hasMessageContaining("there is no feature schema 'tidal'; there are");
  }

  @Test
  void placesOfGroupsAreFound() {
    List<Feature.Group> groups =
        new FeatureSchema("one", 1, List.of(SPEED, SLOPE, UPSTREAM)).groups();
    assertThat(Feature.Group.places("one", groups, Set.of(Feature.Group.NWP))).containsExactly(0);
    assertThat(
            Feature.Group.places(
                "one", groups, Set.of(Feature.Group.of("terrain"), Feature.Group.SATELLITE)))
        .containsExactly(1, 2);
    assertThatThrownBy(() -> Feature.Group.places("one", groups, Set.of(Feature.Group.AGE)))
        .hasMessage("one has no features of group age; it has [nwp, satellite, terrain]");
    assertThatThrownBy(() -> Feature.Group.of("tides"))
        .hasMessageContaining("there is no group of features 'tides'; there are geometry, ");
  }
}
