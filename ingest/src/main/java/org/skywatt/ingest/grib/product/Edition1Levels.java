package org.skywatt.ingest.grib.product;

import org.skywatt.ingest.field.FieldLevel;
import org.skywatt.ingest.grib.octet.Octets;

/**
 * Levels of edition 1 (code table 3), named as ecCodes names them; values as the file writes them,
 * as ecCodes gives them (soil depth in cm, layers of height in hm, sigma in ten-thousandths).
 */
final class Edition1Levels {
  private Edition1Levels() {}

  static FieldLevel level(Octets section) {
    int type = section.unsigned8(10);
    if (isLayer(type)) {
      return new FieldLevel(name(type), section.unsigned8(11), section.unsigned8(12));
    }
    int value = section.unsigned16(11);
    return new FieldLevel(name(type), value == 65535 ? Double.NaN : value, Double.NaN);
  }

  private static boolean isLayer(int type) {
    return switch (type) {
      case 101, 104, 106, 108, 110, 112, 114, 116, 120, 121, 128, 141 -> true;
      default -> false;
    };
  }

  private static String name(int type) {
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
      case 100 -> "isobaricInhPa";
      case 101 -> "isobaricLayer";
      case 102 -> "meanSea";
      case 103 -> "heightAboveSea";
      case 104 -> "heightAboveSeaLayer";
      case 105 -> "heightAboveGround";
      case 106 -> "heightAboveGroundLayer";
      case 107 -> "sigma";
      case 108 -> "sigmaLayer";
      case 109 -> "hybrid";
      case 110 -> "hybridLayer";
      case 111 -> "depthBelowLand";
      case 112 -> "depthBelowLandLayer";
      case 113 -> "theta";
      case 114 -> "thetaLayer";
      case 115 -> "pressureFromGround";
      case 116 -> "pressureFromGroundLayer";
      case 117 -> "potentialVorticity";
      case 121 -> "isobaricLayerHighPrecision";
      case 125 -> "heightAboveGroundHighPrecision";
      case 128 -> "sigmaLayerHighPrecision";
      case 141 -> "isobaricLayerMixedPrecision";
      case 160 -> "depthBelowSea";
      case 200 -> "entireAtmosphere";
      case 201 -> "entireOcean";
      case 210 -> "isobaricInPa";
      case 211 -> "oceanWave";
      case 212 -> "oceanMixedLayer";
      default -> "unknown";
    };
  }
}
