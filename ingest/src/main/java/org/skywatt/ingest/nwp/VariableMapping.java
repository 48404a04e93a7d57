package org.skywatt.ingest.nwp;

import java.util.Optional;
import org.skywatt.core.variable.TimeMeaning;
import org.skywatt.core.variable.Variable;
import org.skywatt.ingest.field.StepType;
import org.skywatt.ingest.grib.GribLevel;
import org.skywatt.ingest.grib.GribParameter;
import org.skywatt.ingest.grib.GribProduct;

/**
 * One GRIB2 parameter at one level as a canonical variable.
 *
 * @param factor from the file's unit to the variable's; a rate's where sums are divided by seconds
 */
record VariableMapping(
    int discipline,
    int category,
    int number,
    int levelType,
    double level,
    Variable variable,
    double factor) {
  private static final double ANY = Double.NaN;
  private static final int ATMOSPHERE = 10;

  /** WMO codes, and the local codes (192 and up) that NCEP uses for the same. */
  private static final VariableMapping[] ALL = {
    new VariableMapping(0, 4, 7, GribLevel.GROUND, ANY, Variable.GHI, 1),
    new VariableMapping(0, 4, 192, GribLevel.GROUND, ANY, Variable.GHI, 1),
    new VariableMapping(0, 5, 3, GribLevel.GROUND, ANY, Variable.LONGWAVE_DOWN, 1),
    new VariableMapping(0, 5, 192, GribLevel.GROUND, ANY, Variable.LONGWAVE_DOWN, 1),
    new VariableMapping(0, 6, 1, GribLevel.GROUND, ANY, Variable.CLOUD_COVER, 0.01),
    new VariableMapping(0, 6, 1, ATMOSPHERE, ANY, Variable.CLOUD_COVER, 0.01),
    new VariableMapping(0, 1, 69, GribLevel.GROUND, ANY, Variable.CLOUD_WATER, 1),
    new VariableMapping(0, 1, 69, ATMOSPHERE, ANY, Variable.CLOUD_WATER, 1),
    new VariableMapping(0, 1, 70, GribLevel.GROUND, ANY, Variable.CLOUD_ICE, 1),
    new VariableMapping(0, 1, 70, ATMOSPHERE, ANY, Variable.CLOUD_ICE, 1),
    new VariableMapping(0, 0, 0, GribLevel.HEIGHT_ABOVE_GROUND, 2, Variable.TEMPERATURE_2M, 1),
    new VariableMapping(
        0, 1, 1, GribLevel.HEIGHT_ABOVE_GROUND, 2, Variable.RELATIVE_HUMIDITY, 0.01),
    new VariableMapping(0, 3, 0, GribLevel.GROUND, ANY, Variable.SURFACE_PRESSURE, 1),
    new VariableMapping(0, 1, 8, GribLevel.GROUND, ANY, Variable.PRECIPITATION, 1),
    new VariableMapping(0, 1, 52, GribLevel.GROUND, ANY, Variable.PRECIPITATION, 1),
    new VariableMapping(0, 2, 2, GribLevel.HEIGHT_ABOVE_GROUND, 10, Variable.WIND_U_10M, 1),
    new VariableMapping(0, 2, 3, GribLevel.HEIGHT_ABOVE_GROUND, 10, Variable.WIND_V_10M, 1),
    new VariableMapping(0, 2, 2, GribLevel.HEIGHT_ABOVE_GROUND, 100, Variable.WIND_U_100M, 1),
    new VariableMapping(0, 2, 3, GribLevel.HEIGHT_ABOVE_GROUND, 100, Variable.WIND_V_100M, 1),
  };

  /**
   * The mapping of a product whose meaning in time also fits: instants for instants, averages and
   * accumulations for means.
   */
  static Optional<VariableMapping> find(GribProduct product) {
    StepType step = product.stepType();
    for (VariableMapping each : ALL) {
      boolean instant = each.variable.meaning() == TimeMeaning.INSTANT;
      boolean fits =
          instant
              ? step == StepType.INSTANT
              : step == StepType.AVERAGE || step == StepType.ACCUMULATION;
      if (fits && each.matches(product.parameter(), product.level())) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private boolean matches(GribParameter parameter, GribLevel at) {
    return parameter.discipline() == discipline
        && parameter.category() == category
        && parameter.number() == number
        && at.type() == levelType
        && (Double.isNaN(level) || level == at.value());
  }
}
