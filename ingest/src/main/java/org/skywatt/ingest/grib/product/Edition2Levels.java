package org.skywatt.ingest.grib.product;

import org.skywatt.ingest.field.FieldLevel;
import org.skywatt.ingest.grib.octet.Octets;

/** Fixed surfaces of edition 2 (code table 4.5), named and scaled as ecCodes does it. */
final class Edition2Levels {
  static final FieldLevel UNKNOWN = new FieldLevel("unknown", Double.NaN, Double.NaN);

  private static final int NCEP = 7;
  private static final int NONE = 255;
  private static final int ISOBARIC = 100;
  private static final int POTENTIAL_VORTICITY = 109;
  private static final int DEPTH_BELOW_SEA = 160;

  private Edition2Levels() {}

  /** Two surfaces of six octets each. */
  static FieldLevel level(Octets section, int octet, int centre) {
    int first = section.unsigned8(octet);
    int second = section.unsigned8(octet + 6);
    double value = first == NONE ? Double.NaN : section.decimal(octet + 1);
    double secondValue = second == NONE ? Double.NaN : section.decimal(octet + 7);
    String local = centre == NCEP ? ncep(first) : null;
    String type = local == null ? name(first, second, value) : local;
    return new FieldLevel(type, scaled(type, first, value), scaled(type, second, secondValue));
  }

  private static double scaled(String type, int surface, double value) {
    if (surface == POTENTIAL_VORTICITY) {
      return value * 1e6;
    }
    return surface == ISOBARIC && !type.equals("isobaricInPa") ? value / 100 : value;
  }

  private static String name(int first, int second, double value) {
    if (second == NONE) {
      return single(first, value);
    }
    if (first == second) {
      return layer(first);
    }
    return switch (first * 1000 + second) {
      case 1_008 -> "entireAtmosphere";
      case 1_009 -> "entireOcean";
      case 1_162 -> "entireLake";
      case 160_009 -> "oceanSurfaceToBottom";
      case 173_175 -> "snowLayerOverIceOnWater";
      case 174_176 -> "iceLayerOnWater";
      case 175_176 -> "iceLayerUnderSnowOnWater";
      default -> "unknown";
    };
  }

  private static String single(int type, double value) {
    return switch (type) {
      case 1 -> "surface";
      case 2 -> "cloudBase";
      case 3 -> "cloudTop";
      case 4 -> "isothermZero";
      case 5 -> "adiabaticCondensation";
      case 6 -> "maxWind";
      case 7 -> "tropopause";
      case 8 -> "nominalTop";
      case 9 -> "seaBottom";
      case 10 -> "atmosphere";
      case 17 -> "mostUnstableParcel";
      case 18 -> "mixedLayerParcel";
      case 20 -> "isothermal";
      // Below a hectopascal a whole number of them says nothing.
      case ISOBARIC -> value < 100 ? "isobaricInPa" : "isobaricInhPa";
      case 101 -> "meanSea";
      case 102 -> "heightAboveSea";
      case 103 -> "heightAboveGround";
      case 104 -> "sigma";
      case 105 -> "hybrid";
      case 106 -> "depthBelowLand";
      case 107 -> "theta";
      case 108 -> "pressureFromGround";
      case POTENTIAL_VORTICITY -> "potentialVorticity";
      case 111 -> "eta";
      case 114 -> "snow";
      case 117 -> "mixedLayerDepthGeneric";
      case 118 -> "hybridHeight";
      case 119 -> "hybridPressure";
      case 150 -> "generalVertical";
      case 151 -> "soil";
      case 152 -> "seaIce";
      case DEPTH_BELOW_SEA -> value == 0 ? "oceanSurface" : "depthBelowSea";
      case 162 -> "lakeBottom";
      case 166 -> "mixingLayer";
      case 168 -> "oceanModel";
      case 169 -> "mixedLayerDepthByDensity";
      case 170 -> "mixedLayerDepthByTemperature";
      case 171 -> "mixedLayerDepthByDiffusivity";
      case 173 -> "snowTopOverIceOnWater";
      case 174 -> "iceTopOnWater";
      case 175 -> "iceTopUnderSnowOnWater";
      case 176 -> "iceBottomOnWater";
      case 177 -> "indefiniteSoilDepth";
      default -> "unknown";
    };
  }

  private static String layer(int type) {
    return switch (type) {
      case ISOBARIC -> "isobaricLayer";
      case 102 -> "heightAboveSeaLayer";
      case 103 -> "heightAboveGroundLayer";
      case 104 -> "sigmaLayer";
      case 105 -> "hybridLayer";
      case 106 -> "depthBelowLandLayer";
      case 107 -> "thetaLayer";
      case 108 -> "pressureFromGroundLayer";
      case 114 -> "snowLayer";
      case 150 -> "generalVerticalLayer";
      case 151 -> "soilLayer";
      case 152 -> "seaIceLayer";
      case DEPTH_BELOW_SEA -> "depthBelowSeaLayer";
      case 168 -> "oceanModelLayer";
      default -> "unknown";
    };
  }

  /** Local surfaces of NCEP; null for the others. */
  private static String ncep(int type) {
    return switch (type) {
      case 200 -> "atmosphereSingleLayer";
      case 201 -> "oceanSingleLayer";
      case 204 -> "highestTroposphericFreezing";
      case 206 -> "gridScaleCloudBottom";
      case 207 -> "gridScaleCloudTop";
      case 209 -> "boundaryLayerCloudBottom";
      case 210 -> "boundaryLayerCloudTop";
      case 211 -> "boundaryLayerCloudLayer";
      case 212 -> "lowCloudBottom";
      case 213 -> "lowCloudTop";
      case 214 -> "lowCloudLayer";
      case 215 -> "cloudCeiling";
      case 220 -> "planetaryBoundaryLayer";
      case 221 -> "layerBetween2Hybrids";
      case 222 -> "middleCloudBottom";
      case 223 -> "middleCloudTop";
      case 224 -> "middleCloudLayer";
      case 232 -> "highCloudBottom";
      case 233 -> "highCloudTop";
      case 234 -> "highCloudLayer";
      case 235 -> "oceanIsotherm";
      case 240 -> "oceanMixedLayer";
      case 241 -> "orderedSequenceData";
      case 242 -> "convectiveCloudBottom";
      case 243 -> "convectiveCloudTop";
      case 244 -> "convectiveCloudLayer";
      case 245 -> "lowestLevelWetBulb0";
      case 247 -> "equilibrium";
      case 248 -> "shallowConvectiveCloudBottom";
      case 249 -> "shallowConvectiveCloudTop";
      case 251 -> "deepConvectiveCloudBottom";
      case 252 -> "deepConvectiveCloudTop";
      default -> null;
    };
  }
}
