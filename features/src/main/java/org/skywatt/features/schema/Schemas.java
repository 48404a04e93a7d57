package org.skywatt.features.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skywatt.core.variable.Variable;

/** Every schema there is. A change of a formula needs a new version. */
public final class Schemas {
  /** Solar sites with NWP, satellite, terrain and recent generation. */
  public static final FeatureSchema SOLAR = new FeatureSchema("solar", 2, solar());

  /** Wind sites with NWP, terrain and recent generation. */
  public static final FeatureSchema WIND = new FeatureSchema("wind", 1, wind());

  /** GEFCom2014 solar: NWP of the whole month, no recent power. */
  public static final FeatureSchema GEFCOM2014_SOLAR =
      new FeatureSchema("gefcom2014-solar", 1, gefcom2014Solar());

  /** GEFCom2014 wind: NWP of all ten farms for the whole month, no recent power. */
  public static final FeatureSchema GEFCOM2014_WIND =
      new FeatureSchema("gefcom2014-wind", 1, gefcom2014Wind());

  private static final Map<String, FeatureSchema> BY_NAME =
      Stream.of(SOLAR, WIND, GEFCOM2014_SOLAR, GEFCOM2014_WIND)
          .collect(Collectors.toUnmodifiableMap(FeatureSchema::name, Function.identity()));

  private Schemas() {}

  /**
   * @throws IllegalArgumentException if there is no such schema
   */
  public static FeatureSchema get(String name) {
    FeatureSchema schema = BY_NAME.get(name);
    if (schema == null) {
      throw new IllegalArgumentException(
          "there is no feature schema '" + name + "'; there are " + BY_NAME.keySet());
    }
    return schema;
  }

  private static List<Feature> solar() {
    List<Feature> features = new ArrayList<>();
    features.addAll(SunFeatures.sky());
    features.addAll(SunFeatures.mount());
    features.add(NwpFeatures.of(Variable.GHI));
    features.add(NwpFeatures.shifted(Variable.GHI, -1));
    features.add(NwpFeatures.shifted(Variable.GHI, 1));
    features.add(NwpFeatures.of(Variable.CLOUD_COVER));
    features.add(NwpFeatures.of(Variable.TEMPERATURE_2M));
    features.add(NwpFeatures.speed10(0));
    features.add(NwpFeatures.clearSkyIndex(0));
    features.add(NwpFeatures.clearSkyIndex(-1));
    features.add(NwpFeatures.clearSkyIndex(1));
    features.add(NwpFeatures.clearSkyIndexMean(1));
    features.add(NwpFeatures.planeIrradiance());
    features.addAll(SatelliteReasons.features());
    features.addAll(GenerationFeatures.all());
    features.addAll(TerrainFeatures.solar());
    return features;
  }

  private static List<Feature> wind() {
    List<Feature> features = new ArrayList<>();
    features.add(SunFeatures.hour());
    features.addAll(windAtSite());
    features.addAll(GenerationFeatures.wind());
    features.addAll(TerrainFeatures.wind());
    return features;
  }

  private static List<Feature> gefcom2014Solar() {
    List<Feature> features = new ArrayList<>();
    features.addAll(SunFeatures.all());
    for (Variable variable :
        List.of(
            Variable.GHI,
            Variable.LONGWAVE_DOWN,
            Variable.TOA_NET_SHORTWAVE,
            Variable.PRECIPITATION,
            Variable.CLOUD_COVER,
            Variable.CLOUD_WATER,
            Variable.CLOUD_ICE,
            Variable.RELATIVE_HUMIDITY,
            Variable.TEMPERATURE_2M,
            Variable.SURFACE_PRESSURE)) {
      features.add(NwpFeatures.of(variable));
    }
    features.add(NwpFeatures.speed10(0));
    features.add(NwpFeatures.planeIrradiance());
    features.add(NwpFeatures.transmission());
    for (int steps : new int[] {-2, -1, 1, 2}) {
      features.add(NwpFeatures.shifted(Variable.GHI, steps));
      features.add(NwpFeatures.clearSkyIndex(steps));
    }
    for (int steps : new int[] {-1, 1}) {
      features.add(NwpFeatures.shifted(Variable.CLOUD_COVER, steps));
      features.add(NwpFeatures.shifted(Variable.RELATIVE_HUMIDITY, steps));
    }
    features.add(NwpFeatures.clearSkyIndex(0));
    features.add(NwpFeatures.clearSkyIndexMean(1));
    features.add(NwpFeatures.clearSkyIndexOfDay());
    features.add(NwpFeatures.cloudCoverOfDay());
    return features;
  }

  private static List<Feature> gefcom2014Wind() {
    List<Feature> features = new ArrayList<>();
    features.addAll(windAtSite());
    features.add(NwpFeatures.neighbourhoodSpeed100(0));
    features.add(NwpFeatures.neighbourhoodSpeed100(3));
    features.add(NwpFeatures.neighbourhood(Variable.WIND_U_100M));
    features.add(NwpFeatures.neighbourhood(Variable.WIND_V_100M));
    for (int neighbour = 0; neighbour < 10; neighbour++) {
      features.addAll(NwpFeatures.neighbourWind(neighbour));
    }
    features.addAll(SunFeatures.clock());
    return features;
  }

  private static List<Feature> windAtSite() {
    List<Feature> features = new ArrayList<>();
    features.add(NwpFeatures.of(Variable.WIND_U_10M));
    features.add(NwpFeatures.of(Variable.WIND_V_10M));
    features.add(NwpFeatures.of(Variable.WIND_U_100M));
    features.add(NwpFeatures.of(Variable.WIND_V_100M));
    features.add(NwpFeatures.speed10(0));
    features.add(NwpFeatures.speed100(0));
    features.addAll(NwpFeatures.shear());
    for (int steps : new int[] {-3, -2, -1, 1, 2, 3}) {
      features.add(NwpFeatures.speed100(steps));
    }
    features.add(NwpFeatures.speed10(-1));
    features.add(NwpFeatures.speed10(1));
    for (int steps : new int[] {1, 3, 6, 12}) {
      features.add(NwpFeatures.meanSpeed100(steps));
    }
    features.add(NwpFeatures.speedChange100());
    features.add(NwpFeatures.speedSpread100());
    return features;
  }
}
