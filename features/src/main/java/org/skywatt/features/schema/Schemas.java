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
  public static final FeatureSchema SOLAR = new FeatureSchema("solar", 4, solar());

  /** Wind sites with NWP, terrain and recent generation. */
  public static final FeatureSchema WIND = new FeatureSchema("wind", 4, wind());

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
    NwpFeatures nwp = new NwpFeatures(Reading.BETWEEN);
    List<Feature> features = new ArrayList<>();
    features.addAll(SunFeatures.sky());
    features.addAll(SunFeatures.mount());
    for (Variable variable :
        List.of(
            Variable.CLOUD_COVER,
            Variable.LOW_CLOUD_COVER,
            Variable.MEDIUM_CLOUD_COVER,
            Variable.HIGH_CLOUD_COVER,
            Variable.TEMPERATURE_2M,
            Variable.RELATIVE_HUMIDITY,
            Variable.SNOW_DEPTH)) {
      features.add(nwp.of(variable));
    }
    features.add(nwp.diffuseFraction());
    features.add(new WindFeatures(Reading.BETWEEN).speed10(0));
    for (int steps = -1; steps <= 1; steps++) {
      features.add(nwp.clearSkyIndex(steps));
    }
    features.add(nwp.clearSkyIndexMean(1));
    features.add(nwp.planeIrradiance());
    features.addAll(RunFeatures.solar());
    features.addAll(NeighbourFeatures.solar());
    features.addAll(SatelliteReasons.features());
    features.addAll(GenerationFeatures.all());
    features.addAll(GenerationFeatures.statistics());
    features.addAll(PhysicalFeatures.solar(SatelliteFeatures::planeIrradiance));
    features.addAll(TerrainFeatures.solar());
    features.addAll(AgeFeatures.solar());
    return features;
  }

  private static List<Feature> wind() {
    List<Feature> features = new ArrayList<>();
    features.add(SunFeatures.localHour());
    NwpFeatures nwp = new NwpFeatures(Reading.BETWEEN);
    features.addAll(windAtSite(Reading.BETWEEN));
    for (Variable variable :
        List.of(Variable.WIND_GUST_10M, Variable.TEMPERATURE_2M, Variable.BOUNDARY_LAYER_HEIGHT)) {
      features.add(nwp.of(variable));
    }
    features.addAll(RunFeatures.wind());
    features.addAll(NeighbourFeatures.wind());
    features.addAll(GenerationFeatures.wind());
    features.addAll(GenerationFeatures.statistics());
    features.addAll(PhysicalFeatures.wind());
    features.addAll(TerrainFeatures.wind());
    features.addAll(TerrainFeatures.relief());
    features.addAll(AgeFeatures.wind());
    return features;
  }

  private static List<Feature> gefcom2014Solar() {
    NwpFeatures nwp = new NwpFeatures(Reading.STAMPED);
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
      features.add(nwp.of(variable));
    }
    features.add(new WindFeatures(Reading.STAMPED).speed10(0));
    features.add(nwp.planeIrradiance());
    features.add(nwp.transmission());
    for (int steps : new int[] {-2, -1, 1, 2}) {
      features.add(nwp.shifted(Variable.GHI, steps));
      features.add(nwp.clearSkyIndex(steps));
    }
    for (int steps : new int[] {-1, 1}) {
      features.add(nwp.shifted(Variable.CLOUD_COVER, steps));
      features.add(nwp.shifted(Variable.RELATIVE_HUMIDITY, steps));
    }
    features.add(nwp.clearSkyIndex(0));
    features.add(nwp.clearSkyIndexMean(1));
    features.add(nwp.clearSkyIndexOfDay());
    features.add(nwp.cloudCoverOfDay());
    return features;
  }

  private static List<Feature> gefcom2014Wind() {
    NeighbourFeatures around = new NeighbourFeatures(Reading.STAMPED);
    List<Feature> features = new ArrayList<>();
    features.addAll(windAtSite(Reading.STAMPED));
    features.add(around.neighbourhoodSpeed100(0));
    features.add(around.neighbourhoodSpeed100(3));
    features.add(around.neighbourhood(Variable.WIND_U_100M));
    features.add(around.neighbourhood(Variable.WIND_V_100M));
    for (int neighbour = 0; neighbour < 10; neighbour++) {
      features.addAll(around.neighbourWind(neighbour));
    }
    features.addAll(SunFeatures.clock());
    return features;
  }

  private static List<Feature> windAtSite(Reading reading) {
    NwpFeatures nwp = new NwpFeatures(reading);
    WindFeatures wind = new WindFeatures(reading);
    List<Feature> features = new ArrayList<>();
    features.add(nwp.of(Variable.WIND_U_10M));
    features.add(nwp.of(Variable.WIND_V_10M));
    features.add(nwp.of(Variable.WIND_U_100M));
    features.add(nwp.of(Variable.WIND_V_100M));
    features.add(wind.speed10(0));
    features.add(wind.speed100(0));
    features.addAll(wind.shear());
    for (int steps : new int[] {-3, -2, -1, 1, 2, 3}) {
      features.add(wind.speed100(steps));
    }
    features.add(wind.speed10(-1));
    features.add(wind.speed10(1));
    for (int steps : new int[] {1, 3, 6, 12}) {
      features.add(wind.meanSpeed100(steps));
    }
    features.add(wind.speedChange100());
    features.add(wind.speedSpread100());
    return features;
  }
}
